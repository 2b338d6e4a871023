import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { type Picture, pictureSvg } from './picture.ts'

/** Of WebP: lettering stays crisp. */
const QUALITY = 90

/** A picture as a file. */
export const encodePicture = (picture: Picture): Promise<Buffer> =>
  sharp(Buffer.from(pictureSvg(picture)))
    .flatten({ background: '#000' })
    .webp({ quality: QUALITY, effort: 6, smartSubsample: true })
    .toBuffer()

/** What its `media.json` says of a picture. */
export const describePicture = ({ title, alt, width, height }: Picture): object => ({
  version: 1,
  title,
  alt,
  file: 'picture.webp',
  width,
  height,
  licence: 'CC0-1.0',
})

/** Writes a picture and what is known of it into its folder of content/media. */
export async function writePicture(folder: string, picture: Picture): Promise<void> {
  const { name } = picture
  await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, name, 'picture.webp'), await encodePicture(picture))
  await writeFile(join(folder, name, 'media.json'), `${JSON.stringify(describePicture(picture), null, 2)}\n`)
}
