import { secondsAt, tickAt } from '../core/clock.ts'
import { actorId } from '../core/ids.ts'
import { lerp } from '../core/math/scalar.ts'
import { accentStrength, stressedMoment } from '../plan/accents.ts'
import type { Act, GestureAct } from '../plan/acts.ts'
import type { LineCue } from './cues.ts'
import { blendParts, startExpression } from './expressions.ts'
import { findGesture, startGesture } from './gestures.ts'
import { emit, type World } from './world.ts'

/** Size of a beat on a word that is neither stressed nor loud, against one that is both. */
const LEAST_BEAT = 0.5

/** Starts what hands, face and eyes do along with a part, on the clock of its words. What content lacks is told, not played. */
export function startActs(world: World, e: number, cue: LineCue): void {
  for (const act of cue.plan.acts ?? []) {
    if (cue.plan.words[act.word] !== undefined) startAct(world, e, cue, act)
  }
}

function startAct(world: World, e: number, cue: LineCue, act: Act): void {
  const { catalogue } = world
  const { line, start, plan } = cue
  const tick = Math.max(world.tick, start + tickAt(stressedMoment(plan, plan.words[act.word]!)))
  if (act.type === 'gesture') {
    startGestureAct(world, e, cue, act)
  } else if (act.type === 'express') {
    const asked = act.with === undefined ? [act] : [act, act.with]
    const parts = asked.map(({ name, intensity }) => ({ name, intensity }))
    const missing = parts.find(({ name }) => !catalogue.expressions.has(name))
    if (missing !== undefined) tellMissing(world, e, missing.name)
    else {
      const seconds = heldFor(cue, act, tick) ?? blendParts(catalogue, parts, 1).timing.hold
      startExpression(world, e, { parts, layer: act.micro ? 'flash' : 'reaction', seconds, tick, line })
    }
  }
}

/** A stroke on the stressed vowel, held until the end of a word where the act says so; a beat as strong as its accent. */
function startGestureAct(world: World, e: number, { line, start, plan }: LineCue, act: GestureAct): void {
  const gesture = findGesture(world.catalogue, act.name)
  if (gesture === undefined) {
    tellMissing(world, e, act.name)
    return
  }
  const word = plan.words[act.word]!
  const isBeat = gesture.means.includes('emphasis')
  const end = act.until === undefined ? undefined : plan.words[act.until]?.end
  startGesture(world, e, gesture, {
    stroke: start + tickAt(stressedMoment(plan, word)),
    until: end === undefined ? undefined : start + tickAt(end),
    intensity: isBeat ? act.intensity * lerp(LEAST_BEAT, 1, accentStrength(plan, word)) : act.intensity,
    hand: act.hand,
    firm: act.by === 'author',
    line,
  })
}

/** Seconds from a tick to the end of the word at which an act lets go. */
function heldFor({ start, plan }: LineCue, { until }: Act, tick: number): number | undefined {
  const end = until === undefined ? undefined : plan.words[until]?.end
  return end === undefined ? undefined : Math.max(0, secondsAt(start + tickAt(end) - tick))
}

function tellMissing(world: World, e: number, name: string): void {
  emit(world, { type: 'degraded', actor: actorId(world.components.Actor.id[e]!), what: 'unknown-act', text: name })
}
