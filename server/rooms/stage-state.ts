import { type SchemaType, schema, t } from '@colyseus/schema'

/** Someone who watches. */
export const Person = schema(
  {
    name: t.string(),
    since: t.float64(),
    /** About to say something: writes, or speaks and is still heard. */
    composing: t.boolean(),
  },
  'Person',
)
export type Person = SchemaType<typeof Person>

/** An actor as the interface shows it; how it moves follows from the room's commands. */
export const ActorCard = schema(
  { name: t.string(), avatar: t.string(), voice: t.string(), doing: t.string() },
  'ActorCard',
)
export type ActorCard = SchemaType<typeof ActorCard>

/** Something that was said, by a person or an actor: only what was heard of it. */
export const Utterance = schema(
  {
    by: t.string(),
    name: t.string(),
    text: t.string(),
    language: t.string(),
    /** Which line of the actor’s it is a breath of; empty for what a person said. */
    line: t.string(),
    tick: t.uint32(),
  },
  'Utterance',
)
export type Utterance = SchemaType<typeof Utterance>

/** What everyone in a room may know without having heard it from the beginning. Poses are no part of it. */
export const StageState = schema(
  {
    people: t.map(Person),
    actors: t.map(ActorCard),
    /** The last of what was said, oldest first. */
    history: t.array(Utterance),
    shot: t.string(),
    /** What the screen shows; empty while it rests. */
    media: t.string(),
    isRecording: t.boolean(),
  },
  'StageState',
)
export type StageState = SchemaType<typeof StageState>
