import { EngineError } from '../core/errors.ts'
import type { Vocabulary } from '../direct/markup/script.ts'
import type { Mannerisms } from '../plan/mannerisms.ts'
import type { ClipMask } from '../tracks/clip-mask.ts'
import { requireKnown } from './commands/fields.ts'
import { expectedPerformer } from './expected-performer.ts'
import type { Speaker, SpeakingActor, SpeakOptions, SpokenPart } from './speaker.ts'
import type { Stage } from './stage.ts'

/** Voice of an actor that was given none. */
const DEFAULT_VOICE = 'slt'

export type SpawnOptions = {
  readonly id: string
  /** Default "milla". */
  readonly avatar?: string
  /** Default "slt". */
  readonly voice?: string
  /** Mark of the stage. Default "centre". */
  readonly at?: string
  /** 0 lively … 1 nearly still. Default 0.15. */
  readonly stillness?: number
}

/** A face as a script names it. */
export type Face = string | Readonly<Record<string, number>>

/** When the stroke lands and until when it is held, seconds from now; how strongly, [0, 1]; by which hand. */
export type GestureOptions = {
  readonly strokeAt?: number
  readonly until?: number
  readonly intensity?: number
  readonly hand?: 'left' | 'right'
}

/** Which arm points, how long once it is there, and how strongly, [0, 1]. */
export type PointOptions = {
  readonly hand?: 'left' | 'right'
  readonly seconds?: number
  readonly intensity?: number
}

/** What a script holds of an actor. */
export type Actor = {
  readonly id: string
  /**
   * Says a text, sentence by sentence, after what is already being said, and acts it out in its manner: hands, head,
   * face and eyes. The text may hold directions ("[wave]", "[happy:0.6]", "*smiles*", "[look:up]", "[pause:0.5]",
   * "[spell:Milla]"), or be SSML, BML or a plan in JSON.
   *
   * @returns  Once the last sound is over, or the line was interrupted.
   */
  readonly say: (text: string, options?: SpeakOptions) => Promise<void>
  /** Spells a word with the fingers, as `say('[spell:Milla]')` does amid a text. @param options.pace  Letters a second, 1 to 6. */
  readonly spell: (word: string, options?: SpeakOptions & { pace?: number }) => Promise<void>
  readonly gesture: (name: string, options?: GestureOptions) => void
  /** A face by name, or one made of several by their intensities, such as `{ happy: 0.5, surprised: 0.4 }`. */
  readonly express: (face: Face, options?: { intensity?: number; seconds?: number; micro?: boolean }) => void
  /** What the face comes back to from now on. `seconds` is how long it takes to come, 4 by default. */
  readonly setMood: (face: Face, options?: { intensity?: number; seconds?: number }) => void
  /** Plays a clip of content/clips beneath gestures, gaze and speech, over the bones that its mask lets through. */
  readonly playClip: (
    name: string,
    options?: { weight?: number; loop?: boolean; seconds?: number; mask?: ClipMask; fade?: number },
  ) => void
  /** Lets a clip go, or all of them. */
  readonly stopClip: (name?: string, options?: { fade?: number }) => void
  readonly lookAt: (target: 'camera' | 'screen' | Actor | { x: number; y: number; z: number }) => void
  /** Looks there, then points there, by the nearer arm unless a hand is given. */
  readonly pointAt: (
    target: 'camera' | 'screen' | Actor | { x: number; y: number; z: number },
    options?: PointOptions,
  ) => void
  /** Moves in a manner of content/manners from now on, or in one between two. */
  readonly setManner: (manner: string, options?: { towards?: string; share?: number }) => void
  /** Has habits of its own on top of its manner from now on: favourite gestures, a tilt of the head, blinks. */
  readonly setMannerisms: (mannerisms: Partial<Mannerisms>) => void
  /** Is at home in a culture of content/cultures from now on: which gestures it makes, how large, how much it looks at others. */
  readonly setCulture: (culture: string) => void
  readonly act: (state: 'idle' | 'listening' | 'thinking') => void
  /** Shows that it follows what it is told: a small nod, brows, or both. */
  readonly acknowledge: () => void
  readonly moveTo: (mark: string) => void
  /** Walks to a mark. @returns  True once it is there; false when something came between. */
  readonly walkTo: (mark: string, options?: { pace?: number }) => Promise<boolean>
  /** Walks to a seat, turns round and sits down. @returns  True once it sits; false when something came between. */
  readonly sitDown: (seat: string, options?: { pace?: number; atOnce?: boolean }) => Promise<boolean>
  /** Rises from its seat. @returns  True once it stands; false when something came between. */
  readonly standUp: () => Promise<boolean>
  /** Takes a prop that stands within reach, eyes first. @returns  True once it is held; false when something came between. */
  readonly pickUp: (prop: string, options?: { hand?: 'left' | 'right' }) => Promise<boolean>
  /** Puts down what it holds: at a place of the stage, or where it stood. @returns  True once it stands there. */
  readonly putDown: (options?: { prop?: string; at?: string }) => Promise<boolean>
  /** Gives what it holds to another who takes it, or holds it out to the camera. @returns  True once that is done. */
  readonly handOver: (to: 'camera' | Actor, options?: { prop?: string }) => Promise<boolean>
  readonly interrupt: () => void
  readonly remove: () => void
}

