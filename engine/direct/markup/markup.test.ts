import { describe, expect, it } from 'vitest'
import asl from '../../../content/alphabets/asl.json' with { type: 'json' }
import hands from '../../../content/poses/hands.json' with { type: 'json' }
import { EngineError } from '../../core/errors.ts'
import type { Plan } from '../../plan/plan.ts'
import { handPosesSchema } from '../../rig/hand-poses.ts'
import { alphabetSchema, compileAlphabet } from '../../tracks/alphabet.ts'
import { readScript } from './read-script.ts'
import { type Script, spokenTextOf } from './script.ts'
import { createScriptCursor } from './script-cursor.ts'
import { writeBml } from './write-bml.ts'

const HANDS = handPosesSchema.parse(hands)
const VOCABULARY = {
  alphabets: new Map([['asl', compileAlphabet('asl', alphabetSchema.parse(asl), HANDS)]]),
  gestures: ['wave', 'nod', 'shake', 'beat-both', 'point-there', 'point-you', 'shrug', 'think'],
  expressions: ['happy', 'sad', 'amused', 'interested', 'neutral'],
}
const read = (text: string): Script => readScript(text, VOCABULARY)
const said = (text: string) => spokenTextOf(read(text)).replace(/\s+/g, ' ').trim()
/** Directions as "what@the word that follows". */
const directed = (text: string) => {
  const script = read(text)
  const spoken = spokenTextOf(script)
  return script.directions.map(({ asked, at }) => {
    const what = 'name' in asked ? asked.name : asked.type === 'look' ? `look ${asked.at}` : asked.type
    return `${what}@${/\S+/.exec(spoken.slice(at))?.[0] ?? 'the end'}`
  })
}
const problems = (text: string) =>
  read(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`)

describe('directions in a text', () => {
  it.each([
    ['[wave] Hello there.', 'Hello there.', ['wave@Hello']],
    ['I am [happy:0.6] so glad[/happy] to see you.', 'I am so glad to see you.', ['happy@so']],
    ['*smiles* Hi! *shakes her head* No.', 'Hi! No.', ['happy@Hi!', 'shake@No.']],
    ['Well [look:up] let me see.', 'Well let me see.', ['look up@let']],
    ['I *never* met her.', 'I *never* met her.', []],
    ['See note [1] and [sic].', 'See note [1] and .', []],
    ['An \\[escaped] one.', 'An [escaped] one.', []],
    ['So long [wave]', 'So long', ['wave@the end']],
    ['Now [mark:here] go.', 'Now go.', ['here@go.']],
  ])('%s', (text, spoken, directions) => {
    expect(said(text)).toBe(spoken)
    expect(directed(text)).toEqual(directions)
  })

  it('keeps how strongly, and what an adverb makes of it', () => {
    const intensity = (text: string) => (read(text).directions[0]!.asked as { intensity: number }).intensity
    expect(intensity('[happy:0.6] Hi')).toBe(0.6)
    expect(intensity('*smiles slightly* Hi')).toBeLessThan(intensity('*smiles* Hi'))
    expect(intensity('*nods vigorously* Hi')).toBe(1)
  })

  it('pauses where it is told to', () => {
    const [before, after] = read('One [pause:0.7] two').stretches
    expect(before).toMatchObject({ text: 'One ', pause: 0.7 })
    expect(after!.text).toBe(' two')
    expect(read('One [pause:250ms] two').stretches[0]!.pause).toBe(0.25)
  })

  it('speaks around what nobody knows, and tells the place and the nearest name', () => {
    expect(said('Hello [wawe] there')).toBe('Hello there')
    expect(problems('Hello\n[wawe] there')).toEqual(['2:1 Nobody knows "wawe". Did you mean "wave"?'])
    expect(problems('[happy:7] Hi')).toEqual([expect.stringMatching(/from 0 to 1/)])
    expect(problems('[look:sideways] Hi')).toEqual([expect.stringMatching(/Known: down, left/)])
    expect(problems('[pause:99] Hi')).toEqual([expect.stringMatching(/from 0 to 10 s/)])
    expect(problems('*claps* Hi')).toEqual([expect.stringMatching(/"clap", which content does not have/)])
    expect(problems('[/happy] Hi')).toEqual([expect.stringMatching(/did not begin/)])
  })
})

describe('letters for the fingers', () => {
  const spelled = (text: string) => read(text).stretches.map(({ text, spelling }) => spelling?.letters ?? text.trim())

  it('stand between what is said', () => {
    expect(spelled('My name is [spell:Milla]. Hello.')).toEqual(['My name is', 'milla', '. Hello.'])
    expect(read('[spell:Zoë 4]').stretches[0]!.spelling).toMatchObject({ letters: 'zoe', pace: 4 })
    expect(spelled('<speak>I am <mark name="spell:Bo"/> here</speak>')).toEqual(['I am', 'bo', 'here'])
  })

  it('are refused where the alphabet lacks them', () => {
    expect(problems('[spell:a&b]')).toEqual([expect.stringMatching(/has no sign for &/)])
    expect(problems('[spell:bsl/ab]')).toEqual([expect.stringMatching(/Nobody spells in "bsl"/)])
    expect(problems('[spell:ab 9]')).toEqual([expect.stringMatching(/fingers spell 1 to 6/)])
  })
})

describe('SSML', () => {
  it('is said without its elements, and marks are directions where they name one', () => {
    const text = `<speak>Hello <mark name="gesture:wave"/>there, <emphasis level="strong">my</emphasis> friend. <mark name="x"/>Bye</speak>`
    expect(said(text)).toBe('Hello there, my friend. Bye')
    expect(directed(text)).toEqual(['wave@there,', 'emphasis@my', 'x@Bye'])
  })

  it('follows prosody, nested', () => {
    const { stretches } = read(
      '<speak>a <prosody rate="slow" pitch="+2st">b <prosody rate="200%" volume="-6dB">c</prosody></prosody></speak>',
    )
    expect(stretches.map(({ text }) => text.trim())).toEqual(['a', 'b', 'c'])
    expect(stretches[1]).toMatchObject({ rate: 0.8, gain: 1 })
    expect(stretches[1]!.pitch).toBeCloseTo(1.122, 3)
    expect(stretches[2]!.rate).toBeCloseTo(1.6)
    expect(stretches[2]!.gain).toBeCloseTo(0.501, 2)
  })

  it.each([
    ['<say-as interpret-as="characters">TV1</say-as>', 'T. V. 1'],
    ['<say-as interpret-as="digits">2026</say-as>', '2 0 2 6'],
    ['<say-as interpret-as="ordinal">3</say-as>', '3rd'],
    ['<say-as interpret-as="ordinal">112</say-as>', '112th'],
    ['<say-as interpret-as="date" format="dmy">4.3.2026</say-as>', 'March 4th 2026'],
    ['<say-as interpret-as="date">2026-11-20</say-as>', 'November 20th 2026'],
    ['<say-as interpret-as="fraction">3/4</say-as>', '3 4ths'],
    ['<say-as interpret-as="telephone">555 01 23</say-as>', '5 5 5, 0 1, 2 3'],
    ['<sub alias="World Wide Web Consortium">W3C</sub>', 'World Wide Web Consortium'],
    ['a<!-- no --><![CDATA[ & ]]>b', 'a & b'],
  ])('%s is said as "%s"', (inner, spoken) => {
    expect(said(`<speak>${inner}</speak>`)).toBe(spoken)
  })

  it('breaks by time and by strength, and between paragraphs', () => {
    const pauses = (inner: string) => read(`<speak>a${inner}b</speak>`).stretches[0]!.pause
    expect(pauses('<break time="350ms"/>')).toBe(0.35)
    expect(pauses('<break strength="strong"/>')).toBe(0.7)
    expect(pauses('<break time="1h"/>')).toBe(0.4)
    expect(read('<speak><p>a</p><p>b</p></speak>').stretches[0]!.pause).toBe(0.8)
  })

  it('takes styles of speaking for faces', () => {
    const text =
      '<speak xmlns:mstts="urn:x">a <mstts:express-as style="cheerful" styledegree="0.5">b c</mstts:express-as> d</speak>'
    expect(directed(text)).toEqual(['happy@b'])
    expect(read(text).directions[0]).toMatchObject({ asked: { intensity: 0.35 }, at: 2, until: 5 })
  })

  it('tells what it does not follow, and says what stands in it', () => {
    const text = '<speak>a <phoneme ph="x">b</phoneme> <blink>c</blink> <prosody range="high">d</prosody></speak>'
    expect(said(text)).toBe('a b c d')
    expect(problems(text)).toEqual([
      expect.stringMatching(/<phoneme> is not followed: no voice here takes phonemes/),
      expect.stringMatching(/<blink> is not followed: nobody knows it/),
      expect.stringMatching(/No voice follows range="high"/),
    ])
  })

  it.each([
    ['<speak>a <b>c</speak>', /line 1, column \d+: unexpected close tag/i],
    ['<speak>\n a &nbsp; b</speak>', /line 2/],
    ['<speak>a', /unclosed/i],
    ['<!DOCTYPE speak [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><speak>&b;</speak>', /declares a document type/],
    ['<!DOCTYPE speak SYSTEM "file:///etc/passwd"><speak>a</speak>', /declares a document type/],
    [`<speak>${'<p>'.repeat(40)}${'</p>'.repeat(40)}</speak>`, /more than 32 deep/],
    [`<speak>${'a'.repeat(200_001)}</speak>`, /at most 200000/],
  ])('refuses %.40s', (text, why) => {
    expect(() => read(text)).toThrow(EngineError)
    expect(() => read(text)).toThrow(why)
  })
})

describe('BML', () => {
  const BML = `<bml xmlns="http://www.bml-initiative.org/bml/bml-1.0" id="b1">
    <speech id="s1"><text>This is the <sync id="t1"/> big one, <sync id="t2"/> over there.</text></speech>
    <gesture id="g1" lexeme="BEAT" stroke="s1:t1"/>
    <head lexeme="NOD" start="g1:stroke"/>
    <faceLexeme id="f1" lexeme="SMILE" amount="0.5" start="s1:t1" end="s1:t2"/>
    <pointing target="lamp" stroke="s1:t2 + 0.2"/>
    <gaze target="env:right" start="s1:start"/>
    <locomotion target="sofa"/>
  </bml>`

  it('anchors behaviours to sync points of speech and of one another', () => {
    expect(said(BML)).toBe('This is the big one, over there.')
    expect(directed(BML)).toEqual(['beat-both@big', 'nod@big', 'happy@big', 'point-there@over', 'look right@This'])
    expect(problems(BML)).toEqual([
      expect.stringMatching(/<locomotion> is not followed/),
      expect.stringMatching(/without its \+0.2 s/),
    ])
  })

  it('does not go round in a ring, and tells of what is not there', () => {
    const ring =
      '<bml><speech id="s"><text>a b</text></speech><gesture id="x" lexeme="nod" stroke="y:stroke"/><gesture id="y" lexeme="nod" stroke="x:stroke"/></bml>'
    expect(problems(ring)).toEqual([
      expect.stringMatching(/refers to nothing/),
      expect.stringMatching(/refers to nothing/),
    ])
    expect(problems('<bml><gesture lexeme="juggle" stroke="0"/></bml>')).toEqual([
      expect.stringMatching(/Nobody knows "juggle"/),
    ])
  })

  it('is written with all seven sync points, and read again as the same directions', () => {
    const plan = {
      duration: 2,
      pause: 0.3,
      phones: [],
      loudness: { rate: 50, values: [] },
      words: ['So', 'big', 'a', '"house"'].map((text, i) => ({
        text,
        start: i / 2,
        end: (i + 1) / 2,
        source: 'voice',
        emphasis: 0,
      })),
      acts: [
        { type: 'gesture', name: 'wave', word: 1, intensity: 0.7, by: 'rules' },
        { type: 'express', name: 'happy', word: 2, until: 3, intensity: 0.4, by: 'rules' },
        { type: 'look', at: 'up', word: 3, by: 'rules' },
      ],
    } as unknown as Plan
    const sync = { start: 0, ready: 0.4, strokeStart: 0.4, stroke: 0.5, strokeEnd: 0.9, relax: 1, end: 1.6 }
    const bml = writeBml(
      [
        { plan, start: 0 },
        { plan, start: 2.3 },
      ],
      new Map([['wave', sync]]),
    )
    expect(bml).toContain(
      'start="0.25" ready="0.65" strokeStart="0.65" stroke="0.75" strokeEnd="1.15" relax="1.25" end="1.85"',
    )
    expect(bml).toContain('stroke="3.05"')
    expect(said(bml)).toBe('So big a "house" So big a "house"')
    expect(directed(bml).filter((one) => /happy|look/.test(one))).toEqual([
      'happy@a',
      'look up@"house"',
      'happy@a',
      'look up@"house"',
    ])
  })
})

describe('a plan that a model gives', () => {
  const plan = (sentence: object) => JSON.stringify({ plan: [sentence] })

  it('is said, with gestures on their words', () => {
    const text = plan({
      say: 'Look at that lamp.',
      express: { name: 'happy', intensity: 0.5 },
      gestures: [
        { name: 'nod', on: 'lamp' },
        { name: 'point-there', on: 'that' },
      ],
      look: 'left',
    })
    expect(said(text)).toBe('Look at that lamp.')
    expect(directed(text)).toEqual(['happy@Look', 'look left@Look', 'point-there@that', 'nod@lamp.'])
    expect(said(`\`\`\`json\n${text}\n\`\`\``)).toBe('Look at that lamp.')
  })

  it.each([
    ['goes beyond its schema', plan({ say: 'Hello you.', dance: true }), 'Hello you.', /Unrecognized key/],
    ['is cut off', '{"plan": [{"say": "Hello you.", "gest', 'Hello you.', /left aside/],
  ])('that %s is told, and what it says is said', (_, text, spoken, why) => {
    expect(said(text)).toBe(spoken)
    expect(read(text).directions).toEqual([])
    expect(problems(text)).toEqual([expect.stringMatching(why)])
  })
})

