import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import type { LanguageModel } from 'ai'

export type ModelAddress = {
  /** Where OpenAI's protocol is spoken, up to and with `/v1`. */
  readonly url: string
  readonly name: string
  readonly key?: string | undefined
}

/** How long a model is waited for, milliseconds: until its first word, and from each word to the next. */
export type Patience = { readonly first: number; readonly next: number }

/** A model that is only now being loaded takes some seconds; people wait no longer. */
export const PATIENCE: Patience = { first: 15_000, next: 8_000 }

/** The most that is read of one response, bytes: a hundred times what is ever said. */
const MOST_BYTES = 2 ** 20

/** A model behind an address. Nothing is asked of it yet. */
export const openModel = ({ url, name, key }: ModelAddress, { first }: Patience = PATIENCE): LanguageModel =>
  createOpenAICompatible({
    name: 'model',
    baseURL: url,
    ...(key === undefined ? {} : { apiKey: key }),
    fetch: async (input, init) => bounded(await fetchWithin(first, input, init)),
  }).chatModel(name)

/** The SDK counts from the head of a response: a server that is silent before it would be waited for. */
async function fetchWithin(milliseconds: number, input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(new DOMException('No answer in time.', 'TimeoutError')), milliseconds)
  try {
    return await fetch(input, {
      ...init,
      signal: AbortSignal.any([late.signal, ...(init.signal ? [init.signal] : [])]),
    })
  } finally {
    clearTimeout(timer)
  }
}

/** A response that breaks off where it is longer than any answer: a line without an end would fill the memory. */
function bounded(response: Response): Response {
  let read = 0
  const guard = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      read += chunk.byteLength
      if (read <= MOST_BYTES) controller.enqueue(chunk)
      else controller.error(new RangeError(`The language model sent more than ${MOST_BYTES} bytes.`))
    },
  })
  const { status, statusText, headers } = response
  return new Response(response.body?.pipeThrough(guard) ?? null, { status, statusText, headers })
}
