import { hashDigits, hashText, startHash } from '../core/hash.ts'
import { poseHash, stateHash } from '../world/pose-hash.ts'
import type { Catalogue } from '../world/world.ts'
import { beginOf, stageOfTake, type Take } from './take.ts'

/** Ticks that one hash covers: half a second tells well enough where two performances part. */
const HASH_TICKS = 30

/** What a performance can be compared by. */
export type TakeHashes = { readonly poses: readonly string[]; readonly stateHash: string }

/** Plays a take without drawing it: a hash over the poses of each half second, every tick's, and that of the last state. */
export function hashTake(take: Take, catalogue: Catalogue): TakeHashes {
  const stage = stageOfTake(take, catalogue)
  const begin = beginOf(take)
  const end = begin + take.ticks
  const poses: string[] = []
  let span = startHash()
  while (stage.world.tick < end) {
    stage.step()
    hashText(span, poseHash(stage.world))
    if ((stage.world.tick - begin) % HASH_TICKS > 0 && stage.world.tick < end) continue
    poses.push(hashDigits(span))
    span = startHash()
  }
  return { poses, stateHash: stateHash(stage.world) }
}
