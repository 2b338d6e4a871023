import { pow } from './ops.ts'
import { clamp, lerp } from './scalar.ts'
import type { Vec3, Vec4 } from './vec3.ts'

/** Linear RGB, [0, 1]. */
export type Colour = Vec3

/** Linear RGB of an sRGB hex colour such as "#f2c9b0". Source: IEC 61966-2-1. */
export function hexColour(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16)
  const channel = (shift: number) => {
    const v = ((value >> shift) & 255) / 255
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4)
  }
  return [channel(16), channel(8), channel(0)]
}

/** An sRGB hex colour as a picture stores it, [0, 1]. */
export function storedColour(hex: string): Vec3 {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
}

export const mixColours = (a: Colour, b: Colour, t: number): Colour => [
  lerp(a[0], b[0], t),
  lerp(a[1], b[1], t),
  lerp(a[2], b[2], t),
]

/** Relative luminance. Source: ITU-R BT.709. */
export const luminanceOf = ([r, g, b]: Colour): number => 0.2126 * r + 0.7152 * g + 0.0722 * b

export const tint = (a: Colour, b: Colour): Colour => [a[0] * b[0], a[1] * b[1], a[2] * b[2]]
export const shade = (a: Colour, amount: number): Colour => [a[0] * amount, a[1] * amount, a[2] * amount]

/** The sRGB byte of a linear value, [0, 1]. Source: IEC 61966-2-1. */
export const srgbByte = (linear: number): number => SRGB_BYTES[Math.round(clamp(linear) * SRGB_STEPS)]!

/** Steps of the table: fine enough that no byte is left out, since sRGB is at its steepest 12.92 bytes to a linear one. */
const SRGB_STEPS = 4095
const SRGB_BYTES = Uint8Array.from({ length: SRGB_STEPS + 1 }, (_, i) => {
  const v = i / SRGB_STEPS
  return Math.round(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * pow(v, 1 / 2.4) - 0.055))
})

/** COLOR_0 of a colour; glTF wants every channel within [0, 1]. */
export const vertexColour = (a: Colour, alpha = 1): Vec4 => [clamp(a[0]), clamp(a[1]), clamp(a[2]), clamp(alpha)]
