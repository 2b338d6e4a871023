import { EngineError } from '../../engine/api/host.ts'
import type { Said, Talk, Turn } from './mind.ts'
import { isOwn, toldBy } from './model-prompt.ts'

/** A message as a model takes it. */
export type Told = { readonly role: 'user' | 'assistant'; readonly content: string }

/**
 * What a model is told of a talk: the newest as it was said, what is older in a summary.
 *
 * Summaries are made between answers and never delay one: a new turn breaks off the one being made. Where none can be made
 * the oldest is forgotten, and that is reported.
 */
export type TalkMemory = {
  /** Everything to answer to, the newest at the end, in as many tokens. */
  readonly recall: (turn: Turn, tokens: number) => Told[]
  /** After an answer: sums up what no longer fits. Resolves when that is done. */
  readonly condense: (turn: Turn, tokens: number) => Promise<void>
}

/** Makes one text of what was known before and what was said since. */
export type Summarise = (before: string, said: string, signal: AbortSignal) => Promise<string>

/** Characters of a summary. */
const LONGEST_SUMMARY = 1200
/** Share of the room for history at which the oldest is summed up, and the share that then stays as it was said. */
const FULL = 0.75
const KEPT = 0.4

type Known = { summary: string; upTo?: Said; making?: AbortController }

export function createTalkMemory(summarise: Summarise): TalkMemory {
  const talks = new WeakMap<Talk, Known>()

  function knownOf(talk: Talk): Known {
    const known = talks.get(talk) ?? { summary: '' }
    talks.set(talk, known)
    return known
  }

  return {
    recall(turn, tokens) {
      const known = knownOf(turn.talk)
      known.making?.abort()
      const asked: Told = { role: 'user', content: within(tokens / 2, toldBy(turn.person.name, turn.text)) }
      const opening: Told = {
        role: 'user',
        content: known.summary === '' ? '(The talk begins.)' : `(Said earlier, in short: ${known.summary})`,
      }
      const room = tokens - tokensIn(asked.content) - tokensIn(opening.content)
      const said = newest(unsummed(turn, known), room).map((one) => told(turn.talk, one))
      return joinTurns([opening, ...said, asked])
    },
    async condense(turn, tokens) {
      const known = knownOf(turn.talk)
      const said = unsummed(turn, known)
      if (newest(said, tokens * FULL).length === said.length) return
      const old = said.slice(0, said.length - newest(said, tokens * KEPT).length)
      const making = new AbortController()
      known.making = making
      try {
        const lines = old.map(({ name, text }) => toldBy(name, text)).join('\n')
        known.summary = (await summarise(known.summary, lines, making.signal)).slice(0, LONGEST_SUMMARY)
        known.upTo = old.at(-1)!
      } catch (cause) {
        if (making.signal.aborted) return
        const message = 'What was said long ago could not be summed up: the actor forgets the oldest of it.'
        turn.report({ kind: 'degraded', what: 'summary', error: new EngineError('mind/failed', message, { cause }) })
      }
    },
  }
}

/**
 * Tokens that a text takes, counted high.
 *
 * Models cut text differently, and most are not known here. A token of OpenAI's `o200k_base` is 4.5 bytes of English, 3.5
 * to 5 of other European languages, 3.5 of Japanese and 4.5 of Russian; older vocabularies need up to half as many again.
 */
export const tokensIn = (text: string): number => Math.ceil(Buffer.byteLength(text) / 3) + TOKENS_AROUND
/** A text cut where it takes more; a character takes a token at most, in nearly every script. */
const within = (tokens: number, text: string): string =>
  tokensIn(text) <= tokens ? text : text.slice(0, Math.max(0, Math.floor(tokens) - TOKENS_AROUND))
/** Tokens that mark where a message begins and ends, and whose it is. */
const TOKENS_AROUND = 4

/** What was said before this turn and is in no summary. What is to be answered is the last of the history, and not of it. */
function unsummed({ history, person, text }: Turn, { upTo }: Known): readonly Said[] {
  const last = history.at(-1)
  const isAsked = last !== undefined && last.by === person.id && last.text === text
  return history.slice(upTo === undefined ? 0 : history.indexOf(upTo) + 1, isAsked ? -1 : undefined)
}

/** The last of what was said that takes so many tokens. */
function newest(said: readonly Said[], tokens: number): readonly Said[] {
  let left = tokens
  const oldest = said.findLastIndex(({ name, text }) => {
    left -= tokensIn(toldBy(name, text))
    return left < 0
  })
  return said.slice(oldest + 1)
}

const told = (talk: Talk, { by, name, text }: Said): Told =>
  isOwn(talk, by) ? { role: 'assistant', content: text } : { role: 'user', content: toldBy(name, text) }

/** Person and actor by turns: several templates of open models refuse anything else. */
function joinTurns(messages: readonly Told[]): Told[] {
  const joined: Told[] = []
  for (const message of messages) {
    const last = joined.at(-1)
    if (last?.role === message.role)
      joined[joined.length - 1] = { role: last.role, content: `${last.content}\n${message.content}` }
    else joined.push(message)
  }
  return joined
}
