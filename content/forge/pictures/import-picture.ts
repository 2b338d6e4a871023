import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type OutputInfo } from 'sharp'
import { EngineError } from '../../../engine/core/errors.ts'

/** What someone says of a picture of theirs. */
export type PictureFacts = {
  readonly name: string
  readonly title: string
  readonly alt: string
  readonly licence: string
}

/** Longest side, pixels: as many as a screen that fills a film can show. Shortest: below it there is nothing to see. */
const MAX_SIDE = 2048
const MIN_SIDE = 64
/** A page has it in time while it fades in. Bytes. */
const MAX_BYTES = 1024 * 1024
/** Most pixels that are opened: a file of a few bytes may claim any number. */
const MAX_PIXELS = 100e6
/** Of WebP, tried from the best down until the file is small enough. */
const QUALITIES = [90, 82, 74, 64, 52]

/**
 * Takes a picture from elsewhere into a folder of media: upright, no larger than it need be, without what cameras note
 * in it about where it was taken.
 *
 * @param media  The folder that holds all of them.
 * @param file   PNG, JPEG, WebP, AVIF, TIFF, GIF or SVG.
 * @throws       `content/missing-file`, `content/bad-file`; nothing is written then.
 */
export async function importPicture(media: string, file: string, facts: PictureFacts): Promise<void> {
  const { name, ...said } = facts
  if (!/^[a-z0-9-]{1,40}$/.test(name)) {
    throw bad(`"${name}" is no name for a picture. Use lower-case letters, digits and dashes, at most 40.`)
  }
  if (existsSync(join(media, name))) throw bad(`There is a picture "${name}" already. Give this one another name.`)
  const { data, info } = await readPicture(file)
  const { width, height } = info
  const json = { version: 1, ...said, file: 'picture.webp', width, height }
  await mkdir(media, { recursive: true })
  const draft = await mkdtemp(join(media, `.${name}-`))
  try {
    await writeFile(join(draft, 'picture.webp'), data)
    await writeFile(join(draft, 'media.json'), `${JSON.stringify(json, null, 2)}\n`)
    await rename(draft, join(media, name))
  } catch (cause) {
    await rm(draft, { recursive: true, force: true })
    throw cause
  }
}

async function readPicture(file: string): Promise<{ data: Buffer; info: OutputInfo }> {
  if (!existsSync(file)) {
    throw new EngineError('content/missing-file', `There is no picture "${file}". Name a PNG, JPEG, WebP or SVG.`)
  }
  const fit = { width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true } as const
  const upright = sharp(file, { limitInputPixels: MAX_PIXELS }).rotate().resize(fit).flatten({ background: '#000' })
  const whole = await upright
    .toColourspace('srgb')
    .png()
    .toBuffer({ resolveWithObject: true })
    .catch((cause: unknown) => {
      throw bad(`"${file}" cannot be read: ${String((cause as Error).message).split('\n')[0]}. Save it as PNG or JPEG.`)
    })
  const { width, height } = whole.info
  if (Math.min(width, height) < MIN_SIDE) {
    throw bad(`"${file}" comes to ${width} × ${height} pixels; a screen needs ${MIN_SIDE} each way. Take a larger one.`)
  }
  for (const quality of QUALITIES) {
    const tried = await sharp(whole.data)
      .webp({ quality, effort: 6, smartSubsample: true })
      .toBuffer({ resolveWithObject: true })
    if (tried.data.length <= MAX_BYTES) return tried
  }
  throw bad(`"${file}" stays above 1 MiB however it is packed; pages need it in time. Make it smaller.`)
}

const bad = (message: string): EngineError => new EngineError('content/bad-file', message)
