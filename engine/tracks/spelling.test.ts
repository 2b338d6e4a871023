import { expect, test } from 'vitest'
import asl from '../../content/alphabets/asl.json' with { type: 'json' }
import hands from '../../content/poses/hands.json' with { type: 'json' }
import { boneIndex } from '../rig/bones.ts'
import { handPosesSchema } from '../rig/hand-poses.ts'
import { alphabetSchema, compileAlphabet, spellable } from './alphabet.ts'
import { sampleRotation } from './rotation-track.ts'
import { compileSpelling, layOutSpelling, readSpellingName, spellingName } from './spelling.ts'

const HANDS = handPosesSchema.parse(hands)
const ALPHABET = compileAlphabet('asl', alphabetSchema.parse(asl), HANDS)
const spell = (letters: string, pace = 2.5) => ({ alphabet: ALPHABET, letters, pace })

/** Local rotation of a bone at a moment of a spelling's gesture. */
function rotationAt(letters: string, bone: Parameters<typeof boneIndex>[0], seconds: number): number[] {
  const gesture = compileSpelling(spell(letters))
  const track = gesture.tracks.find((one) => one.bone === boneIndex(bone))!
  const out = new Float32Array(4)
  sampleRotation(out, 0, track, gesture.sync.stroke + seconds)
  return [...out].map((value) => Math.round(value * 1000) / 1000 + 0)
}

test('every letter and digit has a sign of its own', () => {
  const { signs } = ALPHABET.file
  expect(Object.keys(signs).sort().join('')).toBe('0123456789abcdefghijklmnopqrstuvwxyz')
  const shapes = Object.entries(signs).map(([letter, { arm, bones, path }]) =>
    JSON.stringify([ALPHABET.hands.poses[`sign ${letter}`], arm, bones, path]),
  )
  // Signers tell 1 from Z by its path, 0 from O and 9 from F by what is spelled: those alone are alike in shape.
  expect(new Set(shapes).size).toBeGreaterThanOrEqual(shapes.length - 3)
})

test('letters follow one another at the pace, and what is drawn takes longer', () => {
  const laid = layOutSpelling(spell('abc', 2))
  expect(laid.map(({ start }) => start)).toEqual([0, 0.5, 1])
  for (const { start, end } of laid) expect(end - start).toBeCloseTo(0.3)
  const [, after] = layOutSpelling(spell('ja', 2))
  expect(after!.start).toBeGreaterThan(1)
})

test('a shape is held while it is to be read', () => {
  const [a, b] = layOutSpelling(spell('ab'))
  const at = (seconds: number) => rotationAt('ab', 'rightIndexProximal', seconds)
  expect(at(a!.start + 0.01)).toEqual(at(a!.end - 0.01))
  expect(at(b!.start + 0.01)).toEqual(at(b!.end - 0.01))
  expect(at(a!.start)).not.toEqual(at(b!.start))
})

test('a letter that comes twice slides aside', () => {
  const [, first, second] = layOutSpelling(spell('all'))
  const at = (seconds: number) => rotationAt('all', 'rightUpperArm', seconds)
  expect(at(first!.start)).not.toEqual(at(second!.end))
  expect(rotationAt('all', 'rightIndexProximal', first!.start)).toEqual(
    rotationAt('all', 'rightIndexProximal', second!.end),
  )
})

test('J and Z are drawn', () => {
  for (const letter of ['j', 'z']) {
    const [laid] = layOutSpelling(spell(letter))
    const places = [0, 1 / 3, 2 / 3, 1].map((share) =>
      [
        ...rotationAt(letter, 'rightUpperArm', share * laid!.end),
        ...rotationAt(letter, 'rightHand', share * laid!.end),
      ].join(),
    )
    expect(new Set(places).size).toBe(4)
  }
})

test('a text is brought to letters, and what has no sign is told', () => {
  expect(spellable(ALPHABET, '  Zoë  O’Neill-7! ')).toEqual({ letters: 'zoe o neill 7', unknown: [] })
  expect(spellable(ALPHABET, 'Ünï & 日本').unknown).toEqual(['&', '日', '本'])
})

test('a spelling is made anew from its name', () => {
  const spelling = spell('ab c', 3)
  expect(readSpellingName(spellingName(spelling), new Map([['asl', ALPHABET]]))).toEqual(spelling)
  const alphabets = new Map([['asl', ALPHABET]])
  for (const name of [
    'wave',
    'spell/bsl/3/ab',
    'spell/asl/99/ab',
    'spell/asl/3/',
    'spell/asl/3/a&b',
    `spell/asl/3/${'a'.repeat(99)}`,
  ])
    expect(readSpellingName(name, alphabets)).toBeUndefined()
})

test('a sign whose hand is not there is refused', () => {
  const file = alphabetSchema.parse(asl)
  const broken = { ...file, signs: { ...file.signs, a: { ...file.signs.a!, hand: 'letter-ä' } } }
  expect(() => compileAlphabet('asl', broken, HANDS)).toThrow(/No hand pose "letter-ä", asked for by "a"/)
})
