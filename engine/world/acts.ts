import { secondsAt, tickAt } from '../core/clock.ts'
import { actorId } from '../core/ids.ts'
import { cos, sin } from '../core/math/ops.ts'
import { lerp, radians } from '../core/math/scalar.ts'
import { accentStrength, stressedMoment } from '../plan/accents.ts'
import type { Act, GestureAct, LookAct } from '../plan/acts.ts'
import type { LineCue } from './cues.ts'
import { blendParts, startExpression } from './expressions.ts'
import type { GazeTarget } from './gaze.ts'
import { findGesture, startGesture } from './gestures.ts'
import { glanceAt } from './glances.ts'
import { GAZE_LEAD, nearerHand } from './pointing.ts'
import { emit, type World } from './world.ts'

/** Size of a beat on a word that is neither stressed nor loud, against one that is both. */
const LEAST_BEAT = 0.5
/** Eyes leave so long before the word they go with, and stay away so long at least: the head has followed by then. Ticks. */
const EYES_FIRST = 4
const SHORTEST_VISIT = 45
/** Over there, where nothing is named: so far aside, radians, and away and above the floor, metres. */
const ASIDE_YAW = radians(38)
const ASIDE_FAR = 3
const ASIDE_HEIGHT = 1.3

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
  } else if (act.at === 'screen') {
    lookAtScreen(world, e, cue, act)
  }
}

/** Eyes go to the screen with a word; other looks are of the eyes alone, and signals of the line. */
function lookAtScreen(world: World, e: number, { line, start, plan }: LineCue, { word, until = word }: LookAct): void {
  if (world.catalogue.stage.screen === undefined) {
    tellMissing(world, e, 'look:screen')
    return
  }
  const from = start + tickAt(plan.words[word]!.start) - EYES_FIRST
  const end = start + tickAt((plan.words[until] ?? plan.words[word]!).end)
  glanceAt(world, e, { target: { kind: 'screen' }, start: from, end: Math.max(end, from + SHORTEST_VISIT), line })
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
  const stroke = start + tickAt(stressedMoment(plan, word))
  if (gesture.means[0] === 'there') {
    const end = stroke + tickAt(gesture.sync.relax - gesture.sync.stroke)
    const target = act.at ?? aside(world, e, act.hand ?? gesture.hand)
    glanceAt(world, e, { target, start: stroke - GAZE_LEAD, end, line })
  }
  const end = act.until === undefined ? undefined : plan.words[act.until]?.end
  startGesture(world, e, gesture, {
    stroke,
    until: end === undefined ? undefined : start + tickAt(end),
    intensity: isBeat ? act.intensity * lerp(LEAST_BEAT, 1, accentStrength(plan, word)) : act.intensity,
    hand: act.at === undefined ? act.hand : nearerHand(world, e, act.at),
    firm: act.by === 'author',
    line,
    ...(act.at === undefined ? {} : { aim: act.at }),
  })
}

/** Where a hand points that points at nothing in particular: a place in the set on its side. */
function aside({ components }: World, e: number, hand: string): GazeTarget {
  const { Transform } = components
  const yaw = Transform.yaw[e]! + (hand === 'left' ? ASIDE_YAW : -ASIDE_YAW)
  const [x, z] = [Transform.x[e]! + ASIDE_FAR * sin(yaw), Transform.z[e]! + ASIDE_FAR * cos(yaw)]
  return { kind: 'point', x, y: Transform.y[e]! + ASIDE_HEIGHT, z }
}

/** Seconds from a tick to the end of the word at which an act lets go. */
function heldFor({ start, plan }: LineCue, { until }: Act, tick: number): number | undefined {
  const end = until === undefined ? undefined : plan.words[until]?.end
  return end === undefined ? undefined : Math.max(0, secondsAt(start + tickAt(end) - tick))
}

function tellMissing(world: World, e: number, name: string): void {
  emit(world, { type: 'degraded', actor: actorId(world.components.Actor.id[e]!), what: 'unknown-act', text: name })
}