describe('a cursor', () => {
  it('anchors directions to the words of part after part', () => {
    const cursor = createScriptCursor(
      read('[wave] Hello there. I am [happy]so very glad[/happy] today. [nod]'),
      'author',
    )
    expect(cursor.next(['Hello', 'there.'])).toEqual({
      acts: [{ type: 'gesture', name: 'wave', intensity: 0.8, word: 0, by: 'author' }],
      marks: [],
      emphasis: new Map(),
    })
    expect(cursor.next(['I', 'am', 'so', 'very', 'glad', 'today.']).acts).toEqual([
      { type: 'express', name: 'happy', intensity: 0.8, word: 2, until: 4, by: 'author' },
      { type: 'gesture', name: 'nod', intensity: 0.8, word: 5, by: 'author' },
    ])
  })

  it('stresses what is to be stressed, and marks places', () => {
    const script = read('<speak>a <emphasis level="strong">b c</emphasis> <mark name="m"/>d</speak>')
    const { emphasis, marks } = createScriptCursor(script, 'author').next(['a', 'b', 'c', 'd'])
    expect([...emphasis]).toEqual([
      [1, 1],
      [2, 1],
    ])
    expect(marks).toEqual([{ name: 'm', word: 3 }])
  })

  it('gives nothing along with a part without words', () => {
    expect(createScriptCursor(read('[wave] Hi'), 'author').next([]).acts).toEqual([])
  })
})
