import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'

/**
 * Makes a PNG file of one picture.
 *
 * @param rgba  8 bits a channel, sRGB, straight alpha, rows from the top.
 */
export function encodePng(rgba: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  return sharp(rgba, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer()
}

/** Writes one picture as a PNG. See {@link encodePng}. */
export async function writePng(path: string, rgba: Uint8Array, width: number, height: number): Promise<void> {
  await writeFile(path, await encodePng(rgba, width, height))
}
