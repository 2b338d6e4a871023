import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorId } from '../core/ids.ts'
import type { NodeHost } from './hosts/host.ts'
import { createNodeHost } from './hosts/node.ts'
import { CAMERAS, readContent, standingFrame } from './test-view.ts'
import { createView, type View, type ViewOptions } from './view.ts'

let host: NodeHost
let content: Awaited<ReturnType<typeof readContent>>

beforeAll(async () => {
  host = await createNodeHost()
  content = await readContent()
})
afterAll(() => host[Symbol.dispose]())

async function openView(options: Partial<ViewOptions> = {}): Promise<View> {
  const { look, set, avatar } = content
  const view = await createView(host, { width: 320, height: 256, preset: 'draft', look, set, ...options })
  await view.addActor(actorId('ana'), avatar)
  return view
}

async function shoot(view: View, frame = standingFrame()): Promise<Uint8Array> {
  await view.ready(frame)
  view.draw(frame)
  return view.readRgba()
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('the view', () => {
  it('draws an actor and a room, not a blank', async () => {
    using view = await openView()
    const picture = await shoot(view)
    // Her face fills the middle of a close-up, lit warm; the room beside her is darker.
    const face = meanColour(picture, 320, { x: 140, y: 110, width: 40, height: 40 })
    const room = meanColour(picture, 320, { x: 4, y: 100, width: 30, height: 60 })
    expect(face[0]).toBeGreaterThan(190)
    expect(face[0]).toBeGreaterThan(face[2] + 20)
    expect(room[0]).toBeLessThan(170)
    expect(new Set(colours(picture)).size).toBeGreaterThan(5000)
  })

  it('gives the same pixels for the same frame, whatever was drawn before', async () => {
    using first = await openView()
    using second = await openView()
    // The wide shot shows the ground, whose shadows follow the feet.
    const here = standingFrame({ camera: CAMERAS.wide })
    const there = { ...here, actors: [{ ...here.actors[0]!, transform: { x: 0.4, y: 0, z: 0, yaw: 0.3 } }] }
    const direct = sha256(await shoot(first, here))
    await shoot(second, standingFrame({ face: { viseme_aa: 0.8 }, camera: CAMERAS.medium }))
    await shoot(second, there)
    second.draw(here)
    expect(sha256(await second.readRgba())).toBe(direct)
    expect(sha256(await shoot(second, there))).not.toBe(direct)
  })

  it('opens the mouth where the mouth is', async () => {
    using view = await openView()
    const shut = await shoot(view)
    const open = await shoot(view, standingFrame({ face: { viseme_aa: 1 } }))
    const changed = differingRows(shut, open, 320)
    // Mouth and chin lie in the lower half of the picture; eyes and brows, in the upper, hold still.
    expect(changed.length).toBeGreaterThan(20)
    expect(Math.min(...changed)).toBeGreaterThan(110)
  })

  it('turns the head by ten degrees and shows it', async () => {
    using view = await openView()
    const still = await shoot(view)
    const turned = await shoot(view, standingFrame({ turns: [['head', [0, 1, 0], Math.PI / 18]] }))
    expect(shareOff(still, turned, 8)).toBeGreaterThan(0.02)
  })

  it('sets the actor on the floor with a shadow under her feet', async () => {
    using view = await openView({ preset: 'default' })
    const camera = { position: [0, 0.5, 3], target: [0, 0.1, 0], fovDegrees: 14 } as const
    const frame = standingFrame({ camera })
    const lifted = { ...frame, actors: [{ ...frame.actors[0]!, transform: { x: 0, y: 0.6, z: 0, yaw: 0 } }] }
    const under = { x: 150, y: 148, width: 20, height: 6 }
    const standing = meanColour(await shoot(view, frame), 320, under)
    const floating = meanColour(await shoot(view, lifted), 320, under)
    expect(standing[1]).toBeLessThan(floating[1] - 10)
  })

  it('moves its shadows with an actor who walks away', async () => {
    using view = await openView()
    const here = standingFrame()
    const there = { x: 1.4, y: 0, z: 0.3, yaw: 0 }
    const shifted = (point: readonly [number, number, number]) => [point[0] + 1.4, point[1], point[2] + 0.3] as const
    const camera = {
      ...CAMERAS.close,
      position: shifted(CAMERAS.close.position),
      target: shifted(CAMERAS.close.target),
    }
    const away = { ...here, camera, actors: [{ ...here.actors[0]!, transform: there }] }
    const chin = { x: 140, y: 205, width: 40, height: 30 }
    const [a, b] = [await shoot(view, here), await shoot(view, away)]
    // The neck stays in the shadow of the chin: texel snapping may shift it a little, losing it would double the light.
    const [before, after] = [meanColour(a, 320, chin), meanColour(b, 320, chin)]
    for (const c of [0, 1, 2] as const) expect(Math.abs(before[c] - after[c])).toBeLessThan(6)
  })

  it('leaves out who is not in the frame', async () => {
    using alone = await openView()
    using together = await openView()
    await together.addActor(actorId('ben'), content.avatar)
    expect(sha256(await shoot(together))).toBe(sha256(await shoot(alone)))
  })

  it('draws two actors in one avatar, each in a pose of its own', async () => {
    using view = await openView()
    await view.addActor(actorId('ben'), content.avatar)
    const left = standingFrame({ camera: CAMERAS.medium, face: { jawOpen: 1 } }).actors[0]!
    const right = { ...standingFrame().actors[0]!, id: actorId('ben'), transform: { x: 0.35, y: 0, z: 0, yaw: 0 } }
    const pair = (calm: boolean) => ({
      actors: [{ ...(calm ? standingFrame().actors[0]! : left), transform: { x: -0.35, y: 0, z: 0, yaw: 0 } }, right],
      camera: CAMERAS.medium,
      seconds: 0,
    })
    const [calm, talking] = [await shoot(view, pair(true)), await shoot(view, pair(false))]
    const changed = differingColumns(calm, talking, 320)
    expect(changed.length).toBeGreaterThan(5)
    expect(Math.max(...changed)).toBeLessThan(160)
  })

  it('names the actor it was never given', async () => {
    using view = await openView()
    const frame = standingFrame()
    const stranger = { ...frame, actors: [{ ...frame.actors[0]!, id: actorId('anna') }] }
    expect(() => view.draw(stranger)).toThrow('The view has no actor "anna". Did you mean "ana"? Known: ana.')
  })
})

describe('reading a frame', () => {
  it.each([
    [320, 256],
    [258, 256],
    [266, 270],
  ])('converts %i × %i to I420 as BT.709 says, to one step', async (width, height) => {
    using view = await openView({ width, height })
    const rgba = await shoot(view)
    const planes = await view.readFrame()
    expect(planes.length).toBe((width * height * 3) / 2)
    expect(greatestDifference(planes, referenceI420(rgba, width, height))).toBeLessThanOrEqual(1)
  })

  it('takes each picture at its call, though several travel at once', async () => {
    using view = await openView()
    const frames = [0, 0.4, 0.8].map((weight) => standingFrame({ face: { jawOpen: weight } }))
    const oneByOne: string[] = []
    for (const frame of frames) {
      view.draw(frame)
      oneByOne.push(sha256(await view.readFrame()))
    }
    const together: Promise<Uint8Array>[] = []
    for (const frame of frames) {
      view.draw(frame)
      together.push(view.readFrame())
    }
    expect((await Promise.all(together)).map(sha256)).toEqual(oneByOne)
    expect(new Set(oneByOne).size).toBe(3)
  })

  it('stops when it is told to', async () => {
    using view = await openView()
    await expect(view.readFrame(AbortSignal.abort())).rejects.toThrow()
  })
})

type Area = { x: number; y: number; width: number; height: number }

function meanColour(rgba: Uint8Array, width: number, area: Area): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0]
  for (let y = area.y; y < area.y + area.height; y++) {
    for (let x = area.x; x < area.x + area.width; x++) {
      for (const c of [0, 1, 2] as const) sum[c] += rgba[(y * width + x) * 4 + c]!
    }
  }
  const count = area.width * area.height
  return [sum[0] / count, sum[1] / count, sum[2] / count]
}

