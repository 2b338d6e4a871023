import type { Actor } from '../../engine/api/host.ts'
import type { Reply } from '../mind/mind.ts'

export type Performing = {
  readonly signal: AbortSignal
  /** Told when the first line is given. */
  readonly onFirst: () => void
}

/** Something that hands or face do with what is said. */
type Hint = Exclude<Reply, { readonly kind: 'say' }>

/** What any script is spoken by. */
const SPOKEN = /[\p{L}\p{N}]/u

/**
 * Performs an answer as it comes; over when its last sound is. What a mind says of hands and face goes along with the line
 * that follows it, and comes before what the engine reads in that line.
 */
export async function performReplies(
  actor: Actor,
  replies: AsyncIterable<Reply> | Iterable<Reply>,
  { signal, onFirst }: Performing,
): Promise<void> {
  /** Told at the end: what fails while the next line is still thought of must not count as unhandled. */
  const lines: Promise<void>[] = []
  let hints: Hint[] = []
  for await (const reply of replies) {
    if (signal.aborted) return
    if (reply.kind !== 'say') {
      hints.push(reply)
      continue
    }
    // A smiley, a dash: models end sentences with them, and nobody can say them.
    if (!SPOKEN.test(reply.text)) continue
    if (lines.length === 0) onFirst()
    const acts = hints.map(({ kind, name }) => ({ type: kind, name }))
    const line = actor.say(reply.text, { signal, acts, by: 'model' })
    line.catch(() => {})
    lines.push(line)
    hints = []
  }
  for (const hint of hints) if (!signal.aborted) perform(actor, hint)
  await Promise.all(lines)
}

/** How long an expression lasts that goes along with no line, seconds. */
const EXPRESSION_SECONDS = 4

function perform(actor: Actor, hint: Hint): void {
  if (hint.kind === 'gesture') actor.gesture(hint.name)
  else actor.express(hint.name, { seconds: hint.seconds ?? EXPRESSION_SECONDS })
}
