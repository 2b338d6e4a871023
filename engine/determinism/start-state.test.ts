import { describe, expect, it } from 'vitest'
import { createStage, type Stage } from '../api/stage.ts'
import { speakTestLine, testCatalogue } from '../api/test-stage.ts'
import type { Stamped } from '../world/commands.ts'
import { poseHash, stateHash } from '../world/pose-hash.ts'
import { readStartState, type StartState, startStateSchema } from '../world/start-state.ts'
import { busyStage, direct, playBusyStage } from './busy-stage.ts'

const TICKS = 480

/** A second stage that begins where the first stands, by way of a message. */
function follow(stage: Stage, seed = 7): Stage {
  const message = JSON.parse(JSON.stringify(readStartState(stage.world)))
  const start: StartState = startStateSchema.parse(message)
  const later = stage.world.log.slice(stage.world.cursor)
  return createStage({ catalogue: testCatalogue(), seed, start, log: later })
}

function playOn(first: Stage, second: Stage): { first: string[]; second: string[] } {
  const hashes: { first: string[]; second: string[] } = { first: [], second: [] }
  while (first.world.tick < TICKS) {
    direct(first)
    direct(second)
    first.step()
    second.step()
    hashes.first.push(poseHash(first.world))
    hashes.second.push(poseHash(second.world))
  }
  return hashes
}

describe('a stage that begins where another stands', () => {
  it.each([
    ['before the first tick', 0],
    ['in the middle of a word and a wave', 47],
    ['as a command is due', 100],
    ['in a gaze shift with its blink', 143],
    ['in a fade from one picture to the next', 160],
    ['in an interruption', 199],
    ['after a jump', 231],
    ['in mid-stride, eyes ahead', 330],
    ['while one rises from a seat', 410],
    ['late', 455],
  ])('goes on to the same bits, joining %s', (_, tick) => {
    const first = busyStage()
    playBusyStage(first, tick)
    const second = follow(first)
    expect(second.world.tick).toBe(tick)
    const hashes = playOn(first, second)
    expect(hashes.second).toEqual(hashes.first)
    expect(stateHash(second.world)).toBe(stateHash(first.world))
  })

  it('differs when its seed does, or a number of its state', () => {
    const first = busyStage()
    playBusyStage(first, 47)
    const state = readStartState(first.world)
    const stirred = structuredClone(state)
    stirred.actors[0]!.numbers['Life.stillness']![0]! += 0.01
    const other = follow(first, 8)
    const moved = createStage({ catalogue: testCatalogue(), seed: 7, start: stirred })
    for (const stage of [first, other, moved]) playBusyStage(stage, 160)
    expect(poseHash(other.world)).not.toBe(poseHash(first.world))
    expect(stateHash(moved.world)).not.toBe(stateHash(first.world))
  })

  it('seeks back no further than where it began', () => {
    const first = busyStage()
    playBusyStage(first, 47)
    const second = follow(first)
    playBusyStage(second, 60)
    second.seek(10)
    expect(second.world.tick).toBe(47)
  })

  it('is refused where content or columns are missing', () => {
    const first = busyStage()
    playBusyStage(first, 47)
    const state = readStartState(first.world)
    const begin = (start: StartState) => createStage({ catalogue: testCatalogue(), seed: 7, start })
    const [ana, ben] = state.actors as [StartState['actors'][number], StartState['actors'][number]]
    expect(() => begin({ ...state, actors: [{ ...ana, avatar: 'nobody' }, ben] })).toThrow(/no avatar "nobody"/)
    const screen = { ...state.screen, wanted: 'lost' }
    expect(() => begin({ ...state, screen })).toThrow(/no picture "lost"/)
    const numbers = { ...ana.numbers, 'Pose.hips': [0, 1] }
    expect(() => begin({ ...state, actors: [{ ...ana, numbers }, ben] })).toThrow(/column Pose\.hips of actor "ana"/)
  })

  it('fits into a message', () => {
    const first = busyStage()
    playBusyStage(first, 160)
    expect(JSON.stringify(readStartState(first.world)).length).toBeLessThan(40_000)
  })
})

describe('a stage that follows another', () => {
  /** A stage that publishes, with a lead as a room has it; and one that receives what `post` lets through. */
  function pair(lateness: (index: number) => number) {
    const post: { due: number; command: Stamped }[] = []
    const leader = createStage({
      catalogue: testCatalogue(),
      seed: 7,
      lead: 6,
      onCommand: (command) => post.push({ due: leader.world.tick + lateness(post.length), command }),
    })
    const follower = createStage({ catalogue: testCatalogue(), seed: 7 })
    const deliver = () => {
      while (post[0] !== undefined && post[0].due <= leader.world.tick) follower.receive(post.shift()!.command)
    }
    return { leader, follower, deliver }
  }

  it.each([
    ['in time', () => 3],
    ['late', () => 17],
    ['very late, several at once', (index: number) => 20 + ((index * 37) % 200)],
  ])('comes to the same bits when its commands arrive %s', (_, lateness) => {
    const { leader, follower, deliver } = pair(lateness)
    leader.spawnActor({ id: 'ana' })
    leader.spawnActor({ id: 'ben', at: 'right', stillness: 0.5 })
    leader.spawnActor({ id: 'cleo', at: 'table' })
    while (leader.world.tick < 900) {
      // What the busy stage asks of its actors, once they have come.
      if (leader.world.tick === 20) speakTestLine(leader)
      if (leader.world.tick >= 20) direct(leader)
      leader.step()
      follower.step()
      deliver()
    }
    expect(leader.world.log.length).toBeGreaterThan(10)
    expect(follower.world.log).toEqual(leader.world.log)
    expect(stateHash(follower.world)).toBe(stateHash(leader.world))
  })

  it('goes on to the same bits when it forgets what is long past, and keeps its log short', () => {
    const play = (history?: number) => {
      const options = history === undefined ? {} : { history }
      const stage = createStage({ catalogue: testCatalogue(), seed: 7, ...options })
      stage.spawnActor({ id: 'ana' })
      for (let tick = 0; tick < 3600; tick++) {
        if (tick > 0 && tick % 100 === 0) stage.run('gesture', { actor: 'ana', name: 'nod' })
        stage.step()
      }
      return stage.world
    }
    const [forgetful, whole] = [play(10), play()]
    expect(stateHash(forgetful)).toBe(stateHash(whole))
    expect(whole.log).toHaveLength(36)
    expect(forgetful.log.length).toBeLessThan(12)
    expect(forgetful.log).toEqual(whole.log.slice(-forgetful.log.length))
  })

  it('shows what came late at once: not later than it was received', () => {
    const { leader, follower, deliver } = pair(() => 30)
    leader.spawnActor({ id: 'ana' })
    for (let tick = 0; tick < 31; tick++) {
      leader.step()
      follower.step()
      deliver()
    }
    expect(poseHash(follower.world)).toBe(poseHash(leader.world))
  })
})
