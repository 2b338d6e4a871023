import { secondsAt } from '../core/clock.ts'
import type { Ordered, Performer, Thing } from '../direct/performer.ts'
import { type Mannerisms, NO_MANNERISMS } from '../plan/mannerisms.ts'
import { NEVER } from '../world/cues.ts'
import { DEFAULT_CULTURE, DEFAULT_MANNER, mannerNamed, type Named } from '../world/manner.ts'
import type { World } from '../world/world.ts'

/**
 * An actor as it will move once all that was commanded is applied: a script may bring somebody in, give it a manner and let
 * it speak within one tick.
 *
 * @param lineLead  Ticks from a line's arrival to its first sound.
 */
export function expectedPerformer(world: World, actor: string, lineLead: number): Performer {
  const { cultures, gestures, expressions } = world.catalogue
  const named = expectedNames(world, actor)
  return {
    manner: mannerNamed(world.catalogue, named),
    culture: cultures.get(named.culture)!,
    gestures,
    expressions,
    seed: world.seed,
    actor,
    lead: secondsAt(lineLead),
    around: thingsAround(world, actor),
    ordered: standingOrders(world, actor, secondsAt(lineLead)),
  }
}

/** What of the stage a text may name. */
function thingsAround({ catalogue, lists }: World, actor: string): Thing[] {
  const { screen, seats } = catalogue.stage
  const things: Thing[] = screen === undefined ? [] : [{ name: 'screen', target: { kind: 'screen' } }]
  for (const [name, { x, z, height }] of Object.entries(seats))
    things.push({ name, target: { kind: 'point', x, y: height, z } })
  for (const other of lists.byId.keys())
    if (other !== actor) things.push({ name: other.toLowerCase(), target: { kind: 'actor', actor: other } })
  return things
}

/** What those commands are given that say how somebody moves. */
type Asked = Mannerisms & {
  readonly actor: string
  readonly manner: string
  readonly towards?: string
  readonly share: number
  readonly culture: string
}

function expectedNames(world: World, actor: string): Named {
  const { first, second, share, culture, own } = world.components.Manner
  const e = world.lists.byId.get(actor)
  let named: Named =
    e === undefined
      ? { first: DEFAULT_MANNER, second: DEFAULT_MANNER, share: 0, culture: DEFAULT_CULTURE, own: NO_MANNERISMS }
      : { first: first[e]!, second: second[e]!, share: share[e]!, culture: culture[e]!, own: own[e]! }
  for (let i = world.cursor; i < world.log.length; i++) {
    const { name, input } = world.log[i]!
    const { actor: whose, ...asked } = input as Asked
    if (whose !== actor) continue
    if (name === 'setCulture') named = { ...named, culture: asked.culture }
    if (name === 'setMannerisms') named = { ...named, own: asked }
    if (name === 'setManner')
      named = { ...named, first: asked.manner, second: asked.towards ?? asked.manner, share: asked.share }
  }
  return named
}

/** What was ordered in this same tick, and a face that is to stay until the next order. */
function standingOrders({ components, lists, log, cursor, catalogue }: World, actor: string, lead: number): Ordered {
  const e = lists.byId.get(actor)
  const faces = e === undefined ? [] : components.Timeline.expressions[e]!
  const stays = faces.some(
    ({ line, layer, released }) => line === undefined && layer === 'reaction' && released === NEVER,
  )
  let face = stays ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
  const gestures: { name: string; until: number }[] = []
  for (let i = cursor; i < log.length; i++) {
    const { name, input } = log[i]!
    const asked = input as { actor: string; name: string; strokeAt?: number; seconds?: number; micro?: boolean }
    if (asked.actor !== actor) continue
    if (name === 'express' && asked.micro !== true) face = (asked.seconds ?? Number.POSITIVE_INFINITY) - lead
    const sync = name === 'gesture' ? catalogue.gestures.get(asked.name)?.sync : undefined
    if (sync !== undefined)
      gestures.push({ name: asked.name, until: (asked.strokeAt ?? sync.stroke) + sync.strokeEnd - sync.stroke - lead })
  }
  return { gestures, face }
}
