import * as z from 'zod'
import { EngineError } from '../../../engine/api/host.ts'
import type { ModelAddress } from '../open-model.ts'
import { CATEGORIES, type Category, type Moderator } from './moderator.ts'

/** Milliseconds for one answer: people wait for it before every sentence. */
const PATIENCE = 1500
/** Milliseconds for which a service that failed is left alone. */
const REST = 20_000

/** What OpenAI's `/moderations` answers, and those who speak like it. */
const answerSchema = z.object({
  results: z.array(z.object({ flagged: z.boolean(), categories: z.record(z.string(), z.boolean().nullish()) })).min(1),
})

/** Our name for each of its categories, by how they begin; the first that fits. */
const NAMES: readonly (readonly [string, Category])[] = [
  ['sexual/minors', 'minors'],
  ['self-harm', 'self-harm'],
  ['violence', 'violence'],
  ['illicit', 'violence'],
  ['hate', 'hate'],
  ['harassment', 'hate'],
  ['sexual', 'sexual'],
]

export type ServiceOptions = Omit<ModelAddress, 'name'> & {
  readonly name?: string | undefined
  readonly patience?: number
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
}

/** Asks a service with OpenAI's `/moderations`. */
export function createServiceModerator({ url, name, key, patience = PATIENCE, now }: ServiceOptions): Moderator {
  const address = `${url.replace(/\/+$/, '')}/moderations`
  let restsUntil = Number.NEGATIVE_INFINITY

  async function ask(input: string, signal: AbortSignal): Promise<Category | undefined> {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ input, ...(name === undefined ? {} : { model: name }) }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    })
    if (!response.ok) throw new TypeError(`HTTP ${response.status}`)
    const { results } = answerSchema.parse(await response.json())
    const found = results.flatMap(({ categories }) => Object.keys(categories).filter((one) => categories[one]))
    const ours = found.map((one) => NAMES.find(([begins]) => one.startsWith(begins))?.[1])
    const isFlagged = results.some(({ flagged }) => flagged)
    return CATEGORIES.find((category) => ours.includes(category)) ?? (isFlagged ? 'hate' : undefined)
  }

  return {
    async check(text, signal) {
      if (now() < restsUntil) throw unreachable('resting')
      try {
        return await ask(text, signal)
      } catch (cause) {
        if (signal.aborted) throw cause
        restsUntil = now() + REST
        const { name: kind, message } = cause as Error
        throw unreachable(message.startsWith('HTTP ') ? message : kind, cause)
      }
    },
  }
}

const unreachable = (why: string, cause?: unknown): EngineError =>
  new EngineError('mind/failed', 'The moderation service does not answer; the list of words decides alone.', {
    cause,
    data: { why },
  })
