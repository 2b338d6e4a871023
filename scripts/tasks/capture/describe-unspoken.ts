/** Spans that are named; of more only the number is told. */
const NAMED = 6

/** How a voice names a character that it has taken out of its text. */
const CHARACTER_NAME = /^U\+[0-9A-F]{4,6}$/

/** Says which stretches of a text were not spoken, and what became of them: a line for each kind. */
export function describeUnspoken(stretches: readonly string[]): string[] {
  const removed = stretches.filter((text) => CHARACTER_NAME.test(text))
  const shown = stretches.filter((text) => !CHARACTER_NAME.test(text)).map((text) => `"${text}"`)
  return [
    ...(shown.length === 0 ? [] : [`The voice cannot say ${list(shown)}: shown in the captions only.`]),
    ...(removed.length === 0
      ? []
      : [`Left out of the text, for they can be neither said nor shown: ${list(removed)}.`]),
  ]
}

function list(items: readonly string[]): string {
  const more = items.length - NAMED
  return items.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '')
}
