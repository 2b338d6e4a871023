import { describe, expect, it } from 'vitest'
import { advanceTo, seekTo } from '../api/advance-to.ts'
import { createStage } from '../api/stage.ts'
import { testCatalogue } from '../api/test-stage.ts'
import { TICK_RATE } from '../core/clock.ts'
import { poseHash, stateHash } from '../world/pose-hash.ts'
import { busyStage, direct, playBusyStage } from './busy-stage.ts'

const TICKS = 420

describe('determinism', () => {
  const played = busyStage()
  const reference = playBusyStage(played, TICKS)
  const log = [...played.world.log]
  const again = () => createStage({ catalogue: testCatalogue(), seed: 7, log })

  it('gives the same take the same poses at every tick', () => {
    expect(playBusyStage(busyStage(), TICKS)).toEqual(reference)
  })

  it('performs a log as it was first played', () => {
    const stage = again()
    for (const hash of reference) {
      stage.step()
      expect(poseHash(stage.world)).toBe(hash)
    }
    expect(stateHash(stage.world)).toBe(stateHash(played.world))
  })

  it('moves: neighbouring ticks differ', () => {
    expect(new Set(reference).size).toBe(reference.length)
  })

  it('differs with another seed', () => {
    const other = playBusyStage(busyStage(8), TICKS)
    expect(other.filter((hash, i) => hash === reference[i])).toEqual([])
  })

  it('comes to the same poses however unevenly the handle is turned', () => {
    const stage = again()
    let position = 0
    for (let turn = 0; position < TICKS - 2; turn++) {
      position += [0.3, 1.7, 0.01, 4.2, 0.9][turn % 5]!
      advanceTo(stage, Math.min(position, TICKS - 2))
      expect(poseHash(stage.world)).toBe(reference[stage.world.tick - 1])
    }
  })

  it('shows whole ticks at 60, 30, 20 and 15 frames a second, and repeats its fractions at 24 and 25', () => {
    for (const fps of [60, 30, 20, 15]) {
      const stage = again()
      for (let frame = 0; frame < fps * 2; frame++) expect(advanceTo(stage, (frame * TICK_RATE) / fps)).toBe(0)
    }
    for (const fps of [24, 25]) {
      const alphas = [again(), again()].map((stage) =>
        Array.from({ length: fps * 2 }, (_, frame) => advanceTo(stage, (frame * TICK_RATE) / fps)),
      )
      expect(alphas[0]).toEqual(alphas[1])
    }
  })

  it('comes to the same pose by seeking as by playing, forth and back', () => {
    const stage = again()
    for (const tick of [400, 3, 301, 300, 150, 196, 2, 418]) {
      seekTo(stage, tick - 2)
      expect(stage.world.tick).toBe(tick)
      expect(poseHash(stage.world)).toBe(reference[tick - 1])
    }
  })

  it('keeps two stages of one process apart', () => {
    const alone = playBusyStage(busyStage(3), 200)
    const one = busyStage(3)
    const other = busyStage(4)
    const interleaved: string[] = []
    while (one.world.tick < 200) {
      for (const stage of [other, one]) {
        direct(stage)
        stage.step()
      }
      interleaved.push(poseHash(one.world))
    }
    expect(interleaved).toEqual(alone)
  })

  it('notices a pose that is off by the last bit', () => {
    const stage = again()
    for (let i = 0; i < 10; i++) stage.step()
    const { rotations } = stage.world.components.Pose
    const row = stage.world.lists.actors[0]! * 55 * 4
    rotations[row + 3] = Math.fround(rotations[row + 3]! + 2 ** -24)
    expect(poseHash(stage.world)).not.toBe(reference[9])
  })
})
