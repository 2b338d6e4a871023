import { multiply, slerp } from '../../core/math/quat.ts'
import { BONES } from '../../rig/bones.ts'
import { sampleRotation } from '../../tracks/rotation-track.ts'
import { POSE_STRIDE } from '../components.ts'
import type { GestureCue } from '../cues.ts'
import { GESTURE_RELEASE, lineSeconds, releaseGain } from '../lines.ts'
import type { World } from '../world.ts'

const turn = new Float32Array(4)
const IDENTITY = new Float32Array([0, 0, 0, 1])

/** Bones that a gesture takes over; trunk, neck and head it turns further than breath and sway have. */
const ARM = BONES.map((bone) => /^(left|right)(?!Eye|.*Leg|Foot|Toes)/.test(bone))

/** Lays gestures over the body, one after the other. */
export function sampleGestures(world: World): void {
  const { Pose, Timeline } = world.components
  for (const e of world.lists.actors) {
    for (const cue of Timeline.gestures[e]!)
      if (cue.start <= world.tick) layGesture(Pose.rotations, e * POSE_STRIDE, cue, world.tick)
  }
}

function layGesture(rotations: Float32Array, row: number, cue: GestureCue, tick: number): void {
  const { gesture } = cue
  const seconds = lineSeconds(cue, tick)
  const weight = presence(gesture.sync, seconds) * releaseGain(cue, tick, GESTURE_RELEASE) * cue.intensity
  for (const track of gesture.tracks) {
    const at = row + track.bone * 4
    sampleRotation(turn, 0, track, seconds)
    if (gesture.additive || !ARM[track.bone]) {
      slerp(turn, 0, IDENTITY, 0, turn, 0, weight)
      multiply(rotations, at, rotations, at, turn, 0)
    } else {
      slerp(rotations, at, rotations, at, turn, 0, weight)
    }
  }
}

/** In over the preparation, out over the retraction, without corners. */
function presence(sync: GestureCue['gesture']['sync'], seconds: number): number {
  const into = sync.ready === 0 ? 1 : Math.min(1, Math.max(0, seconds / sync.ready))
  const out = sync.end === sync.relax ? 1 : Math.min(1, Math.max(0, (sync.end - seconds) / (sync.end - sync.relax)))
  const t = Math.min(into, out)
  return t * t * (3 - 2 * t)
}
