/**
 * The catalogue: every code an {@link EngineError} may carry, with what it means.
 * A message says what is wrong, with the value · who needs it · what to do.
 */
export const ERROR_CODES = {
  'api/unknown-actor': 'A command names an actor that is not on the stage.',
  'plan/unknown-phone': 'A plan holds a phone that no mouth shape is known for.',
  'pose/unknown-hand': 'A body pose names a hand pose that content/poses/hands.json does not have.',
  'rig/missing-bone': 'An avatar maps no node to a bone that every pose needs.',
  'encode/bad-size': 'A film cannot have this size.',
  'encode/bad-fps': 'A film cannot run at this frame rate.',
  'encode/bad-sound': 'The sound given to the encoder is not stereo at 48 kHz.',
  'encode/bad-frame': 'A frame of the wrong length or out of order was given to the encoder.',
  'encode/no-folder': 'The folder of an output file does not exist.',
  'encode/is-a-folder': 'An output file names a folder.',
  'encode/not-writable': 'An output file cannot be written.',
  'encode/no-space': 'The disk is too full for the film.',
  'encode/no-codec': 'The package that holds the video codecs is not installed.',
  'encode/process-died': 'The process that encodes ended before the film was whole.',
  'encode/failed': 'The codec refused a frame or its settings.',
  'render/no-adapter': 'No driver that was asked for opens a WebGPU adapter.',
  'render/broken-model': 'The bytes of an avatar are no model that can be read.',
  'render/missing-node': 'A rig names a node that its model does not have.',
  'render/unknown-actor': 'A frame shows an actor whose avatar the view was never given.',
  'sound/truncated': 'A sound file ends before its sound does.',
  'sound/unreadable': 'A file is not sound in a format that is read.',
  'voice/bad-option': 'A rate or pitch lies outside what the voice speaks.',
  'voice/failed': 'The voice broke down while speaking.',
  'voice/nothing-to-speak': 'A text is empty, or holds nothing the voice can speak.',
  'voice/unknown': 'No provider has a voice of that name.',
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
