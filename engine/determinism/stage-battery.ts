import { TEST_PLAN } from '../api/test-stage.ts'
import { type Hash, hashDigits, hashFloats, hashNumber, hashText, startHash } from '../core/hash.ts'
import { ACTING_STATES } from '../plan/acting.ts'
import { compileLine } from '../plan/compile.ts'
import { AVERAGE_DELIVERY } from '../plan/life/habits.ts'
import { compileIdleBlock } from '../plan/life/idle-block.ts'
import type { Track } from '../tracks/track.ts'
import { busyStage, playBusyStage } from './busy-stage.ts'

/** Past the end of the first block of idle life, which is ten seconds long. */
const TICKS = 660
const ACTORS = 40

/** A whole stage, from content through schemas, compiled lines and life to the pose and the camera of every tick. */
export function stageBattery(): string {
  const hash = startHash()
  for (const tick of playBusyStage(busyStage(), TICKS)) hashText(hash, tick)
  return hashDigits(hash)
}

/** Life and speech of many actors as tracks. Their times are doubles, so a last bit that poses round away shows here. */
export function planBattery(): string {
  const hash = startHash()
  for (let i = 0; i < ACTORS; i++) {
    const actor = `actor-${i}`
    for (const state of ACTING_STATES) {
      hashTracks(hash, Object.values(compileIdleBlock({ seed: i, actor, state, block: i })))
    }
    const line = compileLine(TEST_PLAN, { seed: i, actor, line: 'line', part: 0, delivery: AVERAGE_DELIVERY })
    hashTracks(hash, [...line.mouth, line.life.weight, ...Object.values(line.life.signals)])
  }
  return hashDigits(hash)
}

function hashTracks(hash: Hash, tracks: readonly Track[]): void {
  for (const { times, values } of tracks) {
    for (const time of times) hashNumber(hash, time)
    hashFloats(hash, values)
  }
}
