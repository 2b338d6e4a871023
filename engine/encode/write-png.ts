import sharp from 'sharp'

/**
 * Writes one picture as a PNG.
 *
 * @param rgba  8 bits a channel, sRGB, straight alpha, rows from the top.
 */
export async function writePng(path: string, rgba: Uint8Array, width: number, height: number): Promise<void> {
  await sharp(rgba, { raw: { width, height, channels: 4 } })
    .png()
    .toFile(path)
}
