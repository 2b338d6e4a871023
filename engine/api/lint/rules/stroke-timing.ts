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

/** Speeds of a hand are kept this long, ticks: longer than any stroke and what is waited for after it. */
const KEPT = 512

/** Speeds of each hand, metres a second, at `tick % KEPT`. */
type Speeds = readonly Float64Array[]

/**
 * Strokes as the hands make them, not as they were planned: a stroke ends where the hand that carries it, after its
 * fastest moment, has come to rest or turns back.
 */
export const strokeTiming = defineRule({
  name: 'stroke-timing',
  description: 'Strokes of gestures that go with words end near the vowel they are meant for: none 0.3 s away.',
  watch(tell) {
    const speeds: Speeds = HANDS.map(() => new Float64Array(KEPT))
    let before: Float32Array | undefined
    const known = new Set<string>()
    let pending: GestureCue[] = []
    const plans = new Map<string, Plan>()
    const offsets: number[] = []

    function judge(cue: GestureCue): void {
      const end = strokeEnd(cue, speeds)
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
        const { tick, gestures, lines, placed } = observation
        for (const [hand, at] of HANDS.entries())
          speeds[hand]![tick % KEPT] = before === undefined ? 0 : distance(before, placed.positions, at) * TICK_RATE
        before = placed.positions.slice()
        for (const { id, plan } of lines) plans.set(id, plan)
        for (const cue of gestures) {
          // What is arranged anew is another cue of the same id.
          pending = pending.map((one) => (one.id === cue.id ? cue : one))
          if (known.has(cue.id) || !isAlong(cue, tick)) continue
          known.add(cue.id)
          pending.push(cue)
        }
        // What was let go made no stroke.
        pending = pending.filter(({ released, stroke }) => released > stroke + AFTER)
        for (const cue of pending) if (tick === cue.stroke + AFTER) judge(cue)
        pending = pending.filter(({ stroke }) => tick < stroke + AFTER)
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
function strokeEnd({ stroke, gesture }: GestureCue, speeds: Speeds): number | undefined {
  const { sync } = gesture
  const from = stroke - Math.min(KEPT - AFTER - 1, tickAt(sync.stroke - sync.strokeStart))
  let fastest = LEAST_SPEED
  let end: number | undefined
  for (const [hand, kept] of speeds.entries()) {
    if (!gesture.arms[hand]) continue
    const seen = Array.from({ length: stroke + AFTER - from + 1 }, (_, i) => kept[(from + i + KEPT) % KEPT]!)
    const top = Math.max(...seen)
    if (top < fastest) continue
    const peak = seen.indexOf(top)
    const slowest = Math.min(...seen.slice(peak))
    fastest = top
    end = from + seen.findIndex((speed, i) => i >= peak && speed <= slowest + ENDED * top)
  }
  return end
}

const distance = (a: Float32Array, b: Float32Array, at: number): number =>
  hypot3(b[at]! - a[at]!, b[at + 1]! - a[at + 1]!, b[at + 2]! - a[at + 2]!)

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
