/**
 * The known name nearest to a mistyped one, for "did you mean".
 *
 * @param name   What was asked for.
 * @param known  The names that exist.
 * @returns      The nearest within two edits, or a third of the name's length if that is more; otherwise undefined.
 */
export function suggest(name: string, known: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.floor(name.length / 3))
  let best: string | undefined
  let bestDistance = limit + 1
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Of more names than this a message lists the first, and how many more there are: it must stay a line. */
const MOST_LISTED = 16

/** "Did you mean "wave"? Known: beat, nod, wave." */
export function knownNames(name: string, known: readonly string[]): string {
  const nearest = suggest(name, known)
  const hint = nearest === undefined ? '' : `Did you mean "${nearest}"? `
  const listed = [...known].sort().slice(0, MOST_LISTED)
  const more = known.length > listed.length ? ` and ${known.length - listed.length} more` : ''
  return `${hint}Known: ${listed.join(', ')}${more}.`
}

/** Levenshtein distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, substitution)
    }
    row = next
  }
  return row[b.length]!
}
