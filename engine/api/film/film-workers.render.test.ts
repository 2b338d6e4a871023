import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFliteVoice } from '../../voice/flite.ts'
import { loadFliteInNode } from '../../voice/load-flite-node.ts'
import { openContent } from '../disk-content.ts'
import { recordShow } from '../record-show.ts'
import { createSpeaker } from '../voice-speaker.ts'
import type { FrameRange } from './draw-frames.ts'
import { type FilmOptions, filmTake } from './film-take.ts'
import { FilmWorkers } from './film-workers.ts'
import { joinFrameHashes } from './frame-hash.ts'

const FRAMES: FrameRange = { from: 20, to: 27 }

let folder: string
let base: Omit<FilmOptions, 'host' | 'signal'>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workers-'))
  const performance = await recordShow(
    async (stage) => {
      const milla = stage.spawnActor({ id: 'milla' })
      stage.cutTo('screen')
      await stage.wait(0.4)
      // Still fading in while the frames below are drawn.
      stage.showMedia('dusk')
      await milla.say('Hi you.')
    },
    {
      content: openContent(),
      stage: 'studio',
      seed: 1,
      speakerFor: (blobs) => createSpeaker([createFliteVoice(loadFliteInNode)], blobs),
      signal: new AbortController().signal,
      maxSeconds: 10,
    },
  )
  base = { ...performance, size: { width: 256, height: 256 }, fps: 30, preset: 'draft', range: FRAMES }
})
afterAll(() => rm(folder, { recursive: true }))

async function film(count: number, options: Partial<FilmOptions> = {}, log: string[] = []) {
  const { signal } = new AbortController()
  await using host = new FilmWorkers({ count, signal, onLog: (line) => log.push(line) })
  return await filmTake({ ...base, host, signal, ...options })
}

/** Ids of this process's children that draw. */
async function workerPids(): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)])
  return stdout
    .split('\n')
    .filter((line) => line.includes('film-worker-child'))
    .map((line) => Number.parseInt(line, 10))
}

describe('film workers', () => {
  it('draw the same frames, be they one or two, at once or in two ranges, and say nothing', async () => {
    const log: string[] = []
    const one = await film(1, {}, log)
    const two = await film(2, {}, log)
    expect(one.frames).toBe(7)
    expect(new Set(one.frameHashes).size).toBeGreaterThan(1)
    expect(two.frameHashes).toEqual(one.frameHashes)
    const middle = 22
    const first = await film(1, { range: { ...FRAMES, to: middle } })
    const second = await film(1, { range: { ...FRAMES, from: middle } })
    expect(joinFrameHashes([...first.frameHashes, ...second.frameHashes])).toBe(one.frameHash)
    expect(log).toEqual([])
  })

  it('draw another shot of the same performance', async () => {
    const range = { from: 20, to: 21 }
    const own = await film(1, { range })
    const wide = await film(1, { range, shot: 'wide' })
    expect(wide.frameHash).not.toBe(own.frameHash)
    expect(wide.poseHash).toBe(own.poseHash)
  })

  it('are no more than there are frames, and count what they cost', async () => {
    const { frames, cpu } = await film(2, { range: { from: 20, to: 21 } })
    expect(frames).toBe(1)
    expect(cpu.start).toBeGreaterThan(0.3)
    expect(cpu.frames).toBeGreaterThan(0)
  })

  it('that are killed fail the film with one sentence, and leave nothing', async () => {
    const files = {
      path: join(folder, 'film.mp4'),
      captionsPath: join(folder, 'film.vtt'),
      framesFolder: join(folder, 'frames'),
    }
    const kill = async (done: number) => {
      if (done === 2) for (const pid of await workerPids()) process.kill(pid, 'SIGKILL')
    }
    const killed = film(2, { ...files, range: { from: 0, to: 60 }, onProgress: (done) => void kill(done) })
    await expect(killed).rejects.toMatchObject({
      code: 'render/worker-died',
      message: expect.stringContaining('SIGKILL'),
    })
    expect(await readdir(folder)).toEqual([])
    expect(await workerPids()).toEqual([])
  })

  it('stop when they are told to, also while they start', async () => {
    const stop = new AbortController()
    await using host = new FilmWorkers({ count: 1, signal: stop.signal })
    const filming = filmTake({ ...base, host, signal: stop.signal })
    setTimeout(() => stop.abort(new Error('enough')), 100)
    await expect(filming).rejects.toThrow('enough')
    await expect(host.open()).rejects.toThrow('enough')
    expect(await workerPids()).toEqual([])
  })

  it('tell what is wrong with the content they draw', async () => {
    await expect(film(1, { take: { ...base.take, stage: 'studoi' } })).rejects.toMatchObject({
      code: 'stage/unknown-stage',
    })
  })
})
