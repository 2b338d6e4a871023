import { describe, expect, test } from 'vitest'
import type { Act, GestureAct } from '../plan/acts.ts'
import type { Meaning } from '../tracks/meanings.ts'
import { type DirectingMemory, NEW_ACTOR, NO_ORDERS, type Performer, type Repertoire } from './performer.ts'
import { planPart, type SpokenPart } from './plan-part.ts'

/** Seconds that a word is said, and rests between sentences. */
const WORD = 0.35
const PAUSE = 0.45

function gesture(name: string, means: readonly Meaning[], hand: 'left' | 'right' | 'both' | 'none' = 'right') {
  const isBeat = name.startsWith('beat')
  const sync = isBeat
    ? { start: 0, ready: 0.2, strokeStart: 0.2, stroke: 0.4, strokeEnd: 0.5, relax: 0.6, end: 1 }
    : { start: 0, ready: 0.4, strokeStart: 0.4, stroke: 0.6, strokeEnd: 0.9, relax: 1.1, end: 1.8 }
  return [
    name,
    { name, means, hand, sync: sync as never, mirrored: hand === 'both' ? undefined : ({} as never) },
  ] as const
}

const REPERTOIRE: Repertoire = new Map([
  gesture('wave', ['greeting', 'farewell']),
  gesture('nod', ['yes', 'emphasis'], 'none'),
  gesture('shake', ['no'], 'none'),
  gesture('shrug', ['unknown'], 'both'),
  gesture('point-self', ['self']),
  gesture('point-you', ['you']),
  gesture('weigh', ['contrast']),
  gesture('list', ['list']),
  gesture('count-one', ['count', 'list']),
  gesture('count-two', ['count', 'list']),
  gesture('wide', ['big'], 'both'),
  gesture('offer', ['offer', 'explain'], 'both'),
  gesture('frame', ['explain'], 'both'),
  gesture('beat-left', ['emphasis'], 'left'),
  gesture('beat-right', ['emphasis']),
  gesture('beat-both', ['emphasis'], 'both'),
])

const EXPRESSIONS = new Set([
  'happy',
  'sad',
  'friendly',
  'interested',
  'amused',
  'angry',
  'surprised',
  'tender',
  'thinking',
])

const performer = (changes: Partial<Performer> = {}): Performer => ({
  manner: { rate: 0.25, vocabulary: {}, gaze: { idle: 0.4, speaking: 0.4, listening: 0.7, thinking: 0.2 } },
  culture: { means: {}, thinks: 'up' },
  gestures: REPERTOIRE,
  expressions: EXPRESSIONS,
  seed: 1,
  actor: 'ana',
  lead: 0.6,
  ordered: NO_ORDERS,
  ...changes,
})

function spoken(text: string, pause = PAUSE): SpokenPart {
  const words = text.split(' ')
  return {
    text,
    samples: new Float32Array(Math.ceil(words.length * WORD * 100)).fill(0.5),
    sampleRate: 100,
    words: words.map((word, i) => ({ text: word, start: i * WORD, end: (i + 1) * WORD, source: 'voice', emphasis: 0 })),
    phones: [],
    pause,
    removed: [],
  }
}

const STORY = [
  'Once upon a time there was a miller who had three sons and a huge grey mill.',
  'The mill stood by the river, and its wheel turned day and night.',
  'I do not know how long he lived there, but it was a happy life.',
  'Are you listening?',
  'One morning the youngest son found a tiny golden key under the wheel.',
  'It was not brass but gold, and it shone like the sun!',
  'He showed it to his brothers, his father and the old cat.',
  'Nobody believed him, and they laughed and laughed.',
  'On the one hand he was sad, on the other hand he was curious.',
  'So he climbed up to the roof and looked far over the country.',
  'Over there, behind the hills, stood a castle with a small green door.',
  'We all know what he did then.',
]
const LONG = [...STORY, ...STORY, ...STORY, ...STORY]

type Told = { readonly plan: ReturnType<typeof planPart>['plan']; readonly from: number }

function tell(texts: readonly string[], who: Performer, asked: readonly Act[] = []): Told[] {
  let memory: DirectingMemory = NEW_ACTOR
  let from = 0
  return texts.map((text, i) => {
    const part = spoken(text)
    const told = planPart(part, {
      language: 'en',
      performer: who,
      memory,
      isFirst: i === 0,
      asked: i === 0 ? asked : [],
    })
    memory = told.memory
    const told_ = { plan: told.plan, from }
    from += told.plan.duration + told.plan.pause
    return told_
  })
}

const gesturesOf = ({ plan }: Told): GestureAct[] =>
  plan.acts!.filter((act): act is GestureAct => act.type === 'gesture')
const isOfHands = ({ name }: GestureAct) => REPERTOIRE.get(name)!.hand !== 'none'
const seconds = (told: readonly Told[]) => told.reduce((sum, { plan }) => sum + plan.duration + plan.pause, 0)
const namesOf = (told: readonly Told[]) => told.flatMap((one) => gesturesOf(one).map(({ name }) => name))

