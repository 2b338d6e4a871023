import type { Phone, Word } from '../plan/plan.ts'
import type { Span } from './align.ts'
import { shownSeconds, type Token } from './speakable.ts'
import type { SpeechPart } from './voice.ts'

/** What a run of words sounds like. */
export type SpokenRun = {
  readonly samples: Float32Array
  /** Seconds, without gaps, the whole of the samples. */
  readonly phones: readonly Phone[]
  /** One a word. */
  readonly words: readonly Span[]
}

/** Speaks words; undefined where nothing would be heard. */
export type SpeakRun = (words: readonly string[]) => SpokenRun | undefined

/** What is gathered while a part is put together. */
type Assembly = {
  readonly chunks: Float32Array[]
  readonly words: Word[]
  readonly phones: Phone[]
  /** Samples so far. */
  length: number
}

/**
 * Puts one part together: runs of words that are spoken, and silence under those that are only shown.
 *
 * @returns  Words in the order of the text, phones without gaps over all samples.
 */
export function assemblePart(
  tokens: readonly Token[],
  sampleRate: number,
  speak: SpeakRun,
): Omit<SpeechPart, 'text' | 'pause' | 'removed'> {
  const assembly: Assembly = { chunks: [], words: [], phones: [], length: 0 }
  for (const run of splitRuns(tokens)) {
    const isSpoken = run[0]!.spoken !== ''
    const spoken = isSpoken ? speak(run.map((token) => token.spoken)) : undefined
    if (spoken !== undefined) appendSpoken(assembly, run, spoken, sampleRate)
    else for (const token of run) appendShown(assembly, token, sampleRate)
  }
  return {
    samples: concatenate(assembly.chunks, assembly.length),
    sampleRate,
    words: assembly.words,
    phones: joinSilences(assembly.phones),
  }
}

/** Neighbours that are all spoken, or all not. */
function splitRuns(tokens: readonly Token[]): Token[][] {
  const runs: Token[][] = []
  for (const token of tokens) {
    const run = runs.at(-1)
    if (run !== undefined && (run[0]!.spoken === '') === (token.spoken === '')) run.push(token)
    else runs.push([token])
  }
  return runs
}

function appendSpoken(assembly: Assembly, tokens: readonly Token[], run: SpokenRun, sampleRate: number): void {
  const offset = assembly.length / sampleRate
  tokens.forEach((token, i) => {
    const { start, end } = run.words[i]!
    assembly.words.push({
      text: token.written,
      start: offset + start,
      end: offset + end,
      source: 'aligned',
      emphasis: 0,
    })
  })
  for (const { phone, start, end } of run.phones)
    assembly.phones.push({ phone, start: offset + start, end: offset + end })
  append(assembly, run.samples)
}

function appendShown(assembly: Assembly, token: Token, sampleRate: number): void {
  const start = assembly.length / sampleRate
  append(assembly, new Float32Array(Math.ceil(shownSeconds(token.written) * sampleRate)))
  const end = assembly.length / sampleRate
  assembly.words.push({ text: token.written, start, end, source: 'shown', emphasis: 0 })
  assembly.phones.push({ phone: 'pau', start, end })
}

function append(assembly: Assembly, samples: Float32Array): void {
  assembly.chunks.push(samples)
  assembly.length += samples.length
}

function concatenate(chunks: readonly Float32Array[], length: number): Float32Array {
  const whole = new Float32Array(length)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.length
  }
  return whole
}

/** Makes one silence of neighbours, and closes the roundings between runs. */
function joinSilences(phones: readonly Phone[]): Phone[] {
  const joined: Phone[] = []
  for (const phone of phones) {
    const before = joined.at(-1)
    if (before === undefined) joined.push(phone)
    else if (before.phone === 'pau' && phone.phone === 'pau') joined[joined.length - 1] = { ...before, end: phone.end }
    else joined.push({ ...phone, start: before.end })
  }
  return joined
}
