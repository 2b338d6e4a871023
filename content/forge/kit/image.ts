import sharp from 'sharp'
import { clamp } from './scalar.ts'
import type { Vec3, Vec4 } from './vec3.ts'

/** A picture drawn by a function of pixel centre, RGB or RGBA in [0, 1] as stored (not linearised). PNG bytes. */
export function drawPng(width: number, height: number, pixel: (x: number, y: number) => Vec3 | Vec4): Promise<Buffer> {
  const pixels: number[] = []
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) for (const channel of pixel(x, y)) pixels.push(Math.round(clamp(channel) * 255))
  const channels = pixels.length === 4 * width * height ? 4 : 3
  return sharp(Buffer.from(pixels), { raw: { width, height, channels } }).png({ compressionLevel: 9 }).toBuffer()
}

/** PNG bytes of a picture whose RGB bytes are at hand, rows from the top. */
export const pngOf = (size: number, rgb: Uint8Array): Promise<Buffer> =>
  sharp(rgb, { raw: { width: size, height: size, channels: 3 } })
    .png({ compressionLevel: 6 })
    .toBuffer()

/** A unit normal as stored in a normal map. */
export const packNormal = ([x, y, z]: Vec3): Vec3 => [x * 0.5 + 0.5, y * 0.5 + 0.5, z * 0.5 + 0.5]
