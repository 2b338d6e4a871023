import { storedColour } from '../../kit/colour.ts'
import { lerp } from '../../kit/scalar.ts'
import { mix3, scale, type Vec2, type Vec3 } from '../../kit/vec3.ts'
import { type ClothLayers, pressFold, sewSeam, topstitch } from '../needlework.ts'
import { type Place, pixelOf } from './chart.ts'
import type { Last } from './last.ts'
import type { ShoeStyle } from './style.ts'

const LAST: Last = {
  sole: 1.1,
  heel: 0.9,
  arch: 0.5,
  wall: { heel: 2.8, toes: 2.6 },
  instep: 5.2,
  opening: { z: -0.6, halfWidth: 3.35, front: 6.0, back: 5.5, height: 6.3, dip: 1.1, tongue: 0.5 },
}

/** The strap across the vamp, and the slot in it: shares of the upper, half angles. */
const STRAP = { from: 0.66, to: 0.86, angle: 1.15, slot: { from: 0.72, to: 0.79, angle: 0.2 } } as const

/** Penny loafers of leather, the instep bare; the accent is their lining. */
export const LOAFER: ShoeStyle = {
  cut: { last: LAST, rows: [0, 0.08, 0.2, 0.34, 0.48, 0.61, 0.74, 0.86, 1] },
  trim: () => {},
  dye: ({ colour, accent }) => {
    const leather = storedColour(colour)
    const lining = accent === undefined ? mix3(leather, [0.78, 0.62, 0.44], 0.6) : storedColour(accent)
    return (place) => paint(place, leather, lining)
  },
  sew,
  thread: ({ colour }) => mix3(storedColour(colour), [0.9, 0.85, 0.75], 0.35),
  material: { name: 'shoeLeather', roughness: 0.4, doubleSided: true },
}

/** Stacked leather, darker than the shoe but never black. */
export const soleOf = (leather: Vec3): Vec3 => mix3(scale(leather, 0.3), [0.2, 0.15, 0.12], 0.5)

function paint({ angle, band, share }: Place, leather: Vec3, lining: Vec3): Vec3 {
  const turn = Math.abs(angle)
  switch (band) {
    case 'sole':
      return share > 0.86 ? scale(soleOf(leather), 1.35) : soleOf(leather)
    case 'lining':
      return lining
    case 'upper': {
      const { slot } = STRAP
      const isSlot = share > slot.from && share < slot.to && turn < slot.angle
      const isStrap = share > STRAP.from && share < STRAP.to && turn < STRAP.angle
      return scale(leather, isSlot ? 0.3 : isStrap ? 0.88 : 1 - 0.14 * (1 - share))
    }
    default:
      return scale(leather, 0.86)
  }
}

function sew(layers: ClothLayers): void {
  const at = (angle: number, share: number): Vec2 => pixelOf({ angle, band: 'upper', share })
  // The apron's seam runs from the strap's end round the toes.
  const apron = Array.from({ length: 33 }, (_, i) => {
    const across = lerp(-1, 1, i / 32)
    return at(across * 1.35, lerp(0.44, 0.78, across * across))
  })
  sewSeam(layers, apron, 2.4, 12)
  topstitch(layers, apron, -4)
  const strap = (share: number) => [at(-STRAP.angle, share), at(STRAP.angle, share)]
  sewSeam(layers, strap(STRAP.from), -3.4, 22)
  sewSeam(layers, strap(STRAP.to), 3.4, 22)
  topstitch(layers, strap(STRAP.from), -5)
  topstitch(layers, strap(STRAP.to), 5)
  for (const side of [1, -1]) {
    sewSeam(layers, [at(side * 2.2, 0), at(side * 2.35, 1)], side * 1.2, 10)
    pressFold(layers, [at(side * 0.9, 0.36), at(side * 0.5, 0.5), at(side * 0.1, 0.47)], 1.6, 11)
    pressFold(layers, [at(side * 1, 0.42), at(side * 0.6, 0.58), at(side * 0.2, 0.55)], 1.3, 11)
  }
}
