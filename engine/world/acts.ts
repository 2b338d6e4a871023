import { secondsAt, tickAt } from '../core/clock.ts'
import { actorId } from '../core/ids.ts'
import { stressedMoment } from '../plan/accents.ts'
import type { Act } from '../plan/acts.ts'
import type { LineCue } from './cues.ts'
import { blendParts, startExpression } from './expressions.ts'
import { startGesture } from './gestures.ts'
import { emit, type World } from './world.ts'

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
    const gesture = catalogue.gestures.get(act.name)
    if (gesture === undefined) tellMissing(world, e, act.name)
    else startGesture(world, e, gesture, { strokeAt: secondsAt(tick - world.tick), intensity: act.intensity, line })
  } else if (act.type === 'express') {
    if (!catalogue.expressions.has(act.name)) tellMissing(world, e, act.name)
    else {
      const parts = [{ name: act.name, intensity: act.intensity }]
      const seconds = heldFor(cue, act, tick) ?? blendParts(catalogue, parts).timing.hold
      startExpression(world, e, { parts, layer: act.micro ? 'flash' : 'reaction', seconds, tick, line })
    }
  }
}

/** Seconds from a tick to the end of the word at which an act lets go. */
function heldFor({ start, plan }: LineCue, { until }: Act, tick: number): number | undefined {
  const end = until === undefined ? undefined : plan.words[until]?.end
  return end === undefined ? undefined : Math.max(0, secondsAt(start + tickAt(end) - tick))
}

function tellMissing(world: World, e: number, name: string): void {
  emit(world, { type: 'degraded', actor: actorId(world.components.Actor.id[e]!), what: 'unknown-act', text: name })
}
