/** The capture command from end to end: text in, film out, the film decoded again. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advanceTo } from './api/advance-to.ts'
import { loadCatalogue } from './api/content.ts'
import { openContent } from './api/disk-content.ts'
import { mixTake } from './api/mix-take.ts'
import { playThrough } from './api/play-through.ts'
import { createStage } from './api/stage.ts'
import { readTake } from './api/take-file.ts'
import { TICK_RATE } from './core/clock.ts'
import { type DecodedFilm, decodeFilm } from './encode/decode-check.ts'
import { ARKIT_BLENDSHAPES, FACE_CHANNEL_COUNT } from './rig/blendshapes.ts'
import { visemeIndex } from './rig/visemes.ts'
import { toDecibels } from './sound/decibels.ts'
import { integratedLoudness } from './sound/loudness.ts'
import { truePeak } from './sound/peak.ts'

const COMMAND = fileURLToPath(new URL('../scripts/tasks/capture.ts', import.meta.url))
const SIZE = 256
const FPS = 30
/** Open vowels with silence between. */
const TEXT = 'Hi! Oh, yeah. Wow, aha.'
/** Levels by which two encodings of one picture differ in the mean of a row. */
const CODEC_NOISE = 4
const SMALL = ['--size', `${SIZE}x${SIZE}`, '--preset', 'draft', '--fps', String(FPS), '-q']

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capture-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs the command as a user does. @param follow  Is given all that was written so far on the error stream. */
async function run(args: readonly string[], follow: (err: string, pid: number) => void = () => {}): Promise<Ran> {
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', err: '' }
  child.stdout.on('data', (text) => {
    said.out += text
  })
  child.stderr.on('data', (text) => {
    said.err += text
    follow(said.err, child.pid!)
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, ...said }
}

const at = (name: string) => join(folder, name)
const frameHash = (line: string) => /frames ([0-9a-f]{16})\n/.exec(line)![1]!

describe('a film of a text', () => {
  let ran: Ran
  let film: DecodedFilm
  beforeAll(async () => {
    // A head that moves and a smile would be darkness, too, where the mouth is looked for.
    ran = await run([
      TEXT,
      '--no-acting',
      '--stillness',
      '1',
      '--shot',
      'close-up',
      '--out',
      at('film.mp4'),
      '--take',
      at('take.json'),
      ...SMALL,
    ])
    film = decodeFilm(at('film.mp4'), () => true)
  })

  it('is made without a word on the error stream, and ends with one line', () => {
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(ran.out).toMatch(
      /^\S+film\.mp4 · \d+\.\d\d s · \d+ frames · [\d.]+ s taken · [\d.]+ CPU-s per video second \(\+ [\d.]+ to start\) · -1\d\.\d LUFS, peak -[\d.]+ dBFS · .+ · frames [0-9a-f]{16}\n$/,
    )
  })

  it('has the frames, the length and the rate that its take asks for', async () => {
    const { take } = await readTake(at('take.json'))
    const frames = Math.ceil((take.ticks * FPS) / TICK_RATE)
    expect(film).toMatchObject({ frames, fps: FPS, width: SIZE, height: SIZE, sampleRate: 48_000, soundStart: 0 })
    expect(film.seconds).toBeCloseTo(frames / FPS, 6)
    expect(ran.out).toContain(`${frames} frames`)
  })

  it('sounds when its take sounds, to a millisecond', async () => {
    const { sound } = await replay()
    const lags = Array.from({ length: 201 }, (_, i) => (i - 100) * 16)
    const best = lags.reduce((a, b) => (likeness(sound, film.sound, b) > likeness(sound, film.sound, a) ? b : a))
    expect(likeness(sound, film.sound, best)).toBeGreaterThan(0.95)
    expect(Math.abs(best) / 48_000).toBeLessThan(0.001)
  })

  it('is as loud as films are, and never clips', () => {
    const sides = [0, 1].map((side) => film.sound.filter((_, i) => i % 2 === side))
    expect(Math.abs(integratedLoudness(sides) + 16)).toBeLessThan(1)
    expect(toDecibels(Math.max(...sides.map(truePeak)))).toBeLessThanOrEqual(-1)
  })

  it('shows the mouth open while the sound is loud, and as open as the take has it', async () => {
    const { openings } = await replay()
    const loudness = frameLevels(film)
    const darkness = Array.from({ length: film.frames }, (_, frame) => mouthDarkness(film.pictures.get(frame)!))
    expect(correlation(openings, darkness)).toBeGreaterThan(0.95)
    const lags = [-3, -2, -1, 0, 1, 2, 3]
    const best = lags.reduce((a, b) =>
      correlation(openings, loudness, b) > correlation(openings, loudness, a) ? b : a,
    )
    expect(correlation(openings, loudness, best)).toBeGreaterThan(0.8)
    // The mouth leads: the sound comes with its frame or the next.
    expect([0, 1]).toContain(best)
    expect(correlation(openings, loudness, 10)).toBeLessThan(0.4)
    const meanWhere = (is: (level: number) => boolean) => mean(darkness.filter((_, frame) => is(loudness[frame]!)))
    expect(meanWhere((level) => level > 0.1)).toBeGreaterThan(2 * meanWhere((level) => level < 0.002))
  })

  it('is made of one take: the same sound, the same frames, and captions only where captions are', async () => {
    const again = await run(['--from-take', at('take.json'), '--burn-captions', '--out', at('captions.mp4'), ...SMALL])
    expect(again).toMatchObject({ code: 0, err: '' })
    expect(frameHash(again.out)).toBe(frameHash(ran.out))
    const captioned = decodeFilm(at('captions.mp4'), () => true)
    const rows = differingRows(film, captioned)
    const band = rows.flatMap((difference, row) => (difference > CODEC_NOISE ? [row] : []))
    expect(band.length).toBeGreaterThan(SIZE * 0.05)
    expect(band.length).toBeLessThan(SIZE * 0.25)
    expect(band[0]).toBeGreaterThan(SIZE * 0.7)
    expect(band.at(-1)! - band[0]!).toBe(band.length - 1)
  })

  it('has captions beside it with the times of its words', async () => {
    const text = await readFile(at('film.vtt'), 'utf8')
    expect(text).toMatch(/^WEBVTT\n/)
    expect(text.replace(/<[^>]*>/g, '')).toContain(TEXT)
    expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([])
  })
})

/** Plays the take again without drawing it: its sound, and how open the mouth is in each frame, [0, 1]. */
async function replay(): Promise<{ sound: Float32Array; openings: number[] }> {
  const { take, blobs } = await readTake(at('take.json'))
  const catalogue = await loadCatalogue(openContent(), take.stage)
  const performed = () => createStage({ catalogue, seed: take.seed, log: take.log })
  const frames = Math.ceil((take.ticks * FPS) / TICK_RATE)
  const { interleaved } = mixTake(playThrough(performed(), take.ticks).parts, blobs, frames / FPS)
  const stage = performed()
  const openings = Array.from({ length: frames }, (_, frame) => {
    advanceTo(stage, (frame * TICK_RATE) / FPS)
    const { previous, lists } = stage.world
    const row = lists.actors[0]! * FACE_CHANNEL_COUNT
    return OPEN.reduce((sum, [channel, share]) => sum + share * previous.Face.weights[row + channel]!, 0)
  })
  return { sound: interleaved, openings }
}

/** How far each shape opens the lips. */
const OPEN = (
  [
    ['aa', 1],
    ['E', 0.6],
    ['ih', 0.4],
    ['oh', 0.8],
    ['ou', 0.4],
  ] as const
).map(([name, share]) => [ARKIT_BLENDSHAPES.length + visemeIndex(name), share] as const)

/** Cosine of the angle between two sounds, one shifted by a number of values. */
function likeness(a: Float32Array, b: Float32Array, lag: number): number {
  let [ab, aa, bb] = [0, 0, 0]
  for (let i = Math.max(0, -lag); i < Math.min(a.length, b.length - lag); i++) {
    ab += a[i]! * b[i + lag]!
    aa += a[i]! ** 2
    bb += b[i + lag]! ** 2
  }
  return ab / Math.sqrt(aa * bb)
}

/** Root mean square of the sound of each frame. */
function frameLevels({ sound, frames }: DecodedFilm): number[] {
  const length = sound.length / frames
  return Array.from({ length: frames }, (_, frame) => {
    const share = sound.subarray(frame * length, (frame + 1) * length)
    return Math.sqrt(share.reduce((sum, value) => sum + value * value, 0) / length)
  })
}

/** Dark pixels around the mouth: its inside has a luma of 50 to 70, lips and skin 100 and more; hair stays outside the box. */
function mouthDarkness(picture: Uint8Array): number {
  let dark = 0
  for (let y = 118; y < 144; y++) for (let x = 112; x < 144; x++) if (picture[y * SIZE + x]! < 75) dark++
  return dark
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Pearson's correlation of two rows; with a lag, the second is taken that many places later. */
function correlation(a: readonly number[], b: readonly number[], lag = 0): number {
  const pairs = a.flatMap((value, i) => (b[i + lag] === undefined ? [] : [[value, b[i + lag]!] as const]))
  const [meanA, meanB] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))]
  const sum = (of: (x: number, y: number) => number) => pairs.reduce((all, [x, y]) => all + of(x - meanA, y - meanB), 0)
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y))
}

