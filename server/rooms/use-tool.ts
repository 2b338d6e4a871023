import { setTimeout as wait } from 'node:timers/promises'
import type { EngineError } from '../../engine/api/host.ts'
import { storeFault } from '../store/store-fault.ts'

/** Milliseconds that a tool may take: people wait for what it answers. */
const PATIENCE = 6000
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
    return await Promise.race([run(), failAfter(patience, over.signal)])
  } catch (cause) {
    onFault(storeFault(cause))
    return NO_NOTES
  } finally {
    over.abort()
  }
}

async function failAfter(milliseconds: number, signal: AbortSignal): Promise<never> {
  await wait(milliseconds, undefined, { signal })
  throw new DOMException('The store is silent.', 'TimeoutError')
}
