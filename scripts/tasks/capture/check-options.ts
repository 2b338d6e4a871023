import { EngineError } from '../../../engine/api/node.ts'
import type { CaptureOptions } from './options.ts'

/** What a film can be made of. */
type Source = 'text' | 'textFile' | 'audio' | 'show' | 'fromTake'
const SOURCES: readonly Source[] = ['text', 'textFile', 'audio', 'show', 'fromTake']

/** Options that change what is performed, and the sources they have a say in. With the others they are refused, never ignored. */
const GOES_WITH: Readonly<Record<string, readonly Source[]>> = {
  voice: ['text', 'textFile'],
  rate: ['text', 'textFile'],
  pitch: ['text', 'textFile'],
  transcript: ['audio'],
  avatar: ['text', 'textFile', 'audio'],
  stillness: ['text', 'textFile', 'audio'],
  manner: ['text', 'textFile', 'audio'],
  acting: ['text', 'textFile', 'audio'],
  culture: ['text', 'textFile', 'audio'],
  stage: ['text', 'textFile', 'audio', 'show'],
  seed: ['text', 'textFile', 'audio', 'show'],
  take: ['text', 'textFile', 'audio', 'show'],
}

const WHY: Readonly<Record<Source, string>> = {
  text: 'the text is spoken by a voice of the engine',
  textFile: 'the text is spoken by a voice of the engine',
  audio: 'a recording plays as it is',
  show: 'a show decides that itself',
  fromTake: 'a take is performed as it was recorded',
}

/**
 * Refuses options that make no sense together.
 *
 * @throws  `api/bad-input`, one sentence about the first that does not fit.
 */
export function checkOptions({ given }: CaptureOptions): void {
  const sources = SOURCES.filter((source) => given.has(source))
  const [source] = sources
  if (source === undefined && given.has('transcript')) {
    throw badInput('--transcript says what a recording says, and there is none. Give one with --audio.')
  }
  if (source === undefined) {
    throw badInput(
      `Nothing to film was given. Give a text, --text-file, --audio with --transcript, --show or --from-take.`,
    )
  }
  if (sources.length > 1) {
    throw badInput(
      `A film is made of one thing, and ${sources.map(flag).join(' and ')} are given. Leave all but one out.`,
    )
  }
  for (const [option, fitting] of Object.entries(GOES_WITH)) {
    if (!given.has(option) || fitting.includes(source)) continue
    throw badInput(`${flag(option)} cannot go with ${flag(source)}: ${WHY[source]}. Leave one of them out.`)
  }
  if (source === 'audio' && !given.has('transcript')) {
    throw badInput(
      '--audio needs --transcript <file> with what the recording says, for its captions and lips. Write it down in a text file.',
    )
  }
}

const badInput = (message: string): EngineError => new EngineError('api/bad-input', message)

/** An option as it is typed. */
const flag = (option: string): string =>
  option === 'text' ? 'a text' : `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
