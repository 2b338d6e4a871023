import { CLIENT_MESSAGES, type ClientMessages } from '../../engine/api/host.ts'
import type { Handler } from './messages/handler.ts'
import { HANDLERS } from './messages/index.ts'
import { createRateLimit, type RateLimit } from './rate-limit.ts'

/** What one session may send of all types together: at once, and a second in the long run. */
const ALL = [60, 20] as const

/** A message of a known type with input of its schema. */
export type ParsedMessage = {
  [Type in keyof ClientMessages]: { readonly type: Type; readonly message: ClientMessages[Type] }
}[keyof ClientMessages]

/** Why a message is not acted upon. After a flood the session ends; else the person is told. */
export type Refusal = { readonly why: 'flood' | 'malformed' | 'rate'; readonly code: string; readonly fault: string }

/** Lets through what a session may send: known, well formed, and not too much. */
export type Gate = { readonly check: (type: string, message: unknown) => ParsedMessage | Refusal }

/** @param now  Milliseconds of a clock that never goes back. */
export function createGate(now: () => number): Gate {
  const all = createRateLimit(...ALL, now)
  const limits = new Map<string, RateLimit>()

  function limitOf(type: keyof ClientMessages): RateLimit | undefined {
    const { limit }: Pick<Handler, 'limit'> = HANDLERS[type]
    if (limit === undefined) return undefined
    const known = limits.get(type) ?? createRateLimit(...limit, now)
    limits.set(type, known)
    return known
  }

  return {
    check(type, message) {
      if (!all.take()) return { why: 'flood', code: 'room/too-fast', fault: 'Too many messages.' }
      const parsed = parseMessage(type, message)
      if ('fault' in parsed) return { why: 'malformed', code: 'room/bad-message', ...parsed }
      if (limitOf(parsed.type)?.take() === false)
        return {
          why: 'rate',
          code: 'room/too-fast',
          fault: 'That was a lot at once. Wait a moment and try again.',
        }
      return parsed
    },
  }
}

function parseMessage(type: string, message: unknown): ParsedMessage | { readonly fault: string } {
  const schema = Object.hasOwn(CLIENT_MESSAGES, type) ? CLIENT_MESSAGES[type as keyof ClientMessages] : undefined
  if (schema === undefined)
    return {
      fault: `A room knows no message "${type.slice(0, 40)}". It knows: ${Object.keys(CLIENT_MESSAGES).join(', ')}.`,
    }
  const result = schema.safeParse(message)
  if (result.success) return { type, message: result.data } as ParsedMessage
  const faults = result.error.issues.map((issue) => `${issue.path.join('.') || 'message'}: ${issue.message}`)
  return { fault: `The room cannot use this "${type}". ${faults.join('; ')}.` }
}
