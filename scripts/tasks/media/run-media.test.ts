import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runMedia } from './run-media.ts'

let folder: string
const FACTS = ['--title', 'Our holiday', '--alt', 'A beach in the rain.']

async function run(...args: string[]): Promise<{ code: number; said: string }> {
  let said = ''
  const write = (text: string) => {
    said += text
  }
  return { code: await runMedia(args, { write, warn: write }), said }
}

const add = (file: string, name: string, ...facts: string[]) =>
  run('--add', join(folder, file), '--name', name, ...facts, '--content', folder)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'proscenium-media-'))
  const create = { width: 3000, height: 1000, channels: 3, background: '#88aacc' } as const
  // Held sideways by its camera, which noted it.
  await sharp({ create }).withMetadata({ orientation: 6 }).jpeg().toFile(join(folder, 'holiday.jpg'))
  await sharp({ create: { ...create, width: 30, height: 30 } })
    .png()
    .toFile(join(folder, 'tiny.png'))
  writeFileSync(join(folder, 'torn.png'), 'no picture')
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('npm run media -- --add', () => {
  it('takes a picture in upright, small enough, without what its camera noted', async () => {
    expect(await add('holiday.jpg', 'holiday', ...FACTS)).toEqual({ code: 0, said: `${folder}/media/holiday\n` })
    const picture = readFileSync(join(folder, 'media/holiday/picture.webp'))
    const { width, height, exif, orientation } = await sharp(picture).metadata()
    expect([width, height, exif, orientation]).toEqual([683, 2048, undefined, undefined])
    expect(picture.length).toBeLessThan(1024 * 1024)
    expect(JSON.parse(readFileSync(join(folder, 'media/holiday/media.json'), 'utf8'))).toMatchObject({
      title: 'Our holiday',
      width,
      height,
      licence: 'LicenseRef-own',
    })
  })

  it.each([
    ['a file that is not there', 'none.png', 'sun', FACTS, 'There is no picture'],
    ['what is no picture', 'torn.png', 'sun', FACTS, 'cannot be read'],
    ['a picture too small to be seen', 'tiny.png', 'sun', FACTS, 'comes to 30 × 30 pixels'],
    ['a name that leaves the folder', 'holiday.jpg', '../sun', FACTS, 'is no name for a picture'],
    ['a name that is taken', 'holiday.jpg', 'holiday', FACTS, 'There is a picture "holiday" already'],
    ['a picture that nobody describes', 'holiday.jpg', 'sun', ['--title', 'Sun'], 'needs --alt'],
  ])('refuses %s in one sentence, and writes nothing', async (_, file, name, facts, sentence) => {
    const before = readdirSync(join(folder, 'media'))
    const { code, said } = await add(file, name, ...facts)
    expect(code).toBe(1)
    expect(said).toContain(sentence)
    expect(said.trim()).not.toContain('\n')
    expect(readdirSync(join(folder, 'media'))).toEqual(before)
  })
})

describe('npm run media', () => {
  it('names the pictures it can draw where it is asked for another', async () => {
    const { code, said } = await run('dust', '--content', folder)
    expect(code).toBe(1)
    expect(said).toContain('No picture "dust" is drawn here. Known: welcome, dusk,')
  })

  it('draws one into a folder of content', async () => {
    expect((await run('welcome', '--content', folder)).code).toBe(0)
    expect(readdirSync(join(folder, 'media/welcome')).sort()).toEqual(['media.json', 'picture.webp'])
  })
})