/** Voices by stage and actor: a script may fetch the same actor twice. */
const voices = new WeakMap<Stage, Map<string, string>>()
/** What each actor said and did so far, for choosing what it does next. */
const memories = new WeakMap<Stage, Map<string, SpeakingActor['memory']>>()
const lineCounts = new WeakMap<Stage, number>()
/** Of each actor the last line given: settles when that has come in whole, or is over. */
const turns = new WeakMap<Stage, Map<string, Promise<void>>>()

/** Spawns an actor, or takes hold of one by id. */
export function createActor(stage: Stage, options: SpawnOptions | string, speaker: Speaker | undefined): Actor {
  const id = typeof options === 'string' ? options : options.id
  if (typeof options !== 'string') spawn(stage, options)
  const run = (name: string, input: object = {}) => stage.run(name, { actor: id, ...input })
  return {
    id,
    say: (text, speech) => say(stage, id, text, speech ?? {}, speaker),
    spell: (word, { pace, ...speech } = {}) =>
      say(stage, id, `[spell:${word}${pace === undefined ? '' : ` ${pace}`}]`, speech, speaker),
    gesture: (name, { strokeAt, until, intensity, hand } = {}) =>
      run('gesture', { name, strokeAt, until, intensity, hand }),
    express: (face, { intensity, seconds, micro } = {}) =>
      run('express', { ...faceInput(face), intensity, seconds, micro }),
    setMood: (face, { intensity, seconds } = {}) => run('setMood', { ...faceInput(face), intensity, seconds }),
    playClip: (clip, options = {}) => run('playClip', { name: clip, ...options }),
    stopClip: (clip, { fade } = {}) => run('stopClip', { name: clip, fade }),
    lookAt: (target) => run('lookAt', { target: gazeTarget(target) }),
    pointAt: (target, options = {}) => run('pointAt', { target: gazeTarget(target), ...options }),
    setManner: (manner, { towards, share } = {}) => run('setManner', { manner, towards, share }),
    setMannerisms: (mannerisms) => run('setMannerisms', mannerisms),
    setCulture: (culture) => run('setCulture', { culture }),
    act: (state) => run('act', { state }),
    acknowledge: () => run('acknowledge', {}),
    moveTo: (mark) => run('moveTo', { mark }),
    walkTo: (mark, { pace } = {}) => walk(stage, id, { mark, pace }),
    sitDown: (seat, { pace, atOnce } = {}) => sit(stage, id, { seat, pace, atOnce }),
    standUp: () => rise(stage, id),
    pickUp: (prop, { hand } = {}) => handle(stage, id, 'pickUp', { prop, hand }),
    putDown: ({ prop, at } = {}) => handle(stage, id, 'putDown', { prop, at }),
    handOver: (to, { prop } = {}) => handle(stage, id, 'handOver', { prop, to: typeof to === 'string' ? to : to.id }),
    interrupt: () => run('interrupt'),
    remove: () => run('removeActor'),
  }
}

const faceInput = (face: Face): object =>
  typeof face === 'string'
    ? { name: face }
    : { mix: Object.entries(face).map(([name, intensity]) => ({ name, intensity })) }

function spawn(
  stage: Stage,
  { id, avatar = 'milla', voice = DEFAULT_VOICE, at = 'centre', stillness }: SpawnOptions,
): void {
  const known = voices.get(stage) ?? new Map<string, string>()
  voices.set(stage, known.set(id, voice))
  stage.run('spawnActor', { id, avatar, at, stillness })
}

async function walk(stage: Stage, id: string, to: { readonly mark: string; readonly pace: number | undefined }) {
  const given = stage.world.tick
  stage.run('walkTo', { actor: id, ...to })
  // What ends at that tick is the walk before, which may have been to the same mark.
  const ended = await stage.until(
    (event) => event.type === 'walkEnded' && event.tick > given && event.actor === id && event.mark === to.mark,
  )
  return ended.type === 'walkEnded' && ended.arrived
}

async function sit(
  stage: Stage,
  id: string,
  to: { readonly seat: string; readonly pace: number | undefined; readonly atOnce: boolean | undefined },
) {
  stage.run('sitDown', { actor: id, ...to })
  const ended = await stage.until((event) => event.type === 'sitEnded' && event.actor === id && event.seat === to.seat)
  return ended.type === 'sitEnded' && ended.seated
}

async function rise(stage: Stage, id: string) {
  stage.run('standUp', { actor: id })
  const ended = await stage.until((event) => event.type === 'riseEnded' && event.actor === id)
  return ended.type === 'riseEnded' && ended.standing
}

