import type { Rehearsal } from '../../../engine/api/node.ts'

/** Spans that are named; of more only the number is told. */
const NAMED = 6

/** Says what fell short of what was asked for, and what became of it: a line for each kind. */
export function describeDegraded(degraded: Rehearsal['degraded']): string[] {
  const textsOf = (kind: Rehearsal['degraded'][number]['what']) =>
    degraded.flatMap(({ what, text }) => (what === kind ? [text] : []))
  const removed = textsOf('removed')
  const shown = textsOf('unspoken').map((text) => `"${text}"`)
  const rough = textsOf('rough-lips').map((text) => `"${text}"`)
  const crowded = textsOf('crowded-gesture')
  const late = textsOf('late-gesture')
  const unknown = textsOf('unknown-direction')
  const acts = textsOf('unknown-act').map((name) => `"${name}"`)
  return [
    ...(unknown.length === 0 ? [] : [`Spoken around in the text: ${unknown.slice(0, NAMED).join(' ')}`]),
    ...(acts.length === 0 ? [] : [`Content has no ${list(acts)}: left out.`]),
    ...(shown.length === 0 ? [] : [`The voice cannot say ${list(shown)}: shown in the captions only.`]),
    ...(removed.length === 0
      ? []
      : [`Left out of the text, for they can be neither said nor shown: ${list(removed)}.`]),
    ...(rough.length === 0
      ? []
      : [`No phones are known for ${list(rough)}: the lips there follow spelling and loudness only.`]),
    ...(crowded.length === 0 ? [] : [`Hands had no time for ${list(crowded)}: left out.`]),
    ...(late.length === 0 ? [] : [`Hands were not there in time for ${list(late)}: it came after its word.`]),
  ]
}

function list(items: readonly string[]): string {
  const more = items.length - NAMED
  return items.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '')
}
