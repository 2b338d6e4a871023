import * as z from 'zod'
import { EngineError } from '../../core/errors.ts'
import { actorId } from '../../core/ids.ts'
import { knownNames } from '../../core/suggest.ts'
import type { FacePart, ReachKind } from '../../world/cues.ts'
import { emit, type World } from '../../world/world.ts'

/** Fields that several commands share. */
export const actorField = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be a name of lower-case letters, digits and dashes, at most 40')
  .describe('Id of an actor on the stage, e.g. "ana"')
/** A name of content, as it may be typed: what exists is checked later, but a message about it must stay a line. */
export const nameField = z
  .string()
  .max(80)
  .regex(/^\P{Cc}*$/u, 'must hold no control characters')
export const lineField = z.string().min(1).max(80).describe('Id of the line; its parts share it')
export const stillnessField = z
  .number()
  .min(0)
  .max(1)
  .describe('0 lively, 1 nearly still: only blinks, breath and small eye movements stay')
/** As people go about in rooms: some 1 m/s. */
export const DEFAULT_PACE = 0.9
export const paceField = z
  .number()
  .min(0.5)
  .max(1.5)
  .default(DEFAULT_PACE)
  .describe('How briskly: 0.5 strolling, 1 as outdoors, 1.5 in a hurry')
export const intensityField = z.number().min(0).max(1).default(1).describe('How strongly, 0 to 1')

/** A face: one expression by name, or several that make one. */
export const faceFields = {
  name: nameField.optional().describe('Expression id from content/expressions, e.g. "happy"; or give a mix'),
  intensity: intensityField,
  mix: z
    .array(z.strictObject({ name: nameField, intensity: intensityField }))
    .min(1)
    .max(4)
    .optional()
    .describe('Several expressions that make one face, e.g. happy 0.5 and surprised 0.4; instead of a name'),
}
type FaceInput = {
  readonly name?: string | undefined
  readonly intensity: number
  readonly mix?: readonly FacePart[] | undefined
}

/** What a command's face is made of. */
export const facePartsOf = ({ name, intensity, mix }: FaceInput): readonly FacePart[] =>
  mix ?? [{ name: name!, intensity }]

/** Refuses a face that is named twice or not at all, or that content lacks. */
export function requireFaces(world: World, face: FaceInput, command: string): void {
  if ((face.name === undefined) === (face.mix === undefined)) {
    const given = face.name === undefined ? 'neither a name nor a mix' : `both "${face.name}" and a mix`
    throw new EngineError('api/bad-input', `"${command}" was given ${given}; it takes the one or the other.`)
  }
  for (const { name } of facePartsOf(face))
    requireKnown(world.catalogue.expressions, name, 'expression', 'stage/unknown-expression')
}

/** Ids on the stage once all commands given so far are applied. */
export function expectedActors(world: World): Set<string> {
  const ids = new Set(world.lists.byId.keys())
  for (let i = world.cursor; i < world.log.length; i++) {
    const { name, input } = world.log[i]!
    if (name === 'spawnActor') ids.add((input as { id: string }).id)
    if (name === 'removeActor') ids.delete((input as { actor: string }).actor)
  }
  return ids
}

/** Refuses a command for an actor who is not there, nor about to be. */
export function requireActor(world: World, id: string, command: string): void {
  if (world.lists.byId.has(id)) return
  const known = expectedActors(world)
  if (known.has(id)) return
  const hint = known.size === 0 ? 'Nobody is on the stage yet.' : knownNames(id, [...known])
  throw new EngineError('api/unknown-actor', `No actor "${id}" on the stage; "${command}" needs one. ${hint}`)
}

/** Something of the catalogue that a command names. */
export function requireKnown<T>(
  known: ReadonlyMap<string, T>,
  name: string,
  what: string,
  code:
    | 'stage/unknown-avatar'
    | 'stage/unknown-clip'
    | 'stage/unknown-gesture'
    | 'stage/unknown-expression'
    | 'stage/unknown-manner'
    | 'stage/unknown-culture'
    | 'stage/unknown-media',
): T {
  const found = known.get(name)
  if (found !== undefined) return found
  throw new EngineError(code, `No ${what} "${name}". ${knownNames(name, [...known.keys()])}`)
}

/** Refuses a command for the screen of a stage that has none. */
export function requireScreen(world: World, command: string): void {
  if (world.catalogue.stage.screen !== undefined) return
  throw new EngineError(
    'stage/no-screen',
    `This stage has no screen; "${command}" needs one. Give its file in content/stages a "screen", or use another stage.`,
  )
}

/** A name among the keys of a record, such as a mark or a shot of the stage. */
export function requireKey<T>(
  record: Readonly<Record<string, T>>,
  name: string,
  what: string,
  code: 'stage/unknown-mark' | 'stage/unknown-seat' | 'stage/unknown-shot',
): T {
  const found = Object.hasOwn(record, name) ? record[name] : undefined
  if (found !== undefined) return found
  throw new EngineError(code, `No ${what} "${name}" on this stage. ${knownNames(name, Object.keys(record))}`)
}

/**
 * Does something with a prop that could be done when it was asked for. What has come between is told: there is nobody left
 * to throw to.
 */
export function attempt(
  world: World,
  e: number,
  { prop = '', kind }: { readonly prop?: string | undefined; readonly kind: ReachKind },
  does: () => void,
): void {
  try {
    does()
  } catch (cause) {
    if (!(cause instanceof EngineError)) throw cause
    const actor = actorId(world.components.Actor.id[e]!)
    emit(world, { type: 'degraded', actor, what: 'out-of-hand', text: cause.message })
    emit(world, { type: 'handled', actor, prop, kind, done: false })
  }
}
