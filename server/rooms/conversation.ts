import { type Actor, EngineError } from '../../engine/api/host.ts'
import { FIRST_LANGUAGE } from '../mind/language.ts'
import type { Mind, Reply, Report, Said, Talk, Turn } from '../mind/mind.ts'
import { performReplies } from './perform-replies.ts'

/** What an actor is doing, as the interface shows it. */
export type Doing = 'idle' | 'listening' | 'thinking' | 'speaking'

/** Who speaks with an actor. `owner` is the same in every tab and on every day. */
export type Partner = Turn['person'] & { readonly owner: string }

export type ConversationOptions = {
  readonly actor: Actor
  readonly mind: Mind
  /** What was heard before, oldest first. */
  readonly history: () => readonly Said[]
  /** Uses a tool for a person. */
  readonly use: (person: Partner, tool: string, input: unknown) => Promise<string>
  /** What a person asked to be remembered. */
  readonly remembered: (person: Partner) => Promise<readonly string[]>
  readonly now: () => Date
  /** Begins to show that it thinks; what it returns ends that. */
  readonly ponder: () => () => void
  readonly onDoing: (doing: Doing) => void
  /** Told what went wrong, in a sentence for people. */
  readonly onTrouble: (error: Error) => void
  /** Told what fell short in an answer. */
  readonly onReport: (report: Report) => void
}

/** What an actor does with what people say to it: it listens, thinks, answers, and stops when interrupted. */
export type Conversation = {
  readonly greet: (person: Partner) => Promise<void>
  /** Answers a person. An answer that is still being given is broken off for it. */
  readonly answer: (turn: { readonly text: string; readonly person: Partner }) => Promise<void>
  /** Whether the actor would say something that somebody else wrote. */
  readonly maySay: (text: string) => Promise<boolean>
  /** Says something unasked, as soon as nothing else is being said. */
  readonly tell: (text: string) => Promise<void>
  /** Someone begins or ends to speak. */
  readonly listen: (on: boolean) => void
  /** Someone pauses who has spoken so many seconds: if it listens, it shows that it follows. */
  readonly acknowledge: (spoken: number) => void
  /** Takes the word from the actor. */
  readonly interrupt: () => void
  /** Lets the actor end what it has begun to say, and no more. */
  readonly finish: () => void
}

/**
 * Least seconds of speech that are acknowledged, and least from one acknowledgement to the next.
 *
 * @source N. Ward, W. Tsukahara, "Prosodic features which cue back-channel responses in English and Japanese", 2000.
 */
const LEAST_SPOKEN = 0.7
const LEAST_BETWEEN = 0.8

type Replies = AsyncIterable<Reply> | Iterable<Reply>

export function createConversation({
  actor,
  mind,
  history,
  use,
  remembered,
  now,
  ponder,
  onDoing,
  onTrouble,
  onReport,
}: ConversationOptions): Conversation {
  const talk: Talk = { actor: actor.id }
  let current: AbortController | undefined
  let isListening = false
  let acknowledged = Number.NEGATIVE_INFINITY

  function interrupt(): void {
    if (current === undefined) return
    current.abort(new EngineError('show/cancelled', 'The actor was interrupted.'))
    current = undefined
    actor.interrupt()
    settle('idle')
  }

  function settle(doing: Exclude<Doing, 'speaking'>): void {
    isListening = doing === 'listening'
    actor.act(doing)
    onDoing(doing)
  }

  async function give(replies: (signal: AbortSignal) => Replies): Promise<void> {
    const mine = new AbortController()
    const stopPondering = ponder()
    mine.signal.addEventListener('abort', stopPondering)
    current = mine
    try {
      await performReplies(actor, replies(mine.signal), {
        signal: mine.signal,
        onFirst() {
          stopPondering()
          onDoing('speaking')
        },
      })
    } catch (error) {
      if (!mine.signal.aborted) onTrouble(error as Error)
    } finally {
      stopPondering()
      if (current === mine) {
        current = undefined
        settle('idle')
      }
    }
  }

  function wholeTurn({ text, person }: { readonly text: string; readonly person: Partner }): Turn {
    const heard = history()
    return {
      talk,
      text,
      person,
      language: heard.at(-1)?.language ?? FIRST_LANGUAGE,
      history: heard,
      now: now(),
      use: (tool, input) => use(person, tool, input),
      remembered: () => remembered(person),
      report: onReport,
    }
  }

  return {
    greet: (person) => give(() => mind.greet(person)),
    answer(turn) {
      interrupt()
      settle('thinking')
      return give((signal) => mind.reply(wholeTurn(turn), signal))
    },
    maySay: async (text) => (await mind.maySay?.(text, onReport)) ?? true,
    tell: (text) => (current === undefined ? give(() => [{ kind: 'say', text }]) : actor.say(text).catch(onTrouble)),
    listen(on) {
      if (current === undefined) settle(on ? 'listening' : 'idle')
    },
    acknowledge(spoken) {
      const seconds = now().getTime() / 1000
      if (!isListening || spoken < LEAST_SPOKEN || seconds - acknowledged < LEAST_BETWEEN) return
      acknowledged = seconds
      actor.acknowledge()
    },
    interrupt,
    finish: () => current?.abort(new EngineError('show/cancelled', 'The room was closed.')),
  }
}
