import { EngineError } from '../../engine/api/host.ts'

/** A fault of the store as it may be logged: only its code is named, since its message may hold what was to be written down. */
export function storeFault(cause: unknown): EngineError {
  const { code, name } = cause as { readonly code?: unknown; readonly name?: string }
  return new EngineError('store/failed', 'What people asked to be kept cannot be read or written just now.', {
    cause,
    data: { why: code ?? name },
  })
}
