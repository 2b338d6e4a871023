import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decodeFilm } from '../../encode/decode-check.ts'
import { drawBar, hearBeep } from '../../encode/test-film.ts'
import { stateHash } from '../../world/pose-hash.ts'
import { createBlobStore } from '../blobs.ts'
import { openContent } from '../disk-content.ts'
import { recordTake } from '../take-file.ts'
import { TEST_PLAN, testCatalogue, testStage } from '../test-stage.ts'
import { type FilmOptions, filmTake } from './film-take.ts'
import type { FilmJob } from './film-worker-messages.ts'
import type { FilmWorkers } from './film-workers.ts'

const SIZE = { width: 256, height: 256 }
const SEED = 7
/** Of the film, seconds: lead of the line, and silence before the beep in its sound. */
const BEEP_AT = 0.25 + 0.75
const SOUND_RATE = 16_000

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'film-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A host that draws a moving bar instead of the stage. */
const host = {
  kind: 'workers',
  open: async () => ({ kind: 'none', name: 'bar' }),
  draw({ range }: FilmJob) {
    async function* frames() {
      for (let index = range.from; index < range.to; index++)
        yield { index, i420: drawBar(SIZE, index), rgba: undefined }
    }
    return { frames: frames(), cost: () => ({ start: 0, frames: 0, simulate: 0 }) }
  },
} as unknown as FilmWorkers

/** Two seconds in which ana's voice is a beep. */
function beepingTake(): Pick<FilmOptions, 'take' | 'blobs'> {
  const blobs = createBlobStore()
  const beep = Float32Array.from({ length: TEST_PLAN.duration * SOUND_RATE }, (_, i) =>
    i < 0.75 * SOUND_RATE ? 0 : 0.5 * Math.sin((2 * Math.PI * 440 * i) / SOUND_RATE),
  )
  const stage = testStage(SEED)
  const audio = blobs.put(beep, SOUND_RATE)
  stage.run('performLine', { actor: 'ana', line: 'line-1', part: 0, plan: TEST_PLAN, audio })
  stage.run('closeLine', { actor: 'ana', line: 'line-1' })
  stage.seek(120)
  const rehearsal = { log: stage.world.log, ticks: 120, stateHash: stateHash(stage.world), degraded: [] }
  return { take: recordTake(rehearsal, { stage: 'studio', seed: SEED, content: {} }), blobs }
}

const film = (options: Partial<FilmOptions> = {}) =>
  filmTake({
    ...beepingTake(),
    host,
    catalogue: testCatalogue(),
    content: openContent(),
    size: SIZE,
    fps: 30,
    preset: 'draft',
    path: join(folder, 'film.mp4'),
    captionsPath: join(folder, 'film.vtt'),
    signal: new AbortController().signal,
    ...options,
  })

describe('film and captions', () => {
  it('appear together, and take the place of older ones', async () => {
    await writeFile(join(folder, 'film.vtt'), 'old')
    await writeFile(join(folder, 'film.mp4'), 'old')
    await film({ onProgress: async () => expect(await readFile(join(folder, 'film.vtt'), 'utf8')).toBe('old') })
    expect(await readdir(folder)).toEqual(['film.mp4', 'film.vtt'])
    expect(await readFile(join(folder, 'film.vtt'), 'utf8')).toContain('Mama')
    expect(decodeFilm(join(folder, 'film.mp4')).frames).toBe(60)
  })

  it.each([
    ['film.mp4', 'film.vtt'],
    ['film.vtt', 'film.mp4'],
  ])('are both as before when %s cannot take its name', async (taken, other) => {
    await writeFile(join(folder, other), 'old')
    const onProgress = (done: number) => void (done === 1 && mkdir(join(folder, taken)))
    await expect(film({ onProgress })).rejects.toMatchObject({ code: 'encode/not-writable' })
    expect((await readdir(folder)).sort()).toEqual(['film.mp4', 'film.vtt'])
    expect(await readdir(join(folder, taken))).toEqual([])
    expect(await readFile(join(folder, other), 'utf8')).toBe('old')
  })
})

describe('a film of a range', () => {
  it('sounds as that part of the whole does', async () => {
    await film()
    const whole = decodeFilm(join(folder, 'film.mp4'))
    expect(hearBeep(whole.sound)).toBeCloseTo(BEEP_AT, 2)
    await film({ range: { from: 18, to: 48 } })
    const part = decodeFilm(join(folder, 'film.mp4'))
    expect(part).toMatchObject({ frames: 30, seconds: 1 })
    expect(hearBeep(part.sound)).toBeCloseTo(BEEP_AT - 18 / 30, 2)
  })
})
