import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countColumns, LINE_COLUMNS, listWords } from './caption-words.ts'
import { type CaptionCue, divideIntoCues } from './captions.ts'
import { sayEvenly } from './test-speech.ts'

const linesOf = (cues: readonly CaptionCue[]) =>
  cues.map(({ lines }) => lines.map((line) => line.map(({ text }) => text).join(' ')))

describe('divideIntoCues', () => {
  it('keeps a short sentence on one line', () => {
    expect(linesOf(divideIntoCues([sayEvenly("Hello, I'm Milla.", 0)]))).toEqual([["Hello, I'm Milla."]])
  })

  it('breaks where the sense breaks', () => {
    const text =
      'The weather tomorrow will be mostly sunny, with a chance of light rain in the afternoon and a gentle breeze from the west.'
    expect(linesOf(divideIntoCues([sayEvenly(text, 0)]))).toEqual([
      ['The weather tomorrow will be mostly sunny,', 'with a chance of light rain'],
      ['in the afternoon', 'and a gentle breeze from the west.'],
    ])
  })

  it('does not end a line with an article or a preposition when it can help it', () => {
    const cues = divideIntoCues([
      sayEvenly('She put the very large and heavy book on the old wooden table near the window of the kitchen', 0),
    ])
    for (const line of linesOf(cues).flat()) expect(line).not.toMatch(/ (the|of|on|and|near|very)$/)
  })

  it('starts a new cue after a long silence', () => {
    const cues = divideIntoCues([sayEvenly('First.', 0), sayEvenly('Second.', 4)])
    expect(linesOf(cues)).toEqual([['First.'], ['Second.']])
    expect(cues[0]!.end).toBeLessThan(2)
  })

  it('keeps a short word long enough to be read', () => {
    const [cue] = divideIntoCues([sayEvenly('No.', 2)])
    expect(cue!.start).toBeCloseTo(2.1)
    expect(cue!.end - cue!.start).toBeGreaterThanOrEqual(5 / 6 - 1e-9)
  })

  it('shows words that are not spoken, cut to lines where they have no spaces', () => {
    const cues = divideIntoCues([sayEvenly('Say 你好'.padEnd(60, '你好'), 0, 'shown', 'zh')])
    const words = cues.flatMap(({ lines }) => lines.flat())
    expect(words.map(({ text }) => text).join('')).toBe('Say'.concat('你好'.repeat(28)))
    expect(words.every(({ source }) => source === 'shown')).toBe(true)
    expect(
      linesOf(cues)
        .flat()
        .every((line) => countColumns(line) <= LINE_COLUMNS),
    ).toBe(true)
  })

  it('keeps line breaks and control characters of the text out of the captions', () => {
    expect(linesOf(divideIntoCues([sayEvenly('one\n\ntwo\u0007\u202Ethree', 0)]))).toEqual([['one two three']])
  })

  it('makes none from silence', () => {
    expect(divideIntoCues([])).toEqual([])
    expect(divideIntoCues([sayEvenly(' ', 0)])).toEqual([])
  })

  it('keeps what two actors say apart, however short it is', () => {
    const say = (actor: string, text: string, start: number) => ({ ...sayEvenly(text, start), actor })
    const turns = [say('ana', 'Shall we?', 0), say('ben', 'Yes.', 1), say('ben', 'Now.', 1.6), say('ana', 'Go.', 2.2)]
    expect(linesOf(divideIntoCues(turns))).toEqual([['Shall we?'], ['Yes. Now.'], ['Go.']])
    expect(linesOf(divideIntoCues(turns.map(({ start, plan }) => ({ start, plan })))).length).toBeLessThan(3)
  })

  it('shows every word once and in order, on at most two full lines, one cue at a time, whatever is said', () => {
    const word = fc.oneof(
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.constantFrom('the', 'and,', 'end.', '你好你好', '👩‍👩‍👧‍👧', 'x'.repeat(100)),
    )
    const parts = fc.array(fc.array(word, { minLength: 1, maxLength: 30 }), { maxLength: 4 })
    fc.assert(
      fc.property(parts, (texts) => {
        let start = 0
        const spoken = texts.map((words) => {
          const part = sayEvenly(words.join(' '), start)
          start += part.plan.duration
          return part
        })
        const cues = divideIntoCues(spoken)
        expect(cues.flatMap(({ lines }) => lines.flat())).toEqual(listWords(spoken))
        cues.forEach(({ start, end, lines }, i) => {
          expect(end).toBeGreaterThan(start)
          expect(cues[i + 1]?.start ?? end).toBeGreaterThanOrEqual(end)
          expect(lines.length).toBeLessThanOrEqual(2)
        })
        for (const line of linesOf(cues).flat()) expect(countColumns(line)).toBeLessThanOrEqual(LINE_COLUMNS)
      }),
      { numRuns: 200, seed: 1 },
    )
  })

  it('is quick for an hour of speech', () => {
    const text = Array.from({ length: 9000 }, (_, i) => `word${i % 7}${i % 9 === 0 ? ',' : ''}`).join(' ')
    const begin = process.cpuUsage()
    divideIntoCues([sayEvenly(text, 0)])
    expect(process.cpuUsage(begin).user / 1e6).toBeLessThan(2)
  })
})
