import { LIFE_SIGNALS, type LifeSignal } from '../../plan/signals.ts'
import { FIRST_VISEME, faceChannel } from '../../rig/blendshapes.ts'
import { CHANNEL_REGIONS } from '../../rig/face-regions.ts'
import { maskRow, ownsFace } from '../../tracks/clip-mask.ts'
import { clipPresence } from '../../world/clips.ts'
import type { ClipCue, ExpressionCue, LineCue } from '../../world/cues.ts'
import { expressionGain } from '../../world/expression-gain.ts'
import { GAZE_KINDS } from '../../world/gaze.ts'
import { LINE_LEAD, lineSeconds } from '../../world/lines.ts'
import type { World } from '../../world/world.ts'

/** A face channel or a bone of an actor, by its index. */
export type Target = { readonly kind: 'face' | 'bone'; readonly index: number }

/** What made a system write: cues by their ids, signals of life by their names, or what is looked at. */
type Cause = (world: World, e: number, target: Target) => readonly string[]

/** Less of a channel is nobody's doing. */
const LEAST = 0.0005
const BLINKS = [faceChannel('eyeBlinkLeft'), faceChannel('eyeBlinkRight')]
const BROWS = [faceChannel('browInnerUp'), faceChannel('browOuterUpLeft'), faceChannel('browOuterUpRight')]

const lines: Cause = ({ components, tick }, e) =>
  components.Timeline.lines[e]!.filter(({ start, end }) => start - LINE_LEAD <= tick && tick <= end).map((cue) =>
    lineName(cue, tick),
  )

const life: Cause = (world, e, target) => ['life', ...lines(world, e, target)]

const gestures: Cause = ({ components, tick }, e, { index }) =>
  components.Timeline.gestures[e]!.filter(
    ({ start, end, gesture }) => start <= tick && tick <= end && gesture.tracks.some(({ bone }) => bone === index),
  ).map(({ id }) => id)

/** Why each system writes what it writes; one that is not here writes for no cue's sake. */
const CAUSES: Readonly<Record<string, Cause>> = {
  sampleFace({ components, tick }, e, { index }) {
    const { Life, Timeline } = components
    const signal = (name: LifeSignal) => Life.signals[e * LIFE_SIGNALS.length + LIFE_SIGNALS.indexOf(name)]!
    return [
      ...Timeline.expressions[e]!.filter((cue) => Math.abs(shareOf(cue, index, tick)) > LEAST).map(({ id }) => id),
      ...(BLINKS.includes(index) && signal('blink') > LEAST ? ['life: blink'] : []),
      ...(BROWS.includes(index) && Math.abs(signal('browRaise')) > LEAST ? ['life: browRaise'] : []),
    ]
  },
  sampleMouth: (world, e, target) =>
    target.index >= FIRST_VISEME ? lines(world, e, target) : lines(world, e, target).map((name) => `yields to ${name}`),
  bendBody: gestures,
  sampleGestures: gestures,
  sampleClips: ({ components, tick }, e, { kind, index }) =>
    components.Timeline.clips[e]!.filter((cue) => clipPresence(cue, tick) > LEAST && moves(cue, kind, index)).map(
      ({ id }) => id,
    ),
  swayBody: life,
  swayHead: life,
  aimGaze: ({ components: { Gaze } }, e) => {
    const kind = GAZE_KINDS[Gaze.kind[e]!]!
    return [`looks at ${kind === 'actor' ? Gaze.actor[e]! : kind}`]
  },
  closeLids: () => ['lids share the opening'],
  solveLimbs: () => ['feet stay planted'],
  limitJoints: () => ['beyond a joint’s limits'],
}

/** What made a system write a channel of an actor at the tick that is being stepped. */
export const causesOf = (world: World, e: number, system: string, target: Target): readonly string[] =>
  CAUSES[system]?.(world, e, target) ?? []

const moves = ({ clip, mask }: ClipCue, kind: Target['kind'], index: number): boolean =>
  kind === 'bone'
    ? maskRow(mask)[index] === 1 && clip.bones.some(({ bone }) => bone === index)
    : ownsFace(mask) && clip.face.some(({ channel }) => channel === index)

/** What a face's cue adds to a channel, before others hide it or pull against it. */
function shareOf(cue: ExpressionCue, channel: number, tick: number): number {
  const i = cue.blend.channels.indexOf(channel)
  return i < 0 || tick <= cue.start ? 0 : cue.blend.weights[i]! * expressionGain(cue, CHANNEL_REGIONS[channel]!, tick)
}

/** A part of a line, with the word that sounds. */
function lineName(cue: LineCue, tick: number): string {
  const seconds = lineSeconds(cue, tick)
  const word = cue.plan.words.find(({ start, end }) => seconds >= start && seconds < end)
  return word === undefined ? cue.id : `${cue.id} “${word.text}”`
}
