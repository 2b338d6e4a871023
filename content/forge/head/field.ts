import { capsule, ellipsoid, inflated, mirrored, put, type Sdf, type Stroke, sculpt, sphere } from '../kit/sdf.ts'
import { ageStrokes } from './age-strokes.ts'
import type { HeadForm } from './form.ts'
import { eyeCentre } from './frame.ts'
import { noseStrokes } from './nose-strokes.ts'
import { cranium, skullStrokes } from './skull-strokes.ts'

/** The head as clay, head centimetres. */
export interface HeadField {
  /** Skin with the eyelids shut over the eyeballs: where any lid can slide. */
  readonly skin: Sdf
  /** The same without lids and eyeballs, for hair and for occlusion. */
  readonly bare: Sdf
}

/** Height below which neck and torso are felt at all; above they are left out, which is exact and twice as fast. */
const NECK_REACH = -8

/** Chest, back and shoulders in head centimetres: what the neck grows out of. Clothes use the same field. */
export const torsoField: Sdf = mirrored(
  sculpt(ellipsoid([0, -26.7, -1.4], [11.6, 11.5, 7.4]), [
    put(6, ellipsoid([0, -43.7, -0.6], [10.2, 13, 6.8])),
    put(3.6, capsule([0, -15.7, -2.8], [11.4, -19.5, -2.6], 2.5, 2.8)),
    put(4.8, ellipsoid([4.3, -28.5, 3.1], [4.4, 4.8, 3.7])),
    put(2.6, capsule([11.7, -20.3, -2.6], [16.4, -41.7, -3.2], 3.3, 2.8)),
  ]),
)

/** Sculpts the head of a recipe. */
export function headField(form: HeadForm): HeadField {
  const { eye } = form
  const lids: Stroke = put(0.55, sphere(eyeCentre(form, 1), eye.radius + eye.lidThickness))
  const head = [...skullStrokes(form), ...neckStrokes(form)]
  const surface = [...throatStrokes, ...noseStrokes(form), ...ageStrokes(form)]
  return {
    skin: mirrored(sculpt(cranium, [...head, lids, ...surface])),
    bare: mirrored(sculpt(cranium, [...head, ...surface])),
  }
}

const NOWHERE = 1e3
const onlyBelow =
  (height: number, shape: Sdf): Sdf =>
  (x, y, z) =>
    y < height ? shape(x, y, z) : NOWHERE

/** The collar's end of the neck is the same for everybody, so that any clothes fit. */
const neckCapsule = (radius: number): Sdf => capsule([0, -5.5, -1.1], [0, -19, -2.4], radius, NECK.collarRadius)
const NECK = { radius: 2.95, collarRadius: 3.35 }

const neckStrokes = ({ neck, age }: HeadForm): Stroke[] => [
  put(1.9, onlyBelow(0, neckCapsule(neck.radius))),
  put(5, onlyBelow(NECK_REACH, torsoField)),
  ...(neck.larynx > 0
    ? [put(0.9, onlyBelow(NECK_REACH, ellipsoid([0, -12.6, 0.75 + neck.larynx], [0.75, 1.1, 0.8])))]
    : []),
  ...(age.throat > 0 ? [put(2.6, capsule([0, -9.6, 2.6 + age.throat], [0, -14.5, -0.6 + age.throat], 0.8, 0.6))] : []),
]

/** The neck's slanting muscle and the collar bone in two pieces. */
const throatStrokes: readonly Stroke[] = [
  put(1.2, onlyBelow(NECK_REACH, capsule([2.9, -10, -2.2], [0.9, -18.4, 2.2], 0.35, 0.6))),
  put(1, onlyBelow(NECK_REACH, capsule([1.3, -18.9, 2.6], [6, -18.9, 1.5], 0.5, 0.35))),
  put(1, onlyBelow(NECK_REACH, capsule([6, -18.9, 1.5], [9.5, -19.2, -1], 0.35, 0.1))),
]

/** The smooth trunk and neck without collar bones, inflated: a base for clothes. */
export const neckAndTorso = (by: number): Sdf =>
  inflated(mirrored(sculpt(torsoField, [put(5, neckCapsule(NECK.radius))])), by)
