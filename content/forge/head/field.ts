import {
  capsule,
  carve,
  ellipsoid,
  inflated,
  mirrored,
  put,
  type Sdf,
  type Stroke,
  sculpt,
  sphere,
} from '../kit/sdf.ts'
import type { HeadRecipe } from './recipe.ts'

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
export function headField(recipe: HeadRecipe): HeadField {
  const { eye } = recipe
  const lids: Stroke = put(0.55, sphere([eye.x, eye.y, eye.z], eye.radius + eye.lidThickness))
  const head = [...skullStrokes(recipe), ...neckStrokes]
  return {
    skin: mirrored(sculpt(cranium, [...head, lids, ...throatStrokes, ...noseStrokes])),
    bare: mirrored(sculpt(cranium, [...head, ...throatStrokes, ...noseStrokes])),
  }
}

const cranium = ellipsoid([0, 3.7, -1.1], [7.5, 8.1, 9.2])

/** Given for the left half. */
function skullStrokes({ proportions: { faceWidth, jawWidth, chinHeight } }: HeadRecipe): Stroke[] {
  const face = put(2.5, ellipsoid([0, -0.7, 1.5], [6.75 * faceWidth, 7.6, 6.7]))
  const jaw = put(2.4, ellipsoid([0, -5.8, 3.5], [3.75 * jawWidth, 3.3, 4.2]))
  const chin = put(1.7, ellipsoid([0, -8, 6.72], [1.5, 1.3 * chinHeight, 1.65]))
  const cheek = put(2.2, ellipsoid([3.5 * faceWidth, -3.1, 4.9], [2.4, 2.4, 2.5]))
  const socket = carve(1.8, ellipsoid([3, 0.25, 9.9], [2.2, 1.6, 1.9]))
  const cheekbone = put(1.6, ellipsoid([4.9, -0.7, 4.9], [1.8, 1.6, 1.6]))
  const cheekSide = put(1.6, ellipsoid([3.8, -3.7, 1.6], [1.7, 2.2, 2.6]))
  const brow = put(2, ellipsoid([2.3, 2.6, 6.3], [2.3, 0.9, 1.5]))
  const mouth = put(1.6, ellipsoid([0, -5.8, 6.9], [2.6, 1.9, 2.1]))
  return [face, jaw, chin, cheek, socket, cheekbone, cheekSide, brow, mouth]
}

const NOWHERE = 1e3
const onlyBelow =
  (height: number, shape: Sdf): Sdf =>
  (x, y, z) =>
    y < height ? shape(x, y, z) : NOWHERE

const neckStrokes: readonly Stroke[] = [
  put(1.9, onlyBelow(0, capsule([0, -5.5, -1.1], [0, -19, -2.4], 2.95, 3.35))),
  put(5, onlyBelow(NECK_REACH, torsoField)),
]

/** The neck's slanting muscle and the collar bone in two pieces. */
const throatStrokes: readonly Stroke[] = [
  put(1.2, onlyBelow(NECK_REACH, capsule([2.9, -10, -2.2], [0.9, -18.4, 2.2], 0.35, 0.6))),
  put(1, onlyBelow(NECK_REACH, capsule([1.3, -18.9, 2.6], [6, -18.9, 1.5], 0.5, 0.35))),
  put(1, onlyBelow(NECK_REACH, capsule([6, -18.9, 1.5], [9.5, -19.2, -1], 0.35, 0.1))),
]

const nose = sculpt(capsule([0, 1, 7.75], [0, -2.6, 8.88], 0.42, 0.58), [
  put(0.45, ellipsoid([0, -2.92, 9.22], [0.64, 0.64, 0.74])),
  put(0.42, ellipsoid([0.6, -3.02, 8.5], [0.4, 0.4, 0.6])),
])

const noseStrokes: readonly Stroke[] = [
  put(0.9, nose),
  carve(0.3, ellipsoid([0.38, -3.52, 8.8], [0.19, 0.17, 0.3])),
  carve(0.35, ellipsoid([0, -4.6, 9.32], [0.25, 0.55, 0.3])),
]

/** The smooth trunk and neck without collar bones, inflated: a base for clothes. */
export const neckAndTorso = (by: number): Sdf =>
  inflated(mirrored(sculpt(torsoField, [put(5, capsule([0, -5.5, -1.1], [0, -19, -2.4], 2.95, 3.35))])), by)
