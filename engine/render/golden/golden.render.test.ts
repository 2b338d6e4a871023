import { mkdir, readFile, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StageFrame } from '../frame.ts'
import type { NodeHost } from '../hosts/host.ts'
import { createNodeHost } from '../hosts/node.ts'
import { readAvatar, readLook, readSet } from '../test-view.ts'
import { createView, type View } from '../view.ts'
import { differencePicture, type Picture, pictureMismatch } from './compare.ts'
import { GOLDEN_ACTOR, GOLDEN_FRAMES, GOLDEN_SIZE, type GoldenFrame, TURNED_ASIDE } from './test-frames.ts'

/** Set by `npm run golden -- --update`, which says why in its commit. */
const UPDATES = process.env.GOLDEN_UPDATE === '1'
const FAILURES = new URL('../../../out/golden/', import.meta.url)

let host: NodeHost
const views = new Map<string, View>()

beforeAll(async () => {
  host = await createNodeHost()
})
afterAll(() => {
  for (const view of views.values()) view[Symbol.dispose]()
  host[Symbol.dispose]()
})

describe('golden frames', () => {
  it.each(GOLDEN_FRAMES)('$name', async (golden) => {
    const actual = await shoot(golden.look, golden.frame)
    if (UPDATES) await writeFile(goldenFile(golden.name), await encodePng(actual))
    const expected = await readGolden(golden)
    const mismatch = pictureMismatch(expected, actual, host.adapter.kind)
    if (mismatch !== undefined) await writeFailure(golden.name, expected, actual)
    expect(mismatch).toBeUndefined()
  })

  it('tell a head that is ten degrees aside from one that is not', async () => {
    const actual = await shoot('natural', TURNED_ASIDE)
    expect(pictureMismatch(await readGolden(GOLDEN_FRAMES[0]!), actual, host.adapter.kind)).toBeDefined()
  })
})

async function shoot(look: GoldenFrame['look'], frame: StageFrame): Promise<Picture> {
  const view = views.get(look) ?? (await openView(look))
  await view.ready(frame)
  view.draw(frame)
  return { ...GOLDEN_SIZE, data: await view.readRgba() }
}

async function openView(look: GoldenFrame['look']): Promise<View> {
  const view = await createView(host, { ...GOLDEN_SIZE, look: await readLook(look), set: await readSet('living-room') })
  await view.addActor(GOLDEN_ACTOR, await readAvatar('milla'))
  views.set(look, view)
  return view
}

const goldenFile = (name: string): URL => new URL(`${name}.png`, import.meta.url)

async function readGolden({ name }: GoldenFrame): Promise<Picture> {
  const png = await readFile(goldenFile(name))
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

const encodePng = ({ width, height, data }: Picture): Promise<Buffer> =>
  sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: 9 })
    .toBuffer()

async function writeFailure(name: string, expected: Picture, actual: Picture): Promise<void> {
  await mkdir(FAILURES, { recursive: true })
  const pictures = { expected, actual, difference: differencePicture(expected, actual) }
  for (const [part, picture] of Object.entries(pictures)) {
    await writeFile(new URL(`${name}.${part}.png`, FAILURES), await encodePng(picture))
  }
}