test.each([
  ['Hello, my friends!', 'wave'],
  ['Yes, of course.', 'nod'],
  ['I really have no idea.', 'shrug'],
  ['It is a truly enormous house.', 'wide'],
])('"%s" is mostly said with %s', (text, name) => {
  const made = Array.from({ length: 20 }, (_, seed) => namesOf(tell([text], performer({ seed }))))
  expect(made.filter((names) => names.includes(name)).length).toBeGreaterThan(10)
})

test('two sides are shown with two hands, the left first', () => {
  const sides = Array.from({ length: 20 }, (_, seed) =>
    tell(['It is not the cold green tea but really the warm black coffee.'], performer({ seed })).flatMap(gesturesOf),
  ).map((acts) => acts.filter(({ name }) => name === 'weigh').map(({ hand }) => hand))
  expect(sides.some((hands) => hands.join() === 'left,right')).toBe(true)
  for (const hands of sides) expect(['', 'left', 'right', 'left,right']).toContain(hands.join())
})

test('what is counted is shown with as many fingers', () => {
  const made = Array.from({ length: 20 }, (_, seed) =>
    namesOf(tell(['And then, first, we open the box.'], performer({ seed }))),
  )
  expect(made.some((names) => names.includes('count-one'))).toBe(true)
  expect(made.some((names) => names.includes('count-two'))).toBe(false)
})

test('the same seed gives the same acts, others give others', () => {
  const all = [1, 2, 3, 4, 5].map((seed) =>
    JSON.stringify(tell(STORY, performer({ seed })).map(({ plan }) => plan.acts)),
  )
  expect(all[0]).toBe(JSON.stringify(tell(STORY, performer()).map(({ plan }) => plan.acts)))
  expect(new Set(all).size).toBe(5)
  expect(JSON.stringify(tell(STORY, performer({ actor: 'ben' })).map(({ plan }) => plan.acts))).not.toBe(all[0])
})

describe.each([0.05, 0.1, 0.25, 0.45])('at %s gestures a second', (rate) => {
  const manner = { ...performer().manner, rate }

  test.each([1, 2, 3, 4, 5])('hands keep to the rate within a quarter, seed %i', (seed) => {
    const told = tell(LONG, performer({ manner, seed }))
    const made = told.flatMap(gesturesOf).filter(isOfHands).length / seconds(told)
    expect(made / rate).toBeGreaterThan(0.75)
    expect(made / rate).toBeLessThan(1.25)
  })

  test('short lines, each by somebody who has not spoken yet, are no livelier than long ones', () => {
    const told = Array.from({ length: 20 }, (_, seed) =>
      STORY.flatMap((text) => tell([text], performer({ manner, seed }))),
    )
    const made = told.flat().flatMap(gesturesOf).filter(isOfHands).length / seconds(told.flat())
    expect(made / rate).toBeGreaterThan(0.6)
    expect(made / rate).toBeLessThan(1.75)
  })

  test('strokes keep clear of each other, and no phrase has two', () => {
    const told = tell(LONG, performer({ manner }))
    const strokes = told.flatMap((one) =>
      gesturesOf(one)
        .filter(isOfHands)
        .map((act) => one.from + (act.word + 0.5) * WORD)
        .sort((a, b) => a - b),
    )
    for (let i = 1; i < strokes.length; i++) expect(strokes[i]! - strokes[i - 1]!).toBeGreaterThan(0.6)
  })

  test('every act names a word of its part, and what there is', () => {
    for (const { plan } of tell(LONG, performer({ manner })))
      for (const act of plan.acts!) {
        expect(plan.words[act.word]).toBeDefined()
        if (act.until !== undefined) expect(act.until).toBeGreaterThanOrEqual(act.word)
        if (act.until !== undefined) expect(plan.words[act.until]).toBeDefined()
        if (act.type === 'gesture') expect(REPERTOIRE.has(act.name)).toBe(true)
        if (act.type === 'express') expect(EXPRESSIONS.has(act.name)).toBe(true)
      }
  })
})

test('no gesture comes twice within three sentences, but beats, which alternate, and what belongs together', () => {
  const told = tell(LONG, performer({ manner: { ...performer().manner, rate: 0.45 } }))
  let before = ''
  const last = new Map<string, number>()
  for (const [sentence, one] of told.entries())
    for (const { name } of gesturesOf(one)) {
      const isPaired = name === 'list' || name === 'weigh' || name.startsWith('count')
      if (!name.startsWith('beat') && !isPaired) expect(sentence - (last.get(name) ?? -9)).toBeGreaterThanOrEqual(3)
      else if (name.startsWith('beat')) expect(name).not.toBe(before)
      last.set(name, sentence)
      before = name
    }
})

test('what weighs nothing is never made: by its name, its family or its meaning', () => {
  const without = (vocabulary: Record<string, number>) =>
    [1, 2, 3, 4, 5].flatMap((seed) =>
      namesOf(tell(LONG, performer({ seed, manner: { ...performer().manner, rate: 0.45, vocabulary } }))),
    )
  expect(without({})).toContain('point-you')
  expect(without({ 'point-you': 0 })).not.toContain('point-you')
  expect(without({ point: 0 }).filter((name) => name.startsWith('point'))).toEqual([])
  expect(without({ you: 0 })).not.toContain('point-you')
  expect(without({ emphasis: 0, explain: 0, offer: 0 }).filter((name) => name.startsWith('beat'))).toEqual([])
})

