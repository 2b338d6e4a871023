import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeFilm, listBoxes } from './decode-check.ts'
import { createEncoder } from './encoder.ts'
import { FRAME_RATES, type FrameRate, type Size } from './formats.ts'
import {
  BAR_COLOUR,
  BAR_WIDTH,
  barLeft,
  drawBar,
  GROUND_COLOUR,
  hearBeep,
  readColour,
  soundBeep,
  TEST_FPS,
  TEST_SIZE,
} from './test-film.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'encoder-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Two seconds, with a beep when the second begins. */
async function film(name: string, size: Size = TEST_SIZE, fps: FrameRate = TEST_FPS, sound = soundBeep(2, 1)) {
  const path = join(folder, name)
  await using encoder = await createEncoder({ path, ...size, fps, audio: sound, sampleRate: 48000 })
  for (let frame = 0; frame < 2 * fps; frame++) await encoder.addFrame(drawBar(size, frame), frame)
  return await encoder.finish()
}

const farthest = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((value, i) => Math.abs(value - b[i]!)))

describe('a film', () => {
  it('decodes to the frames, times, size and colour tags that went in', async () => {
    const { path, frames, seconds, bytes } = await film('whole.mp4')
    const decoded = decodeFilm(path)
    expect({ frames, seconds, bytes }).toEqual({ frames: 60, seconds: 2, bytes: (await readFile(path)).length })
    expect(decoded).toMatchObject({ ...TEST_SIZE, fps: TEST_FPS, frames: 60, seconds: 2, sampleRate: 48000 })
    expect(decoded.colour).toEqual({ primaries: 1, transfer: 1, matrix: 1, range: 1 })
    decoded.times.forEach((time, frame) => {
      expect(time).toBeCloseTo(frame / TEST_FPS, 6)
    })
  })

  it('tells what its process has spent, which grows with the pictures', async () => {
    const small = await film('cheap.mp4', { width: 256, height: 256 })
    const large = await film('dear.mp4', { width: 1280, height: 720 })
    expect(small.cpuSeconds).toBeGreaterThan(0.05)
    expect(large.cpuSeconds).toBeGreaterThan(small.cpuSeconds)
  })

  it('shows each frame at its own time, in the colours it had', async () => {
    const { path } = await film('colours.mp4')
    const { pictures } = decodeFilm(path, (frame) => [0, 17, 59].includes(frame))
    expect([...pictures.keys()]).toEqual([0, 17, 59])
    for (const [frame, picture] of pictures) {
      const left = barLeft(TEST_SIZE, frame)
      const bar = readColour(picture, TEST_SIZE, left + 4, BAR_WIDTH - 8)
      const ground = readColour(picture, TEST_SIZE, (left + 120) % 240, 8)
      expect(farthest(bar, BAR_COLOUR)).toBeLessThan(4)
      expect(farthest(ground, GROUND_COLOUR)).toBeLessThan(4)
    }
  })

  it('sounds when it should, to less than a frame, and as long as the pictures last', async () => {
    const { path } = await film('sound.mp4')
    const { sound, soundStart } = decodeFilm(path)
    expect(soundStart).toBe(0)
    expect(sound.length).toBe(2 * 2 * 48000)
    expect(Math.abs(hearBeep(sound) - 1)).toBeLessThan(0.005)
  })

  it('is silent where the sound ends early and cut where it ends late', async () => {
    const early = decodeFilm((await film('early.mp4', TEST_SIZE, 30, soundBeep(1.2, 1))).path)
    const late = decodeFilm((await film('late.mp4', TEST_SIZE, 30, soundBeep(3, 1))).path)
    for (const { seconds, sound } of [early, late]) {
      expect(seconds).toBe(2)
      expect(sound.length).toBe(2 * 2 * 48000)
      expect(hearBeep(sound)).toBeCloseTo(1, 2)
    }
  })

  it('carries its index before its data', async () => {
    const boxes = listBoxes((await film('index.mp4')).path)
    expect(boxes[0]).toBe('ftyp')
    expect(boxes.indexOf('moov')).toBeLessThan(boxes.indexOf('mdat'))
  })

  it('is the same file, byte for byte, when made again', async () => {
    const hashes = await Promise.all(
      ['once.mp4', 'again.mp4'].map(async (name) =>
        createHash('sha256')
          .update(await readFile((await film(name)).path))
          .digest('hex'),
      ),
    )
    expect(hashes[0]).toBe(hashes[1])
  })

  it('takes the place of an older file and leaves nothing beside it', async () => {
    await film('twice.mp4')
    await film('twice.mp4', { width: 256, height: 256 })
    expect(decodeFilm(join(folder, 'twice.mp4')).width).toBe(256)
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it.each(FRAME_RATES)('runs at %i frames a second', async (fps) => {
    const decoded = decodeFilm((await film(`fps-${fps}.mp4`, TEST_SIZE, fps)).path)
    expect(decoded).toMatchObject({ fps, frames: 2 * fps, seconds: 2 })
    expect(decoded.times.at(-1)).toBeCloseTo((2 * fps - 1) / fps, 6)
    expect(decoded.sound.length).toBe(2 * 2 * 48000)
    expect(Math.abs(hearBeep(decoded.sound) - 1)).toBeLessThan(0.005)
  })
})
