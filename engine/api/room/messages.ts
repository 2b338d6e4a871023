import * as z from 'zod'
import type { Stamped } from '../../world/commands.ts'
import type { StartState } from '../../world/start-state.ts'

/** Version of what rooms and their clients say to each other: both must have the same. */
export const ROOM_PROTOCOL = 1

/** Ticks by which a room stamps commands ahead of its stage: 100 ms, in which they reach nearly everyone. */
export const ROOM_LEAD = 6

/** The longest text a person may send at once, characters. */
export const MAX_SAID = 2000

/** Sound that rooms take: 16 kHz, one channel, 16 bits, little-endian. Bytes a second. */
export const PCM_RATE = 32_000
/** The longest one may speak in one utterance, seconds; what was heard by then is understood. */
export const MAX_HEARD = 30
/** The most sound in one message, bytes: a second. */
export const MAX_PCM = PCM_RATE

const pcm = z
  .instanceof(Uint8Array, { error: 'must be bytes' })
  .refine(({ byteLength }) => byteLength <= MAX_PCM, { error: `must be ${MAX_PCM} bytes at most` })
  .refine(({ byteLength }) => byteLength % 2 === 0, { error: 'must be whole samples of two bytes' })

const name = z.string().min(1).max(80)
/** What actors are called: as people see it. */
const actorName = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, 'must hold no control characters')

/** What a client may say to a room, by type. Everything else is refused, and counted. */
export const CLIENT_MESSAGES = {
  /** Something said to the actors, typed or heard. */
  say: z.strictObject({ text: z.string().trim().min(1).max(MAX_SAID), to: actorName.optional() }),
  /** The person begins or ends to speak or to type: the actors turn to who does. */
  listen: z.strictObject({ on: z.boolean() }),
  /** The person pauses in what they say, having spoken so many seconds without a break: who listens may nod. */
  pause: z.strictObject({ spoken: z.number().min(0).max(MAX_HEARD) }),
  /** Sound of an utterance, for the server's recogniser; utterances are counted up. The last piece tells how it ended. */
  hear: z.strictObject({ utterance: z.int().min(0), pcm, end: z.enum(['said', 'dropped']).optional() }),
  /** The person takes the word: voice, mouth and hands let go. */
  interrupt: z.strictObject({}),
  /** Brings an actor on, or gives one that is there another avatar or voice. */
  cast: z.strictObject({ actor: actorName, avatar: name.optional(), voice: name.optional() }),
  /** Takes an actor off; the last one stays. */
  dismiss: z.strictObject({ actor: actorName }),
  /** Starts or ends a recording of what happens here. */
  record: z.strictObject({ on: z.boolean() }),
  /** A command of the stage, by its record's name; which ones may come from a person the room decides. */
  command: z.strictObject({ name, input: z.unknown() }),
  /** The person asks what is kept of them. Answered with `lists`, as the two below. */
  lists: z.strictObject({}),
  /** The person deletes one of those things. */
  forget: z.strictObject({
    kind: z.enum(['todo', 'memory']),
    id: z
      .int()
      .min(1)
      .max(2 ** 31 - 1),
  }),
  /** The person deletes everything that the actors remember of them. */
  forgetAll: z.strictObject({}),
  /** What the room's clock shows: `sent` comes back as it was. */
  time: z.strictObject({ sent: z.number() }),
  /** Hash of the client's pose after a tick; the room compares it with its own. `late`: commands that came late since. */
  hash: z.strictObject({
    tick: z.int().min(0),
    hash: z.string().regex(/^[0-9a-f]{16}$/),
    late: z.int().min(0).max(1_000_000).default(0),
  }),
} as const satisfies Record<string, z.ZodType>

export type ClientMessages = {
  readonly [Type in keyof typeof CLIENT_MESSAGES]: z.output<(typeof CLIENT_MESSAGES)[Type]>
}

/** All that a client needs to stand where the room stands, in one message. */
export type Welcome = {
  readonly protocol: number
  readonly engine: string
  /** Id of a file in content/stages. */
  readonly stage: string
  readonly seed: number
  readonly start: StartState
  /** Commands stamped already for ticks to come. */
  readonly log: readonly Stamped[]
}

/** What is kept of a person. Times are ISO 8601. */
export type Lists = {
  readonly todos: readonly {
    readonly id: number
    readonly text: string
    readonly due?: string
    readonly remind?: string
    readonly done: boolean
  }[]
  readonly memories: readonly { readonly id: number; readonly text: string; readonly when: string }[]
}

/** What a room says to its clients, by type. */
export type RoomMessages = {
  readonly welcome: Welcome
  /** What the person may do here: once, when they come in. */
  readonly you: { readonly may: 'talk' | 'direct' }
  /** New commands, in the order of the room's log. */
  readonly commands: readonly Stamped[]
  /** Position of the room's stage, ticks, when `sent` arrived. */
  readonly time: { readonly sent: number; readonly position: number }
  /** What was understood of an utterance so far, or in the end: nothing, or nothing because of a fault. */
  readonly heard: {
    readonly utterance: number
    readonly text: string
    readonly final: boolean
    readonly fault?: string
  }
  /** A recording is kept, and can be fetched: a take to be filmed, with its speech. */
  readonly take: { readonly name: string; readonly seconds: number; readonly url: string }
  /** What is kept of the person: when they ask, and whenever it has changed. */
  readonly lists: Lists
  /** Something the person must know: what went wrong, and what to do. */
  readonly notice: { readonly code: string; readonly message: string }
}