test('a culture decides what a gesture means', () => {
  const culture = { means: { nod: ['no'], shake: ['yes'] }, thinks: 'down' as const }
  const names = Array.from({ length: 20 }, (_, seed) =>
    namesOf(tell(['Yes, of course.'], performer({ seed, culture }))),
  ).flat()
  expect(names).toContain('shake')
  expect(names).not.toContain('nod')
})

test('where there is nothing to choose from, nothing is chosen', () => {
  const told = tell(STORY, performer({ gestures: new Map(), expressions: new Set() }))
  expect(told.flatMap(({ plan }) => plan.acts!.filter(({ type }) => type !== 'look'))).toEqual([])
})

describe('what was asked for', () => {
  const asked: Act[] = [
    { type: 'gesture', name: 'shrug', word: 2, intensity: 1, by: 'author' },
    { type: 'express', name: 'angry', word: 0, intensity: 0.9, by: 'model' },
  ]

  test('stays as it is, and rules keep clear of it', () => {
    for (let seed = 0; seed < 20; seed++) {
      const [{ plan }] = tell(['Hello, my dear and good old friends!'], performer({ seed }), asked) as [Told]
      expect(plan.acts).toEqual(expect.arrayContaining(asked))
      expect(plan.acts!.filter(({ type }) => type === 'express')).toHaveLength(1)
      const near = plan.acts!.filter((act) => act.type === 'gesture' && isOfHands(act) && act.by === 'rules')
      for (const { word } of near) expect(Math.abs(word - 2) * WORD).toBeGreaterThan(0.8)
    }
  })

  test('as the line was given is not done again by rules', () => {
    for (let seed = 0; seed < 20; seed++) {
      const ordered = { gestures: [{ name: 'wave', until: 1 }], face: 1 }
      const [{ plan }] = tell(['Hello, my friends!'], performer({ seed, ordered })) as [Told]
      expect(plan.acts!.filter((act) => act.type !== 'look' && act.word < 2)).toEqual([])
    }
  })

  test('is all that is acted where nobody performs', () => {
    const part = spoken('Hello, my friends!')
    expect(planPart(part, { language: 'en', asked }).plan.acts).toEqual(asked)
    expect(planPart(part, { language: 'en' }).plan).not.toHaveProperty('acts')
  })
})

describe('eyes', () => {
  const looks = (text: string, changes: Partial<Performer> = {}, pause = PAUSE) =>
    planPart(spoken(text, pause), { language: 'en', performer: performer(changes) }).plan.acts!.flatMap((act) =>
      act.type === 'look' ? [act.at] : [],
    )

  test('go away to think, mostly up, or as is the custom', () => {
    const at = (culture: Performer['culture']) =>
      Array.from({ length: 40 }, (_, seed) => looks('Hmm, let me see.', { seed, culture })[0])
    const up = at({ means: {}, thinks: 'up' }).filter((one) => one === 'up').length
    expect(up).toBeGreaterThan(12)
    expect(at({ means: {}, thinks: 'down' }).filter((one) => one === 'up')).toEqual([])
  })

  test('go to what is shown', () => {
    expect(looks('Look at the screen, please.')).toContain('screen')
  })

  test('come back as the turn ends, and not before', () => {
    expect(looks('The mill was old.', {}, 0)).toContain('listener')
    expect(looks('The mill was old.')).not.toContain('listener')
  })
})

test('a strong feeling shows more than a weak one, and goes on a little', () => {
  const [{ plan: strong }, { plan: after }] = tell(['I am so very happy!', 'The mill was old.'], performer()) as [
    Told,
    Told,
  ]
  const [{ plan: weak }] = tell(['It is nice.'], performer()) as [Told]
  const face = (plan: Told['plan']) => plan.acts!.flatMap((act) => (act.type === 'express' ? [act] : []))[0]!
  expect(face(strong)).toMatchObject({ name: 'happy' })
  expect(face(strong).intensity).toBeGreaterThan(face(weak).intensity)
  expect(face(after).intensity).toBeLessThan(face(strong).intensity)
})

test('two feelings of one phrase make one face, the second fainter; one that is told far from the other does not', () => {
  const faces = (text: string) =>
    tell([text], performer()).flatMap(({ plan }) => (plan.acts ?? []).filter((act) => act.type === 'express'))
  const [both] = faces('I was so surprised and happy!')
  expect(both).toMatchObject({ name: 'surprised', with: { name: 'happy' } })
  expect(both!.type === 'express' && both!.with!.intensity).toBeLessThan(both!.type === 'express' ? both!.intensity : 0)
  expect(faces('I was so happy.')[0]).not.toHaveProperty('with')
  expect(faces('I was happy in the old house by the river when it was sad.').every((act) => !('with' in act))).toBe(
    true,
  )
})
