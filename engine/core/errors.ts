/**
 * The catalogue: every code an {@link EngineError} may carry, with what it means.
 * A message says what is wrong, with the value · who needs it · what to do.
 */
export const ERROR_CODES = {
  'api/unknown-actor': 'A command names an actor that is not on the stage.',
  'pose/unknown-hand': 'A body pose names a hand pose that content/poses/hands.json does not have.',
} as const

export type ErrorCode = keyof typeof ERROR_CODES

/** The one error class of the engine. */
export class EngineError extends Error {
  readonly code: ErrorCode
  readonly data: Readonly<Record<string, unknown>> | undefined

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; data?: Record<string, unknown> } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'EngineError'
    this.code = code
    this.data = options.data
  }
}

/** Ends a switch over a union: the compiler complains when a case is missing. */
export function unreachable(value: never): never {
  throw new TypeError(`Unreachable case: ${String(value)}`)
}
