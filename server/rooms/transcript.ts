import { type Stamped, TICK_RATE, type WorldEvent } from '../../engine/api/host.ts'

/** What was heard of one breath of an actor's. */
export type Heard = { readonly actor: string; readonly line: string; readonly text: string; readonly tick: number }

type Plan = { readonly text: string; readonly words: readonly { readonly text: string; readonly end: number }[] }
type Part = { readonly plan: Plan; start?: number }

/** Keeps what was heard, and no more: of a part that was broken off the words that were out. */
export type Transcript = {
  /** Takes note of a command of the stage. */
  readonly note: (command: Stamped) => void
  /** Reads a tick's events: what was heard to its end in them. */
  readonly read: (events: readonly WorldEvent[]) => readonly Heard[]
}

export function createTranscript(): Transcript {
  const parts = new Map<string, Part>()
  const key = (part: { actor: string; line: string; part: number }) => `${part.actor}/${part.line}/${part.part}`

  function heardOf(event: WorldEvent): Heard | undefined {
    if (event.type === 'partStarted') {
      const part = parts.get(key(event))
      if (part !== undefined) part.start = event.tick
    }
    if (event.type !== 'partEnded') return undefined
    const part = parts.get(key(event))
    parts.delete(key(event))
    if (part?.start === undefined) return undefined
    const { actor, line, released, tick } = event
    const text = released ? wordsBefore(part.plan, (tick - part.start) / TICK_RATE) : part.plan.text
    return text === '' ? undefined : { actor, line, text, tick }
  }

  return {
    note({ name, input }) {
      if (name === 'performLine') {
        const { plan, ...place } = input as { actor: string; line: string; part: number; plan: Plan }
        parts.set(key(place), { plan })
      }
    },
    read(events) {
      const heard = events.map(heardOf).filter((one) => one !== undefined)
      // Parts of a line that was dropped before it began are not heard of again.
      for (const event of events) if (event.type === 'lineEnded') forgetLine(parts, `${event.actor}/${event.line}/`)
      return heard
    },
  }
}

const wordsBefore = ({ words }: Plan, seconds: number): string =>
  words
    .filter(({ end }) => end <= seconds)
    .map(({ text }) => text)
    .join(' ')

function forgetLine(parts: Map<string, unknown>, prefix: string): void {
  for (const name of parts.keys()) if (name.startsWith(prefix)) parts.delete(name)
}
