import { readInline } from '../direct/markup/inline.ts'
import { readScript } from '../direct/markup/read-script.ts'
import type { Script, Stretch, Vocabulary } from '../direct/markup/script.ts'
import { PLAIN } from '../direct/markup/script-writer.ts'
import type { SpeechPart, Voice } from '../voice/voice.ts'
import { findVoice } from '../voice/voices.ts'
import type { SpeakOptions } from './speaker.ts'

/** How a line is asked for. */
export type ScriptAsked = {
  readonly voice: string
  readonly rate: number
  readonly pitch: number
  readonly signal: AbortSignal
}

/** A part that a voice spoke, and the language it is in; or a stretch of letters for the fingers. */
export type ScriptPart =
  | { readonly kind: 'spoken'; readonly part: SpeechPart; readonly language: string }
  | { readonly kind: 'spelled'; readonly stretch: Stretch }

/** A text as it is to be said: with its directions where there is a vocabulary for them, else as it stands. */
export function scriptOf(text: string, vocabulary: Vocabulary | undefined, markup: SpeakOptions['markup']): Script {
  if (vocabulary === undefined) return { stretches: [{ ...PLAIN, text }], directions: [], problems: [] }
  return markup === 'inline' ? readInline(text, vocabulary) : readScript(text, vocabulary)
}

/** What voices can do. */
const [SLOWEST, FASTEST] = [0.5, 2]

/**
 * Lets voices speak a script, stretch by stretch, each part as soon as it is there; where a silence is asked for, the part
 * before it waits until it is known to be the last.
 *
 * @throws  What voices throw; for a script in which nothing can be said, what the voice says to all of it.
 */
export async function* speakScript(
  { stretches }: Script,
  voices: readonly Voice[],
  asked: ScriptAsked,
): AsyncGenerator<ScriptPart> {
  const said = stretches.filter(({ text, spelling }) => spelling !== undefined || /[\p{L}\p{N}\p{S}]/u.test(text))
  for (const stretch of said.length === 0 ? [silent(stretches)] : said) {
    if (stretch.spelling !== undefined) yield { kind: 'spelled', stretch }
    else yield* speakStretch(stretch, voices, asked)
  }
}

/** All of a script without words: the voice will say why it cannot be said. */
const silent = (stretches: readonly Stretch[]): Stretch => ({
  ...PLAIN,
  text: stretches.map(({ text }) => text).join(''),
})

async function* speakStretch(
  stretch: Stretch,
  voices: readonly Voice[],
  asked: ScriptAsked,
): AsyncGenerator<ScriptPart> {
  const { voice, speaker } = findVoice(voices, stretch.voice ?? asked.voice)
  const within = (value: number) => Math.min(FASTEST, Math.max(SLOWEST, value))
  const options = {
    speaker,
    rate: within(asked.rate * stretch.rate),
    pitch: within(asked.pitch * stretch.pitch),
    signal: asked.signal,
  }
  const language = voice.languages[0]!
  let held: SpeechPart | undefined
  for await (const part of voice.synthesize(stretch.text, options)) {
    const loud = amplify(part, stretch.gain)
    if (stretch.pause === undefined) yield { kind: 'spoken', part: loud, language }
    else {
      if (held !== undefined) yield { kind: 'spoken', part: held, language }
      held = loud
    }
  }
  if (held !== undefined)
    yield { kind: 'spoken', part: { ...held, pause: Math.max(held.pause, stretch.pause!) }, language }
}

/** Louder or softer, and never beyond full scale. */
function amplify(part: SpeechPart, gain: number): SpeechPart {
  if (gain === 1) return part
  const peak = part.samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  const factor = peak === 0 ? 1 : Math.min(gain, 1 / peak)
  return { ...part, samples: part.samples.map((sample) => sample * factor) }
}
