/**
 * The catalogue: every code an {@link EngineError} may carry, with what it means.
 * A message says what is wrong, with the value · who needs it · what to do.
 */
export const ERROR_CODES = {
  'api/bad-input': 'A command was given input that its schema refuses.',
  'api/no-voice': 'An actor was asked to speak on a stage that has no voices.',
  'api/unknown-actor': 'A command names an actor that is not on the stage.',
  'api/unknown-command': 'No command has this name.',
  'clip/bad-file': 'A file of motion cannot be read.',
  'clip/bad-map': 'A map of bones cannot be read, or names joints that are not there.',
  'clip/no-humanoid': 'A file of motion is not that of a humanoid.',
  'clip/no-motion': 'A file of motion, or the part of it asked for, lasts no time.',
  'clip/too-long': 'A file of motion is larger or longer than is read.',
  'clip/too-many-joints': 'A skeleton has more joints than a body.',
  'clip/unknown-animation': 'A file holds no animation of this name.',
  'content/bad-file': 'A content file is not JSON, or does not fit its schema.',
  'content/missing-file': 'A content file is not there.',
  'prop/busy': 'A hand deals with something else already.',
  'prop/hand-full': 'A hand that is to take something holds something already.',
  'prop/held': 'A prop is in the hand of somebody.',
  'prop/no-grip': 'A prop is nothing that hands can take.',
  'prop/nothing-held': 'A hand that is to give something holds nothing, or something else.',
  'prop/out-of-reach': 'A prop, a place or a person is farther than an arm reaches.',
  'prop/place-taken': 'Something else stands on a place, or belongs there.',
  'show/too-long': 'A show or a text would last longer than films may.',
  'show/cancelled': 'A capture was stopped by its user.',
  'show/failed': 'The program of a show threw an error of its own.',
  'show/bad-file': 'A show cannot be loaded, or is not a show.',
  'stage/actor-exists': 'Two actors of one stage would have the same id.',
  'stage/full': 'A stage holds no more actors.',
  'stage/mark-taken': 'Someone was sent to a mark on which another one stands.',
  'stage/no-screen': 'The stage has no screen to show something on, or to look at.',
  'stage/already-sitting': 'Someone who sits was sent to a seat.',
  'stage/seat-does-not-fit': 'A seat is too high or too low for who was sent there.',
  'stage/seat-taken': 'Someone was sent to a seat that another one has.',
  'stage/unknown-avatar': 'No avatar has this name.',
  'stage/unknown-culture': 'No culture has this name.',
  'stage/clip-does-not-loop': 'A clip was to go round that does not end as it begins.',
  'stage/unknown-clip': 'No clip has this name.',
  'stage/unknown-expression': 'No expression has this name.',
  'stage/unknown-gesture': 'No gesture has this name.',
  'stage/unknown-manner': 'No manner has this name.',
  'stage/unknown-mark': 'The stage has no mark of this name.',
  'stage/unknown-media': 'No picture to be shown has this name.',
  'stage/unknown-seat': 'The stage has no seat of this name.',
  'stage/unknown-place': 'The stage has no place of this name to put something.',
  'stage/unknown-prop': 'The stage, or content, has no prop of this name.',
  'stage/unknown-shot': 'The stage has no shot of this name.',
  'stage/unknown-stage': 'No stage has this name.',
  'take/asset-changed': 'A take was recorded with other content than there is now.',
  'take/bad-file': 'A file is not a take that this engine can read.',
  'take/missing-blob': 'Speech that a take uses is not beside it.',
  'take/not-as-recorded': 'A take played again came to another state than when it was recorded.',
  'take/other-version': 'A take was recorded by another version of the engine.',
  'ears/busy': 'More people speak than the server can listen to.',
  'ears/failed': 'What listens on the server broke off.',
  'ears/no-model': 'The model of a recogniser is not there, or is of a kind that is not known.',
  'ears/none': 'Somebody spoke to a server that understands no speech.',
  'gesture/hands': 'A gesture says that other hands carry it than those its keyframes move.',
  'markup/bad-plan': 'What a model gave as a plan does not fit the schema.',
  'markup/bad-xml': 'A document of SSML or BML is broken, too large, or declares entities.',
  'mind/failed': 'What answers for an actor is down, or broke off.',
  'mind/unknown-intent': 'A persona answers what nobody can say: there are no examples of it.',
  'room/bad-message': 'A client sent a room something it cannot use.',
  'room/full': 'A server holds no more rooms.',
  'room/closing': 'A room is about to close and takes nothing more up.',
  'room/not-admitted': 'Someone may not come in: no token, or one that is not for this room.',
  'room/last-actor': 'The last actor of a room was to be taken off.',
  'room/not-recording': 'A recording was to be ended where there is none.',
  'room/not-allowed': 'A person asked for a command that only the room gives.',
  'room/other-version': 'A room and its client are of different versions.',
  'world/other-start': 'A stage cannot begin where another one stands: content or engine differ.',
  'store/failed': 'What a room keeps for people cannot be read or written.',
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
  'render/gpu-error': 'The graphics driver refused a command, so that pictures may lack parts.',
  'render/no-read-back': 'Frames were asked of a view whose host shows them and keeps none.',
  'render/broken-model': 'The bytes of an avatar are no model that can be read.',
  'render/broken-picture': 'The bytes of a picture are none that can be read.',
  'render/missing-node': 'A rig names a node that its model does not have.',
  'render/unknown-material': 'A set or a look names a material of the set that it does not have.',
  'render/unknown-actor': 'A frame shows an actor whose avatar the view was never given.',
  'render/unknown-picture': 'A frame shows a picture that the view was never given.',
  'render/worker-died': 'A process that draws ended before the film was whole.',
  'sound/empty': 'A sound file holds no sound.',
  'sound/missing': 'A sound file does not exist or cannot be opened.',
  'sound/too-long': 'A sound file lasts longer than a film may.',
  'sound/truncated': 'A sound file ends before its sound does.',
  'sound/unreadable': 'A file is not sound in a format that is read.',
  'voice/bad-option': 'A rate or pitch lies outside what the voice speaks.',
  'voice/failed': 'The voice broke down while speaking.',
  'voice/no-speech': 'A recording holds no speech.',
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
