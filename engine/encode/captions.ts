import { type BreakKind, type CaptionWord, LINE_COLUMNS, listWords, type SpokenPart } from './caption-words.ts'

/** Words that are on the screen together. */
export type CaptionCue = {
  /** Seconds from the start of the film. */
  readonly start: number
  readonly end: number
  /** One or two, of at most `LINE_COLUMNS` each. */
  readonly lines: readonly (readonly CaptionWord[])[]
}

/** Seconds. Source: Netflix timed text style guide: 5/6 s at least, 7 s at most. */
const MIN_DURATION = 5 / 6
const MAX_DURATION = 7

/** Seconds that a cue stays after its last word, where the next one lets it. */
const LINGER = 0.5

/** How much worse a text reads when it is broken there. Lines of one cue are seen together, so a break between them costs less. */
const BREAK_COST: Readonly<Record<BreakKind, number>> = { sentence: 0, clause: 2, phrase: 5, plain: 9, bad: 16 }
const INNER_BREAK_SHARE = 0.4

/** Against many small cues, needless second lines, lines of unlike length, long pauses within, and cues too short to read. */
const CUE_COST = 8
const LINE_COST = 3
const IMBALANCE_COST = 4
const PAUSE_COST_PER_SECOND = 10
const SHORT_COST = 20

/**
 * Divides what is said into captions: at most two lines at a time, broken where the sense breaks, never shared by two
 * actors.
 *
 * Chooses the division that reads best over the whole text. Words that are shown but not spoken are among them.
 */
export function divideIntoCues(parts: readonly SpokenPart[]): CaptionCue[] {
  const cues = splitTurns(listWords(parts)).flatMap(divideTurn)
  return cues.map((lines, i) => ({ ...timesOf(lines.flat(), cues[i + 1]?.[0]?.[0]), lines }))
}

/** Runs of words of one actor. */
function splitTurns(words: readonly CaptionWord[]): CaptionWord[][] {
  const turns: CaptionWord[][] = []
  for (const word of words) {
    const turn = turns.at(-1)
    if (turn?.[0]?.actor === word.actor) turn.push(word)
    else turns.push([word])
  }
  return turns
}

/** The lines of each cue. */
function divideTurn(words: readonly CaptionWord[]): CaptionWord[][][] {
  const cues: CaptionWord[][][] = []
  const best = bestCues(words)
  for (let from = 0; from < words.length; ) {
    const { middle, to } = best[from]!
    cues.push([words.slice(from, middle), words.slice(middle, to)].filter((line) => line.length > 0))
    from = to
  }
  return cues
}

/** A cue from some word on: its first line ends before `middle`, its second before `to`. `cost` includes all later cues. */
type Choice = { readonly middle: number; readonly to: number; readonly cost: number }

/** For each word the best cue that starts with it, found from the last word backwards. */
function bestCues(words: readonly CaptionWord[]): Choice[] {
  const best: Choice[] = []
  for (let from = words.length - 1; from >= 0; from--) {
    let choice: Choice | undefined
    for (const middle of lineEnds(words, from)) {
      for (const to of [middle, ...lineEnds(words, middle)]) {
        const cost = cueCost(words, from, middle, to) + (best[to]?.cost ?? 0)
        if (choice === undefined || cost < choice.cost) choice = { middle, to, cost }
      }
    }
    best[from] = choice!
  }
  return best
}

/** Where a line may end that starts with a word: one word always fits. */
function lineEnds(words: readonly CaptionWord[], from: number): number[] {
  const ends: number[] = []
  let columns = -1
  for (let to = from; to < words.length; to++) {
    columns += 1 + words[to]!.columns
    if (columns > LINE_COLUMNS) break
    ends.push(to + 1)
  }
  return ends
}

function cueCost(words: readonly CaptionWord[], from: number, middle: number, to: number): number {
  const [first, last, next] = [words[from]!, words[to - 1]!, words[to]]
  let cost = CUE_COST + BREAK_COST[last.breakAfter]
  if (to > middle) {
    const imbalance = (columnsOf(words.slice(from, middle)) - columnsOf(words.slice(middle, to))) / LINE_COLUMNS
    cost +=
      LINE_COST + INNER_BREAK_SHARE * BREAK_COST[words[middle - 1]!.breakAfter] + IMBALANCE_COST * imbalance * imbalance
  }
  for (let i = from + 1; i < to; i++) cost += PAUSE_COST_PER_SECOND * Math.max(0, words[i]!.start - words[i - 1]!.end)
  if (next && next.start - first.start < MIN_DURATION) cost += SHORT_COST
  if (last.end - first.start > MAX_DURATION && to - from > 1) cost += SHORT_COST
  return cost
}

function columnsOf(line: readonly CaptionWord[]): number {
  return line.reduce((sum, { columns }) => sum + 1 + columns, -1)
}

/** Long enough to be read, but gone when the next cue comes. */
function timesOf(words: readonly CaptionWord[], next: CaptionWord | undefined): { start: number; end: number } {
  const start = words[0]!.start
  const spoken = Math.max(...words.map(({ end }) => end))
  const wanted = Math.max(spoken + LINGER, start + MIN_DURATION)
  return { start, end: Math.min(wanted, next?.start ?? wanted) }
}
