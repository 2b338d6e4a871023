import { setTimeout as wait } from 'node:timers/promises'
import type { EngineError } from '../../engine/api/host.ts'
import { storeFault } from '../store/store-fault.ts'

/** Milliseconds that a tool may take: people wait for what it answers. */
const PATIENCE = 6000
/** Characters of an answer, which is spoken: a minute and a half. */
const LONGEST_ANSWER = 1200
/** What is answered where notes cannot be read or written. A model reads it as well. */
const NO_NOTES = 'I cannot reach my notes just now. Please ask me again in a while.'

/** Runs a tool. Where the store fails, or is silent, the actor says so, and the fault is reported. */
export async function useTool(
  run: () => Promise<string>,
  onFault: (error: EngineError) => void,
  patience = PATIENCE,
): Promise<string> {
  const over = new AbortController()
  try {
    return shortened(await Promise.race([run(), failAfter(patience, over.signal)]))
  } catch (cause) {
    onFault(storeFault(cause))
    return NO_NOTES
  } finally {
    over.abort()
  }
}

const shortened = (answer: string): string =>
  answer.length <= LONGEST_ANSWER
    ? answer
    : `${answer.slice(0, answer.lastIndexOf(' ', LONGEST_ANSWER)).slice(0, LONGEST_ANSWER)} … And there is more.`

async function failAfter(milliseconds: number, signal: AbortSignal): Promise<never> {
  await wait(milliseconds, undefined, { signal })
  throw new DOMException('The store is silent.', 'TimeoutError')
}
