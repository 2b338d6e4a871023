import type { Rig, Sitting } from '../../../engine/api/node.ts'

/** A sitting with the name that stands under its picture. */
export type NamedSitting = Sitting & { readonly label: string }

/** How a camera frames a place before it: metres away, metres from top to bottom of the picture, metres above it. */
type Framing = { readonly away: number; readonly high: number; readonly above?: number }

const FACE: Framing = { away: 1.5, high: 0.355 }
const SMALL_FACE: Framing = { away: 1.5, high: 0.38 }
const HANDS: Framing = { away: 2, high: 0.56, above: 0.1 }
/** Far enough for a figure that is not seen from above; a crowd's tallest stands 2 m and all are drawn to one scale. */
const FIGURE: Framing = { away: 5, high: 1.1, above: 0.1 }
const TALLEST = 2.04

/** Nobody looks their best dead ahead. Radians, as all turns. */
const EASE = -0.12
const SIDES = { 'three-quarter': -0.68, profile: -Math.PI / 2, back: Math.PI + 0.35 }

const FACES: Readonly<Record<string, NonNullable<Sitting['face']>>> = {
  neutral: {},
  smile: {
    mouthSmileLeft: 0.8,
    mouthSmileRight: 0.78,
    cheekSquintLeft: 0.6,
    cheekSquintRight: 0.6,
    eyeSquintLeft: 0.25,
    eyeSquintRight: 0.25,
  },
  talk: { viseme_aa: 0.75, browInnerUp: 0.15, mouthSmileLeft: 0.15, mouthSmileRight: 0.15 },
  blink: { eyeBlinkLeft: 1, eyeBlinkRight: 1 },
  surprise: {
    browInnerUp: 0.9,
    browOuterUpLeft: 0.8,
    browOuterUpRight: 0.8,
    eyeWideLeft: 0.7,
    eyeWideRight: 0.7,
    jawOpen: 0.35,
  },
}

/** Arms bent so that both hands stand before the chest, one open, one pointing. Degrees. */
const SHOWING_HANDS: NonNullable<Sitting['pose']> = {
  bones: {
    leftUpperArm: { x: 0, y: -14, z: -72 },
    leftLowerArm: { x: 80, y: -125, z: 0 },
    rightUpperArm: { x: 0, y: 14, z: 72 },
    rightLowerArm: { x: 80, y: 125, z: 0 },
  },
  hands: { left: 'open', right: 'point' },
}

/** What one sees of somebody first: the faces they make; all sides, the figure, the hands. Two rows of five. */
export function previewSittings({ landmarks }: Rig): NamedSitting[][] {
  const { head, middle, hands, height } = placesOf(landmarks)
  return [
    Object.entries(FACES).map(([label, face]) => ({ label, face, turn: EASE, camera: frame(head, FACE) })),
    [
      ...Object.entries(SIDES).map(([label, turn]) => ({ label, turn, camera: frame(head, FACE) })),
      { label: 'full body', turn: 2 * EASE, camera: frame(middle, { ...FIGURE, high: FIGURE.high * height }) },
      { label: 'hands', camera: frame(hands, HANDS), pose: SHOWING_HANDS },
    ],
  ]
}

/** One of many: the face under its number, the figure under its name. */
export function crowdSittings({ landmarks, name }: Rig, number: number): NamedSitting[] {
  const { head, middle } = placesOf(landmarks)
  return [
    { label: `${number}`, turn: EASE, camera: frame(head, SMALL_FACE) },
    { label: name, turn: 2 * EASE, camera: frame(middle, { ...FIGURE, high: FIGURE.high * TALLEST }) },
  ]
}

type Point = readonly [number, number, number]

/** What cameras aim at. The head's is a little below the eyes, so that hair and chin both keep off the edges. */
const placesOf = ({ eyes: [, eyes], crown: [, height] }: Rig['landmarks']) => ({
  head: [0, eyes - 0.012, 0.02] as Point,
  middle: [0, height * 0.505, 0] as Point,
  hands: [0, eyes * 0.76, 0.2] as Point,
  height,
})

function frame(target: Point, { away, high, above = 0 }: Framing): Sitting['camera'] {
  const [x, y, z] = target
  return { position: [x, y + above, z + away], target, fovDegrees: (2 * Math.atan(high / 2 / away) * 180) / Math.PI }
}
