import { describe, expect, it } from 'vitest'
import { TEST_CONTENT } from '../api/test-content.ts'
import { blendExpressions } from './blend-expressions.ts'
import { type BlendshapeName, FACE_CHANNELS, faceChannel } from './blendshapes.ts'
import { compileExpression, type Expression, expressionSchema, FAINT, weightAt } from './expressions.ts'

const EXPRESSIONS = new Map(
  Object.entries(TEST_CONTENT.expressions).map(([name, file]) => [
    name,
    compileExpression(expressionSchema.parse(file)),
  ]),
)
/** Those whose two sides differ on purpose, and in what. */
const ONE_SIDED: Readonly<Record<string, RegExp>> = {
  thinking: /^brow/,
  confused: /^(brow|nose|mouthUpper|eyeSquint|mouthFrown)/,
  curious: /^(browOuter|mouthSmile)/,
  amused: /^mouthSmile/,
  interested: /^browOuter/,
}

const weightOf = (expression: Expression, name: BlendshapeName, intensity = 1): number => {
  const i = expression.channels.indexOf(faceChannel(name))
  return i < 0 ? 0 : weightAt(expression, i, intensity)
}
const isLeft = (name: string): name is BlendshapeName => name.endsWith('Left') && !/^(jaw|mouth)Left$/.test(name)

describe('the expressions that come with the engine', () => {
  it('are the seven of the basic set, seven of talk, and two that greet and ask', () => {
    expect([...EXPRESSIONS.keys()].sort()).toEqual(
      'amused angry apologetic confused curious disgusted fearful friendly happy interested neutral proud sad surprised tender thinking'.split(
        ' ',
      ),
    )
  })

  it('differ left and right by 5 to 15 %, as faces do', () => {
    for (const [name, expression] of EXPRESSIONS)
      for (const left of FACE_CHANNELS.filter(isLeft))
        for (const intensity of [FAINT, 1]) {
          const one = weightOf(expression, left, intensity)
          const other = weightOf(expression, left.replace(/Left$/, 'Right') as BlendshapeName, intensity)
          if (Math.max(one, other) === 0 || ONE_SIDED[name]?.test(left)) continue
          const apart = 1 - Math.min(one, other) / Math.max(one, other)
          expect(apart, `${name} ${left} at ${intensity}`).toBeGreaterThan(0.049)
          expect(apart, `${name} ${left} at ${intensity}`).toBeLessThan(0.151)
        }
  })

  it('come in 0.25 to 0.75 s and go more slowly', () => {
    for (const [name, { timing }] of EXPRESSIONS) {
      expect(timing.onset, name).toBeGreaterThanOrEqual(0.25)
      expect(timing.onset, name).toBeLessThanOrEqual(0.75)
      expect(timing.offset, name).toBeGreaterThanOrEqual(1.5 * timing.onset)
    }
  })
})

describe('expressionSchema', () => {
  const file = TEST_CONTENT.expressions.happy as object

  it.each([
    [{ mouthSmile: 0.5 }, /takes two numbers/],
    [{ browInnerUp: [0.5, 0.4] }, /takes one number/],
    [{ mouthSmile: [1.2, 0.4] }, /full/],
    [{ mouthSmyle: [0.5, 0.4] }, /mouthSmyle/],
    [{ eyeLookUp: [0.5, 0.4] }, /eyeLookUp/],
  ])('refuses %j', (full, fault) => {
    expect(() => expressionSchema.parse({ ...file, full })).toThrow(fault)
  })
})

describe('blendExpressions', () => {
  const of = (...shares: [string, number][]) =>
    blendExpressions(shares.map(([name, intensity]) => ({ expression: EXPRESSIONS.get(name)!, intensity })))

  it('shows one expression as it was written', () => {
    const { channels, weights } = of(['happy', 1])
    expect(weights[channels.indexOf(faceChannel('mouthSmileLeft'))]).toBeCloseTo(
      weightOf(EXPRESSIONS.get('happy')!, 'mouthSmileLeft'),
    )
  })

  it('adds two smiles to no more than a whole one, in any order', () => {
    const one = of(['happy', 0.6], ['amused', 0.5])
    const other = of(['amused', 0.5], ['happy', 0.6])
    const at = ({ channels, weights }: ReturnType<typeof of>) =>
      weights[channels.indexOf(faceChannel('mouthSmileLeft'))]!
    expect(at(one)).toBeGreaterThan(weightOf(EXPRESSIONS.get('happy')!, 'mouthSmileLeft', 0.6))
    expect(at(one)).toBeLessThan(1)
    expect(at(other)).toBeCloseTo(at(one), 6)
  })

  it('lets a faint face hide little, and a strong one all', () => {
    expect(of(['friendly', 0.15]).cover).toBeCloseTo(0.25)
    expect(of(['neutral', 1]).cover).toBe(1)
    expect(of(['happy', 0]).cover).toBe(0)
  })
})
