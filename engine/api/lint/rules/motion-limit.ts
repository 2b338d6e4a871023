import { TICK_RATE } from '../../../core/clock.ts'
import { degrees } from '../../../core/math/scalar.ts'
import { BONES, boneIndex } from '../../../rig/bones.ts'
import type { Observation } from '../observe.ts'
import { angleBetween } from '../observe.ts'
import { defineRule } from '../rule.ts'
import { createSpans } from '../spans.ts'

/** Hands, metres a second: quick gestures of people stay below. */
const SPEED_LIMIT = 3
/** Hands, metres per second cubed; a hand that jumps a centimetre between two ticks has four times as much. */
const JERK_LIMIT = 2500
/** Any bone but the eyes and what hangs in the mouth, degrees a tick: twice the fastest shake of a head or snap of a finger. */
const TURN_LIMIT = 20

const HANDS = [boneIndex('leftHand') * 3, boneIndex('rightHand') * 3]
const TURNING = BONES.flatMap((bone, i) => (/Eye$|^jaw$|Toes$/.test(bone) ? [] : [i * 4]))

export const motionLimit = defineRule({
  name: 'motion-limit',
  description: 'Hands stay below 3 m/s and 2500 m/s³, and no bone turns by more than 20° in a tick.',
  watch(tell) {
    const speed = createSpans({ limit: SPEED_LIMIT, say: (worst) => `a hand moves at ${worst.toFixed(1)} m/s` }, tell)
    const jerk = createSpans({ limit: JERK_LIMIT, say: (worst) => `a hand jerks: ${worst.toFixed(0)} m/s³` }, tell)
    const turn = createSpans({ limit: TURN_LIMIT, say: (worst) => `a bone jumps by ${worst.toFixed(0)}°` }, tell)
    const paths = HANDS.map((at) => ({ at, history: [] as Float32Array[] }))
    let before: Float32Array | undefined
    return {
      see(observation) {
        const { tick, rotations, jumped } = observation
        if (jumped) {
          for (const path of paths) path.history = []
          before = undefined
        }
        for (const path of paths) {
          path.history = [...path.history.slice(-3), place(observation, path.at)]
        }
        speed.see(tick, Math.max(...paths.map(({ history }) => difference(history, 1) * TICK_RATE)))
        jerk.see(
          tick,
          Math.max(...paths.map(({ history }) => difference(history, 3) * TICK_RATE * TICK_RATE * TICK_RATE)),
        )
        if (before !== undefined) turn.see(tick, degrees(largestTurn(before, rotations)))
        before = rotations.slice()
      },
      end() {
        for (const spans of [speed, jerk, turn]) spans.end()
        return {
          'hands at fastest, m/s': speed.worst(),
          'hands at most jerk, m/s³': jerk.worst(),
          'largest turn in a tick, degrees': turn.worst(),
        }
      },
    }
  },
})

const place = ({ placed }: Observation, at: number): Float32Array => placed.positions.slice(at, at + 3)

/** Length of the difference of an order between the last places; 0 while there are too few. */
function difference(places: readonly Float32Array[], order: 1 | 3): number {
  const weights = order === 1 ? [-1, 1] : [-1, 3, -3, 1]
  const last = places.slice(-weights.length)
  if (last.length < weights.length) return 0
  let square = 0
  for (let axis = 0; axis < 3; axis++) {
    const sum = weights.reduce((total, weight, i) => total + weight * last[i]![axis]!, 0)
    square += sum * sum
  }
  return Math.sqrt(square)
}

function largestTurn(before: Float32Array, now: Float32Array): number {
  let largest = 0
  for (const at of TURNING) largest = Math.max(largest, angleBetween(before, now, at))
  return largest
}
