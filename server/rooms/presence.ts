import type { Visitor } from './room-context.ts'
import { Person, type StageState } from './stage-state.ts'

/** Shows who is here: each once, by the first of their sessions, however many tabs they have open. */
export function showPeople({ people }: StageState, visitors: Iterable<Visitor>): void {
  const first = new Map<string, Visitor>()
  for (const visitor of visitors) if (!first.has(visitor.owner)) first.set(visitor.owner, visitor)
  const shown = new Set([...first.values()].map(({ id }) => id))
  for (const id of [...people.keys()]) if (!shown.has(id)) people.delete(id)
  for (const { id, name, since } of first.values())
    if (!people.has(id)) people.set(id, new Person().assign({ name, since, composing: false }))
}

/** Shows whether a person is about to say something, in whichever of their tabs. @returns  Whether anyone still is. */
export function showComposing(
  { people }: StageState,
  visitors: Iterable<Visitor>,
  { owner }: Visitor,
  composing: boolean,
): boolean {
  for (const one of visitors) if (one.owner === owner) people.get(one.id)?.assign({ composing })
  return [...people.values()].some((person) => person.composing)
}
