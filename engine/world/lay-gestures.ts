import { multiply, slerp } from '../core/math/quat.ts'
import { replacesBone } from '../tracks/fit-gesture.ts'
import { sideOfArm } from '../tracks/gesture.ts'
import { sampleRotation } from '../tracks/rotation-track.ts'
import { POSE_STRIDE } from './components.ts'
import { type GestureCue, NEVER } from './cues.ts'
import { gesturePresence, gestureSeconds } from './gesture-clock.ts'
import type { World } from './world.ts'

const turn = new Float32Array(4)
const IDENTITY = new Float32Array([0, 0, 0, 1])

/** Lays gestures over arms, or over all else, one after the other. */
export function layGestures(world: World, onArms: boolean): void {
  const { Pose, Timeline } = world.components
  for (const e of world.lists.actors) {
    for (const cue of Timeline.gestures[e]!)
      if (cue.start <= world.tick) layGesture(Pose.rotations, e * POSE_STRIDE, cue, world.tick, onArms)
  }
}

function layGesture(rotations: Float32Array, row: number, cue: GestureCue, tick: number, onArms: boolean): void {
  const { gesture, tracks } = cue
  const [leftTaken, rightTaken] = cue.taken
  const seconds = gestureSeconds(cue, tick)
  const left = gesturePresence(cue, tick, leftTaken)
  const right = gesturePresence(cue, tick, rightTaken)
  const middle = gesturePresence(cue, tick, NEVER)
  for (const track of tracks) {
    const side = sideOfArm(track.bone)
    if ((side !== undefined) !== onArms) continue
    const isReplaced = replacesBone(gesture, track.bone)
    if (isReplaced && tick >= (side === 'left' ? leftTaken : rightTaken)) continue
    const at = row + track.bone * 4
    sampleRotation(turn, 0, track, seconds)
    if (isReplaced) {
      slerp(rotations, at, rotations, at, turn, 0, side === 'left' ? left : right)
    } else {
      slerp(turn, 0, IDENTITY, 0, turn, 0, middle)
      multiply(rotations, at, rotations, at, turn, 0)
    }
  }
}
