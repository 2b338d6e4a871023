import type { Vec2 } from '../kit/vec3.ts'

/**
 * Where the trousers' cloth lies in their picture: each leg unrolled beside the other, the middle of the front in the
 * picture's middle. A column is a quad of the mesh: from the middle of the front round the side to the middle of the
 * back, and on round the inner leg, which starts below the fork.
 */
export const COLUMNS = 28
export const MIDDLE_BACK = 22
/** The seams down a leg's outside and inside. */
export const SIDE = 10.7
export const INNER = 24.6

/** Edge of the picture, and the height of cloth that it shows. Pixels, centimetres. */
export const PICTURE = 1024
const TOP = 102.4
export const PIXELS_PER_CM = PICTURE / TOP

/** 1 the left leg, −1 the right one. */
export type Side = 1 | -1

/** Pixel of a place on the cloth: column, height in centimetres. */
export const pixelOf = (side: Side, [column, y]: Vec2): Vec2 => [
  (0.5 + (side * column) / COLUMNS / 2) * PICTURE,
  (TOP - y) * PIXELS_PER_CM,
]

/** Column and height at a pixel. */
export function placeOf(x: number, y: number): { readonly column: number; readonly height: number } {
  return { column: Math.abs(x / PICTURE - 0.5) * 2 * COLUMNS, height: TOP - y / PIXELS_PER_CM }
}

/** Texture coordinates of a place on the cloth. */
export function unwrapTrousers(place: Vec2, isMirrored: boolean): Vec2 {
  const [x, y] = pixelOf(isMirrored ? -1 : 1, place)
  return [x / PICTURE, y / PICTURE]
}

/** Cut from cloth that the picture has room for beside the waist: a belt loop, from its top, and the button. */
export const LOOP_SWATCH = { column: 24, width: 0.6, top: 99.6, bottom: 94.6 } as const
export const BUTTON_SWATCH: Vec2 = [26.5, 97]