function colours(rgba: Uint8Array): Uint32Array {
  return new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4)
}

function differingRows(a: Uint8Array, b: Uint8Array, width: number): number[] {
  const rows = new Set<number>()
  for (let i = 0; i < a.length; i++) if (Math.abs(a[i]! - b[i]!) > 24) rows.add(Math.floor(i / 4 / width))
  return [...rows]
}

function differingColumns(a: Uint8Array, b: Uint8Array, width: number): number[] {
  const columns = new Set<number>()
  for (let i = 0; i < a.length; i++) if (Math.abs(a[i]! - b[i]!) > 24) columns.add(Math.floor(i / 4) % width)
  return [...columns]
}

/** Share of pixels of which a channel is more than `limit` off. */
function shareOff(a: Uint8Array, b: Uint8Array, limit: number): number {
  let count = 0
  for (let i = 0; i < a.length; i += 4) {
    if ([0, 1, 2].some((c) => Math.abs(a[i + c]! - b[i + c]!) > limit)) count++
  }
  return count / (a.length / 4)
}

function greatestDifference(a: Uint8Array, b: Uint8Array): number {
  let greatest = 0
  for (let i = 0; i < a.length; i++) greatest = Math.max(greatest, Math.abs(a[i]! - b[i]!))
  return greatest
}

/** BT.709 by the book, in doubles. */
function referenceI420(rgba: Uint8Array, width: number, height: number): Uint8Array {
  const out = new Uint8Array((width * height * 3) / 2)
  const pixel = (x: number, y: number) => [0, 1, 2].map((c) => rgba[(y * width + x) * 4 + c]! / 255)
  const luma = ([r, g, b]: number[]) => 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) out[y * width + x] = Math.round(16 + 219 * luma(pixel(x, y)))
  }
  let at = width * height
  for (const [channel, divisor] of [
    [2, 1.8556],
    [0, 1.5748],
  ] as const) {
    for (let y = 0; y < height; y += 2) {
      for (let x = 0; x < width; x += 2) {
        const corners = [pixel(x, y), pixel(x + 1, y), pixel(x, y + 1), pixel(x + 1, y + 1)]
        const mean = [0, 1, 2].map((c) => corners.reduce((sum, corner) => sum + corner[c]! / 4, 0))
        out[at++] = Math.round(128 + (224 * (mean[channel]! - luma(mean))) / divisor)
      }
    }
  }
  return out
}
