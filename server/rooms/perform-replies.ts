import type { Actor } from '../../engine/api/host.ts'
import type { Reply } from '../mind/mind.ts'
import type { Act } from './act-out.ts'

export type Performing = {
  readonly signal: AbortSignal
  /** Told when the first line is given. */
  readonly onFirst: () => void
  /** What hands and face do with a line that came without a hint. */
  readonly actOut: (text: string) => readonly Act[]
}

/**
 * Performs an answer as it comes; over when its last sound is. What hands and face do waits for its line: a mind thinks
 * faster than anybody speaks.
 */
export async function performReplies(
  actor: Actor,
  replies: AsyncIterable<Reply> | Iterable<Reply>,
  { signal, onFirst, actOut }: Performing,
): Promise<void> {
  /** Told at the end: what fails while the next line is still thought of must not count as unhandled. */
  const work: Promise<void>[] = []
  let line: Promise<void> | undefined
  let hints: Act[] = []

  function act(acts: readonly Act[]): void {
    for (const one of acts) if (!signal.aborted) perform(actor, one)
  }

  function tellLater(one: Promise<void>): void {
    one.catch(() => {})
    work.push(one)
  }

  for await (const reply of replies) {
    if (signal.aborted) return
    if (reply.kind !== 'say') {
      hints.push(reply)
      continue
    }
    const acts = hints.length > 0 ? hints : actOut(reply.text)
    hints = []
    if (line === undefined) {
      onFirst()
      act(acts)
    } else tellLater(line.then(() => act(acts)))
    line = actor.say(reply.text, { signal })
    tellLater(line)
  }
  act(hints)
  await Promise.all(work)
}

/** How long an expression lasts that comes with an answer and says nothing about it, seconds. */
const EXPRESSION_SECONDS = 4

function perform(actor: Actor, act: Act): void {
  if (act.kind === 'gesture') actor.gesture(act.name)
  else actor.express(act.name, { seconds: act.seconds ?? EXPRESSION_SECONDS })
}
