import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ScreenFrame, StageFrame } from './frame.ts'
import type { NodeHost } from './hosts/host.ts'
import { createNodeHost } from './hosts/node.ts'
import { CAMERAS, readLook, readScreen, readSet } from './test-view.ts'
import { createView, type View } from './view.ts'

/** From straight before the screen: it spans columns 42 to 278 and rows 62 to 195. */
const SIZE = { width: 320, height: 256 }

let host: NodeHost
let view: View

beforeAll(async () => {
  host = await createNodeHost()
  const [look, set, screen] = await Promise.all([readLook('warm'), readSet('living-room'), readScreen()])
  view = await createView(host, { ...SIZE, preset: 'draft', look, set, screen })
  await view.addPicture('corners', await corners())
  await view.addPicture('white', await plain('#ffffff', 256, 144))
  await view.addPicture('square', await plain('#ffffff', 128, 128))
})
afterAll(() => {
  view[Symbol.dispose]()
  host[Symbol.dispose]()
})

const plain = (background: string, width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()

/** Red, green above; blue, white below. */
const corners = (): Promise<Buffer> =>
  sharp({ create: { width: 256, height: 144, channels: 3, background: '#ffffff' } })
    .composite(
      (['#ff0000', '#00ff00', '#0000ff'] as const).map((background, i) => ({
        input: { create: { width: 128, height: 72, channels: 3, background } },
        left: (i % 2) * 128,
        top: Math.floor(i / 2) * 72,
      })),
    )
    .webp({ lossless: true })
    .toBuffer()

async function shoot(screen?: ScreenFrame): Promise<Uint8Array> {
  const frame: StageFrame = { actors: [], camera: CAMERAS.screen, seconds: 0, ...(screen && { screen }) }
  await view.ready(frame)
  view.draw(frame)
  return view.readRgba()
}

const on = (media: string): ScreenFrame => ({ before: '', shown: media, share: 1 })
const at = (picture: Uint8Array, x: number, y: number) => [
  ...picture.subarray((y * 320 + x) * 4, (y * 320 + x) * 4 + 3),
]
const light = (picture: Uint8Array, x: number, y: number): number => Math.max(...at(picture, x, y))
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('the screen', () => {
  it('shows a picture upright and the right way round, up to its frame', async () => {
    const picture = await shoot(on('corners'))
    for (const [x, y, channel] of [
      [50, 70, 0],
      [270, 70, 1],
      [50, 186, 2],
    ] as const) {
      const colour = at(picture, x, y)
      expect(colour[channel], `${x} ${y}`).toBeGreaterThan(150)
      for (const other of [0, 1, 2]) if (other !== channel) expect(colour[other]!).toBeLessThan(colour[channel]! / 2)
    }
    expect(Math.min(...at(picture, 270, 186))).toBeGreaterThan(200)
  })

  it('shows a picture of another shape whole, with dark bars beside it', async () => {
    const picture = await shoot(on('square'))
    for (const x of [60, 84, 236, 260]) expect(light(picture, x, 128)).toBeLessThan(30)
    for (const x of [102, 160, 218]) expect(light(picture, x, 128)).toBeGreaterThan(220)
    for (const y of [70, 188]) expect(light(picture, 160, y)).toBeGreaterThan(220)
  })

  it('glows on the wall around it', async () => {
    const [resting, lit] = [await shoot(), await shoot(on('white'))]
    const gain = (x: number, y: number) => light(lit, x, y) / light(resting, x, y)
    expect(gain(30, 128)).toBeGreaterThan(1.1)
    expect(gain(160, 30)).toBeGreaterThan(1.1)
    expect(gain(4, 4)).toBeLessThan(gain(30, 128))
  })

  it('fades from one picture to the next, and from rest', async () => {
    const lightAt = async (before: string, shown: string, share: number) =>
      light(await shoot({ before, shown, share }), 60, 128)
    const seen: number[] = []
    for (const share of [0, 0.3, 0.6, 1]) seen.push(await lightAt('square', 'white', share))
    for (let i = 1; i < seen.length; i++) expect(seen[i]!).toBeGreaterThan(seen[i - 1]! + 20)
    const rest = sha256(await shoot())
    expect(sha256(await shoot({ before: '', shown: 'white', share: 0 }))).toBe(rest)
    expect(sha256(await shoot({ before: 'white', shown: '', share: 1 }))).toBe(rest)
    expect(sha256(await shoot(on('white')))).not.toBe(rest)
  })

  it('gives the same pixels for the same frame, whatever it showed before', async () => {
    const first = sha256(await shoot(on('corners')))
    await shoot({ before: 'white', shown: 'square', share: 0.5 })
    expect(sha256(await shoot(on('corners')))).toBe(first)
  })

  it('names a picture that it was not given, and one that cannot be read', async () => {
    await expect(shoot(on('whit'))).rejects.toThrow('not given the picture "whit". Did you mean "white"?')
    await expect(view.addPicture('torn', new Uint8Array([1, 2, 3]))).rejects.toThrow(
      'The picture "torn" cannot be read.',
    )
  })
})
