import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createBlobStore } from '../api/blobs.ts'
import { hashTake } from '../api/hash-take.ts'
import { playThrough } from '../api/play-through.ts'
import { beginOf, parseTake, stageOfTake, type Take } from '../api/take.ts'
import { readTake, recordTake, writeTake } from '../api/take-file.ts'
import { testCatalogue } from '../api/test-stage.ts'
import type { Stamped } from '../world/commands.ts'
import { poseHash, stateHash } from '../world/pose-hash.ts'
import { readStartState } from '../world/start-state.ts'
import { busyStage, direct, playBusyStage } from './busy-stage.ts'

/** Records a busy stage from one tick to another, as a room does, by way of a file. */
function recordFrom(begin: number, end: number): { take: Take; poses: string[] } {
  const stage = busyStage()
  playBusyStage(stage, begin)
  const { world } = stage
  const start = readStartState(world)
  const log: Stamped[] = world.log.slice(world.cursor)
  const poses: string[] = []
  while (world.tick < end) {
    const known = world.log.length
    direct(stage)
    log.push(...world.log.slice(known))
    stage.step()
    poses.push(poseHash(world))
  }
  const performed = { log, ticks: end - begin, stateHash: stateHash(world) }
  const take = recordTake(performed, { stage: 'studio', seed: 7, content: {}, start })
  return { take: parseTake(JSON.parse(JSON.stringify(take)), 'test'), poses }
}

describe('a take that begins in the middle of a performance', () => {
  it.each([
    ['a word and a wave', 47],
    ['a gaze shift with its blink', 143],
    ['an interruption', 197],
  ])('comes to the same poses, begun in %s', (_, begin) => {
    const { take, poses } = recordFrom(begin, 330)
    expect(take.version).toBe(2)
    expect(beginOf(take)).toBe(begin)
    const stage = stageOfTake(take, testCatalogue())
    const again: string[] = []
    while (stage.world.tick < 330) {
      stage.step()
      again.push(poseHash(stage.world))
    }
    expect(again).toEqual(poses)
    expect(hashTake(take, testCatalogue()).stateHash).toBe(take.stateHash)
    expect(hashTake(take, testCatalogue()).poses).toHaveLength(Math.ceil((330 - begin) / 30))
  })

  it('keeps what was being said: its sound began before the film, and its speech is among the blobs', () => {
    const { take } = recordFrom(47, 330)
    const { parts, cast } = playThrough(stageOfTake(take, testCatalogue()), take.ticks)
    expect(parts[0]).toMatchObject({ actor: 'ana', start: (15 - 47) / 60, end: (15 + 72 - 47) / 60, fade: 0 })
    expect(take.blobs).toContain(parts[0]!.audio)
    expect(cast.map(({ actor }) => actor)).toEqual(['ana', 'ben', 'cleo'])
  })

  it('is written to the bit, the sign of a zero included', async () => {
    const { take } = recordFrom(47, 120)
    take.start!.actors[0]!.numbers['Gaze.from']![1] = -0
    const folder = await mkdtemp(join(tmpdir(), 'proscenium-take-'))
    const samples = new Float32Array(100)
    const blobs = createBlobStore()
    const audio = blobs.put(samples, 16_000)
    writeTake(join(folder, 'take.json'), { ...take, blobs: [audio] }, blobs)
    const { take: read } = await readTake(join(folder, 'take.json'))
    expect(read.start).toEqual(take.start)
    expect(Object.is(read.start!.actors[0]!.numbers['Gaze.from']![1], -0)).toBe(true)
    await rm(folder, { recursive: true })
  })

  it('is refused where it does not hold together', () => {
    const { take } = recordFrom(47, 120)
    const { start, ...rest } = take
    expect(() => parseTake(rest, 'x')).toThrow(/start: belongs to version 2/)
    expect(() => parseTake({ ...take, version: 1 }, 'x')).toThrow(/start: belongs to version 2/)
    const early = [{ tick: 46, name: 'interrupt', input: { actor: 'ana' } }, ...take.log]
    expect(() => parseTake({ ...take, log: early }, 'x')).toThrow(/log: must lie within the take/)
    expect(() => parseTake({ ...take, start: { ...start, tick: -1 } }, 'x')).toThrow(/start\.tick/)
    const nobody = { ...start!, actors: start!.actors.map((actor) => ({ ...actor, avatar: 'nobody' })) }
    expect(() => stageOfTake({ ...take, start: nobody }, testCatalogue())).toThrow(/no avatar "nobody"/)
  })
})