/** Most by which the mean of a row's luma differs between two films in any frame. */
function differingRows(a: DecodedFilm, b: DecodedFilm): number[] {
  const rows = new Array<number>(SIZE).fill(0)
  for (const [frame, picture] of a.pictures) {
    const other = b.pictures.get(frame)!
    for (let y = 0; y < SIZE; y++) {
      let difference = 0
      for (let x = 0; x < SIZE; x++) difference += Math.abs(picture[y * SIZE + x]! - other[y * SIZE + x]!)
      rows[y] = Math.max(rows[y]!, difference / SIZE)
    }
  }
  return rows
}

describe('a capture that is stopped', () => {
  it.each(['Speaking', 'Starting to draw', 'Drawing'])(
    'in the phase "%s" leaves nothing, and says so',
    async (phase) => {
      const place = await mkdtemp(at('stopped-'))
      const text =
        phase === 'Speaking' ? 'This takes a while to say. '.repeat(200) : 'Hello, this takes a while to film.'
      const args = [
        text,
        '--out',
        join(place, 'film.mp4'),
        '--take',
        join(place, 'take.json'),
        '--frames',
        join(place, 'frames'),
      ]
      let isStopped = false
      const ran = await run([...args, ...SMALL.filter((option) => option !== '-q')], (err, pid) => {
        if (isStopped || !err.includes(`${phase}…`)) return
        isStopped = true
        setTimeout(() => process.kill(pid, 'SIGINT'), 150)
      })
      expect(ran).toMatchObject({ code: 130, out: '' })
      expect(ran.err.split('\n').filter((line) => line.startsWith('capture:'))).toEqual([
        'capture: Stopped: nothing was written.',
      ])
      expect(ran.err).not.toMatch(/Warning|Error/)
      expect(await readdir(place)).toEqual([])
    },
  )
})
