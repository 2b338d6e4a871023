import { EngineError } from '../core/errors.ts'
import type { Phone, Word } from '../plan/plan.ts'
import { mixToMono, type Sound } from '../sound/sound.ts'
import { findSpokenSpans } from '../sound/spoken-spans.ts'
import type { Span } from './align.ts'
import type { Lexicon } from './lexicon.ts'
import { nextTask } from './next-task.ts'
import { cleanText, shownSeconds, tokenize } from './speakable.ts'
import { type SpreadWord, spreadWords } from './spread-words.ts'
import { defineVoice, type SpeechOptions, type SpeechPart, type Voice } from './voice.ts'

/** A recording in memory, with the name that errors call it by. */
export type Recording = { readonly sound: Sound; readonly name: string }

/** The one speaker of a recording. */
export const RECORDED_SPEAKER = 'recording'

/** Seconds of a pause at which a new part begins: a breath. */
const BREATH = 0.3

/** Parts begin on this grid, a whole number of ticks, so that they follow each other without a gap in the room's noise. */
const PARTS_A_SECOND = 20

/** A word of the transcript, with the phones it has when said alone; none where it is not English. */
type TranscriptWord = {
  readonly text: string
  readonly phones: readonly Phone[]
  readonly weight: number
  readonly ends: SpreadWord['ends']
}

/**
 * A voice that plays a recording; the text it is given is the transcript.
 *
 * Words are spread evenly over the spoken stretches and marked so: they are not heard, and may be off by a word or
 * two where the speaker hurries. Their phones are those of a dictionary, stretched to the word. Where one word has
 * none, the part has none, and lips follow words and loudness.
 *
 * @param loadLexicon  Called at the line, for English words.
 */
export function createRecordedVoice(recording: Recording, loadLexicon: () => Promise<Lexicon>): Voice {
  return defineVoice({
    name: 'recorded',
    speakers: [RECORDED_SPEAKER],
    languages: ['en-US'],
    async *synthesize(text, options) {
      options.signal.throwIfAborted()
      assertOptions(options, recording.name)
      const transcript = cleanText(text)
      const words = readTranscript(transcript.text, await loadLexicon(), recording.name)
      const samples = mixToMono(recording.sound)
      const spans = findSpokenSpans(samples, recording.sound.sampleRate)
      if (spans.length === 0)
        throw new EngineError(
          'voice/no-speech',
          `No speech is heard in "${recording.name}". Record it louder, or again.`,
        )
      let { removed } = transcript
      for (const part of cutParts(words, spans, samples, recording.sound.sampleRate)) {
        options.signal.throwIfAborted()
        yield { ...part, removed }
        removed = []
        await nextTask()
      }
    },
  })
}

function readTranscript(text: string, lexicon: Lexicon, name: string): TranscriptWord[] {
  // An emoji has no sound in a recording: it stays with the word before it.
  const tokens = tokenize(text).reduce<{ written: string; spoken: string }[]>((kept, token) => {
    const last = kept.at(-1)
    if (/[\p{L}\p{N}]/u.test(token.written)) kept.push({ ...token })
    else if (last !== undefined) last.written += ` ${token.written}`
    return kept
  }, [])
  if (tokens.length === 0)
    throw new EngineError(
      'voice/nothing-to-speak',
      `The transcript of "${name}" is empty. Write down what is said in it.`,
    )
  const pronounced = lexicon.pronounce(tokens.map(({ spoken }) => spoken))
  return tokens.map(({ written, spoken }, i) => {
    const phones = spoken === '' ? [] : pronounced[i]!
    return {
      text: written,
      phones,
      weight: phones.at(-1)?.end ?? shownSeconds(written),
      ends: endingOf(written),
    }
  })
}

function endingOf(written: string): SpreadWord['ends'] {
  const last = written.replace(/["'”’)\]]+$/, '').at(-1) ?? ''
  if ('.!?…。！？'.includes(last)) return 'sentence'
  return ',;:—–-，、'.includes(last) ? 'clause' : 'word'
}

/** A new part at each breath, its samples up to the next part's first. */
function* cutParts(
  words: readonly TranscriptWord[],
  spans: readonly Span[],
  samples: Float32Array,
  sampleRate: number,
): Generator<Omit<SpeechPart, 'removed'>> {
  const spread = spreadWords(words, spans)
  const duration = samples.length / sampleRate
  let from = 0
  let said = 0
  let times: Span[] = []
  for (let i = 0; i < spans.length; i++) {
    times.push(...spread[i]!)
    const next = spans[i + 1]
    const goesOn =
      next !== undefined && (next.start - spans[i]!.end < BREATH || times.length === 0 || isWordless(spread, i + 1))
    if (goesOn) continue
    const to =
      next === undefined ? duration : Math.round(((spans[i]!.end + next.start) / 2) * PARTS_A_SECOND) / PARTS_A_SECOND
    const chosen = words.slice(said, said + times.length)
    const cut = samples.slice(Math.round(from * sampleRate), Math.round(to * sampleRate))
    yield makePart(
      chosen,
      times.map(({ start, end }) => ({ start: start - from, end: end - from })),
      cut,
      sampleRate,
    )
    said += times.length
    from = to
    times = []
  }
}

/** Whether no words are left from a span on. */
const isWordless = (spread: readonly (readonly Span[])[], from: number): boolean =>
  spread.slice(from).every((spans) => spans.length === 0)

function makePart(words: readonly TranscriptWord[], times: readonly Span[], samples: Float32Array, sampleRate: number) {
  const duration = samples.length / sampleRate
  return {
    text: words.map(({ text }) => text).join(' '),
    samples,
    sampleRate,
    words: words.map(
      ({ text }, i): Word => ({
        text,
        start: times[i]!.start,
        end: Math.min(duration, times[i]!.end),
        source: 'even',
        emphasis: 0,
      }),
    ),
    phones: words.every(({ phones }) => phones.length > 0) ? stretchPhones(words, times, duration) : [],
    pause: 0,
  }
}

/** The phones of each word over its span, silence between and around. */
function stretchPhones(words: readonly TranscriptWord[], times: readonly Span[], duration: number): Phone[] {
  const phones: Phone[] = []
  const silenceUpTo = (time: number) => {
    const end = phones.at(-1)?.end ?? 0
    if (time > end + 1e-9) phones.push({ phone: 'pau', start: end, end: time })
  }
  words.forEach((word, i) => {
    const { start, end } = times[i]!
    silenceUpTo(start)
    for (const { phone, end: share } of word.phones) {
      const last = Math.min(duration, start + ((end - start) * share) / word.weight)
      phones.push({ phone, start: phones.at(-1)?.end ?? 0, end: last })
    }
  })
  silenceUpTo(duration)
  return phones
}

function assertOptions({ speaker, rate, pitch }: SpeechOptions, name: string): void {
  if (speaker !== RECORDED_SPEAKER)
    throw new EngineError(
      'voice/unknown',
      `The recording "${name}" has no speaker "${speaker}". Known: ${RECORDED_SPEAKER}.`,
    )
  if (rate !== 1 || pitch !== 1)
    throw new EngineError(
      'voice/bad-option',
      `The recording "${name}" plays as it is: rate and pitch must be 1, not ${rate} and ${pitch}.`,
    )
}