/** What is handled by each command; a hand does one of them at a time. */
const HANDLING = { pickUp: ['take'], putDown: ['put'], handOver: ['give', 'show'] } as const

async function handle(stage: Stage, id: string, command: keyof typeof HANDLING, input: object): Promise<boolean> {
  const given = stage.world.tick
  stage.run(command, { actor: id, ...input })
  const kinds: readonly string[] = HANDLING[command]
  const ended = await stage.until(
    (event) => event.type === 'handled' && event.tick >= given && event.actor === id && kinds.includes(event.kind),
  )
  return ended.type === 'handled' && ended.done
}

async function say(
  stage: Stage,
  id: string,
  text: string,
  options: SpeakOptions,
  speaker: Speaker | undefined,
): Promise<void> {
  if (speaker === undefined) {
    throw new EngineError(
      'api/no-voice',
      `Actor "${id}" was asked to speak, but this stage has no voices. Make the stage with a speaker, or use performLine with a prepared plan.`,
    )
  }
  const voice = options.voice ?? voices.get(stage)?.get(id) ?? DEFAULT_VOICE
  const { rate = 1, pitch = 1, acting = true, acts = [], by, markup } = options
  requireActs(stage, acts)
  const signal = AbortSignal.any(options.signal === undefined ? [stage.signal] : [stage.signal, options.signal])
  const count = (lineCounts.get(stage) ?? 0) + 1
  lineCounts.set(stage, count)
  const line = `line-${count}`
  stage.run('prepareToSpeak', { actor: id, line })
  let isOver = false
  const ended = stage
    .until((event) => event.type === 'lineEnded' && event.line === line)
    .then(() => {
      isOver = true
    })
  const turn = turnOf(stage, id).then(async () => {
    if (isOver || stage.signal.aborted) return
    const actor = acting ? speakingActor(stage, id) : undefined
    const vocabulary = vocabularyOf(stage)
    const told = { ...(by === undefined ? {} : { by }), ...(markup === undefined ? {} : { markup }) }
    const asked = { voice, rate, pitch, signal, actor, vocabulary, acts, ...told }
    await deliver(stage, { actor: id, line }, speaker.speak(text, asked), () => isOver)
  })
  const done = Promise.race([stage.track(turn), ended])
  turns.get(stage)!.set(id, done)
  await done
  await ended
}

/** What directions in a text may name. */
function vocabularyOf({ world: { catalogue } }: Stage): Vocabulary {
  const { gestures, expressions, alphabets } = catalogue
  return { gestures: [...gestures.keys()], expressions: [...expressions.keys()], alphabets }
}

/** What goes along with a line is refused at once where content lacks it, as by a command. */
function requireActs({ world: { catalogue } }: Stage, acts: NonNullable<SpeakOptions['acts']>): void {
  for (const { type, name } of acts) {
    if (type === 'gesture') requireKnown(catalogue.gestures, name, type, 'stage/unknown-gesture')
    else requireKnown(catalogue.expressions, name, 'expression', 'stage/unknown-expression')
  }
}

/** Who speaks, and what it said and did in its lines before. */
function speakingActor(stage: Stage, id: string): SpeakingActor {
  const known = memories.get(stage) ?? new Map<string, SpeakingActor['memory']>()
  memories.set(stage, known)
  const memory = known.get(id) ?? {}
  known.set(id, memory)
  return { performer: expectedPerformer(stage.world, id, stage.lineLead), memory }
}

/** Waits for the line before: parts of two lines must not mix. */
async function turnOf(stage: Stage, actor: string): Promise<void> {
  const known = turns.get(stage) ?? new Map<string, Promise<void>>()
  turns.set(stage, known)
  // A line that fails is told to who gave it; the next one can be said.
  await known.get(actor)?.catch(() => {})
}

/**
 * Hands parts to the stage as they come, until the line is over: interrupted, or its actor gone. A voice that fails on
 * the way closes the line with what has been said.
 */
async function deliver(
  stage: Stage,
  target: { readonly actor: string; readonly line: string },
  parts: AsyncIterable<SpokenPart>,
  isOver: () => boolean,
): Promise<void> {
  let part = 0
  try {
    for await (const spoken of parts) {
      if (isOver()) return
      stage.run('performLine', { ...target, part: part++, lead: stage.lineLead, ...spoken })
    }
  } catch (cause) {
    // Who stopped the stage knows why, and nobody else is to hear of it.
    if (!stage.signal.aborted) throw cause
  } finally {
    if (!isOver()) stage.run('closeLine', target)
  }
}

function gazeTarget(target: 'camera' | 'screen' | Actor | { x: number; y: number; z: number }): object {
  if (typeof target === 'string') return { kind: target }
  return 'id' in target ? { kind: 'actor', actor: target.id } : { kind: 'point', ...target }
}
