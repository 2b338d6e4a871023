import { TICK_RATE, tickAt } from '../../../core/clock.ts'
import { hypot3 } from '../../../core/math/ops.ts'
import { findAccents } from '../../../plan/accents.ts'
import { findPhrases } from '../../../plan/phrases.ts'
import type { Plan } from '../../../plan/plan.ts'
import { boneIndex } from '../../../rig/bones.ts'
import { type GestureCue, NEVER } from '../../../world/cues.ts'
import { defineRule } from '../rule.ts'

/** A stroke is on its vowel within this, seconds; beyond the other it looks like another word's. */
const ON_VOWEL = 0.08
const ASTRAY = 0.3
/** A hand's stroke is looked for from its preparation's end until so long after the moment it was planned for, ticks. */
const AFTER = 18
/** A hand that moves less than this makes no stroke that could be seen, metres a second. */
const LEAST_SPEED = 0.08
/** A stroke has ended where the hand is as slow as it becomes, but for this share of its top speed. */
const ENDED = 0.1

const HANDS = [boneIndex('leftHand') * 3, boneIndex('rightHand') * 3]

/** A gesture whose stroke is still to be seen. */
type Pending = { readonly cue: GestureCue }

/**
 * Strokes as the hands make them, not as they were planned: a stroke ends where the hand that carries it, after its
 * fastest moment, has come to rest or turns back.
 */
export const strokeTiming = defineRule({
  name: 'stroke-timing',
  description: 'Strokes of gestures that go with words end near the vowel they are meant for: none 0.3 s away.',
  watch(tell) {
    /** Places of both hands, tick by tick. */
    const paths = HANDS.map(() => [] as Float32Array[])
    let first = -1
    const known = new Set<string>()
    let pending: Pending[] = []
    const plans = new Map<string, Plan>()
    const offsets: number[] = []

    function judge({ cue }: Pending): void {
      const end = strokeEnd(cue, paths, first)
      if (end === undefined) return
      const offset = (end - cue.asked) / TICK_RATE
      offsets.push(offset)
      if (Math.abs(offset) <= ASTRAY) return
      const way = offset > 0 ? 'after' : 'before'
      const text = `the stroke of "${cue.gesture.name}" ends ${Math.abs(offset).toFixed(2)} s ${way} its vowel`
      tell({ from: cue.start, to: end, value: Math.abs(offset), limit: ASTRAY, text })
    }

    return {
      see(observation) {
        const { tick, gestures, lines } = observation
        if (first < 0) first = tick
        for (const [hand, at] of HANDS.entries()) paths[hand]!.push(observation.placed.positions.slice(at, at + 3))
        for (const { id, plan } of lines) plans.set(id, plan)
        for (const cue of gestures) {
          pending = pending.map((one) => (one.cue.id === cue.id ? { cue } : one))
          if (known.has(cue.id) || !isAlong(cue, tick)) continue
          known.add(cue.id)
          pending.push({ cue })
        }
        // What was let go made no stroke.
        pending = pending.filter(({ cue }) => cue.released > cue.stroke + AFTER || cue.released === NEVER)
        for (const one of pending) if (tick === one.cue.stroke + AFTER) judge(one)
        pending = pending.filter(({ cue }) => tick < cue.stroke + AFTER)
      },
      end() {
        const on = offsets.filter((offset) => Math.abs(offset) <= ON_VOWEL).length
        return {
          strokes: offsets.length,
          'strokes on their vowel': on,
          'share of speech on a vowel by chance': chance([...plans.values()]),
        }
      },
    }
  },
})

/** One that hands make along with a word. */
const isAlong = (cue: GestureCue, tick: number): boolean =>
  cue.line !== undefined && cue.asked !== NEVER && cue.gesture.arms.some(Boolean) && cue.start <= tick

/** Tick at which the hand that moves most has made its stroke; undefined where none is seen. */
function strokeEnd(
  { stroke, gesture }: GestureCue,
  paths: readonly (readonly Float32Array[])[],
  first: number,
): number | undefined {
  const { sync } = gesture
  const from = Math.max(1, stroke - tickAt(sync.stroke - sync.strokeStart) - first)
  const to = stroke + AFTER - first
  let fastest = 0
  let end: number | undefined
  for (const [hand, path] of paths.entries()) {
    if (!gesture.arms[hand]) continue
    const speeds = Array.from({ length: to - from + 1 }, (_, i) => speedAt(path, from + i))
    const peak = speeds.indexOf(Math.max(...speeds))
    if (speeds[peak]! < Math.max(LEAST_SPEED, fastest)) continue
    const slowest = Math.min(...speeds.slice(peak))
    const slow = speeds.findIndex((speed, i) => i > peak && speed <= slowest + ENDED * speeds[peak]!)
    fastest = speeds[peak]!
    end = first + from + (slow < 0 ? speeds.length - 1 : slow)
  }
  return end
}

function speedAt(path: readonly Float32Array[], i: number): number {
  const [a, b] = [path[i - 1], path[i]]
  if (a === undefined || b === undefined) return 0
  return hypot3(b[0]! - a[0]!, b[1]! - a[1]!, b[2]! - a[2]!) * TICK_RATE
}

/** Share of the time of speech that lies within reach of some stressed vowel: how often a stroke placed blindly would be on one. */
function chance(plans: readonly Plan[]): number {
  let near = 0
  let all = 0
  for (const plan of plans) {
    const phrases = findPhrases(plan)
    const accents = findAccents(plan, phrases).map(({ at }) => at)
    for (const { start, end } of phrases) {
      for (let at = start; at < end; at += 1 / TICK_RATE) {
        all++
        if (accents.some((accent) => Math.abs(accent - at) <= ON_VOWEL)) near++
      }
    }
  }
  return all === 0 ? 0 : near / all
}
