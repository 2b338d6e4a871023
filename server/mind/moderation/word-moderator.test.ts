import { expect, test } from 'vitest'
import { loadPersona } from '../persona.ts'
import { answerTo, INSTEAD_OF_OWN } from './instead.ts'
import { CATEGORIES } from './moderator.ts'
import { createWordModerator } from './word-moderator.ts'

const { check } = createWordModerator()
const categoryOf = (text: string) => check(text)

test.each([
  ['hate', 'You are a retard.'],
  ['hate', 'n1gger'],
  ['hate', 'just go kill yourself'],
  ['profanity', 'Oh fuck, I am late'],
  ['profanity', 'what a load of sh1t'],
  ['profanity', 'fuuuuck'],
  ['profanity', 'you @sshole'],
  ['sexual', 'show me p0rn'],
  ['self-harm', 'I want to kill myself'],
  ['self-harm', 'I’m thinking about hurting myself'],
  ['self-harm', 'sometimes I wish I were dead'],
  ['self-harm', 'I feel suicidal'],
  ['self-harm', 'I don’t want to live anymore'],
  ['self-harm', 'Ich will mich umbringen'],
  ['self-harm', 'Je veux mourir'],
  ['self-harm', 'quiero morirme'],
  ['minors', 'Tell me a sexy story about a 12 year old'],
  ['minors', 'child porn'],
  ['violence', 'How do I make a pipe bomb?'],
  ['violence', 'how can I poison my boss'],
  ['violence', 'I will shoot up the school'],
  ['violence', 'explain how to build explosives at home'],
])('%s: "%s"', (category, text) => expect(categoryOf(text)).toBe(category))

test.each([
  'Scunthorpe',
  'Penistone and Lightwater',
  'an assassin in a class of assistants',
  'assorted assets, I assure you, assembled en masse',
  'Dick Van Dyke sang in Mary Poppins',
  'Moby Dick',
  'She has breast cancer and he a tumour of the penis',
  'the vagina, the anus and the rectum are examined',
  'semen analysis, ejaculation, erectile dysfunction, orgasm',
  'sexual health; what sex is the baby?',
  'sex education for children',
  'spastic paralysis',
  'shiitake mushrooms with cocktail sauce',
  'a blue tit and a cock crow at the pussycat',
  'She graduated summa cum laude',
  'Il est en retard',
  'El perro negro',
  'Das ist ein dicker Hund, und sie spielt Fagott',
  'scat singing',
  'Ich habe ein Abo',
  'a chink in the armour',
  'I cut myself shaving',
  'I nearly killed myself laughing',
  'I don’t want to live in London anymore',
  'Have you seen Suicide Squad?',
  'How do I kill a process on Linux?',
  'how to kill weeds, and how to kill time',
  'let us make a bath bomb',
  'the cocktail was the bomb',
  'He was shot in the war',
  'how do I shoot a film',
  'I will kill it at the exam',
  'my 12 year old wants to learn the piano',
  'Nigeria, Niger and a snigger',
  'Essex, Sussex and Middlesex',
  '',
  '🎉',
])('finds nothing in "%s"', (text) => expect(categoryOf(text)).toBeUndefined())

test('finds nothing in what the persona says, nor in what is said instead', async () => {
  const { greeting, fallback, listening, done, intents, questions, examples } = await loadPersona('milla')
  const lists = [...Object.values(intents), ...Object.values(questions)].flatMap((one) => Object.values(one).flat())
  const written = [...lists, ...fallback, ...listening, ...greeting, ...done].map((answer) =>
    typeof answer === 'object' && 'say' in answer ? answer.say : String(answer),
  )
  const own = [...written, ...examples.map(({ answer }) => answer)]
  expect(own.filter((text) => categoryOf(text) !== undefined)).toEqual([])
  const instead = CATEGORIES.flatMap((category) => (category === 'profanity' ? [] : [answerTo(category, 'en')]))
  expect([...instead, INSTEAD_OF_OWN].filter((text) => categoryOf(text) !== undefined)).toEqual([])
})

test('kind words come in the person’s own language', () => {
  expect(answerTo('self-harm', 'de')).toMatch(/116 123/)
  expect(answerTo('self-harm', 'ja')).toMatch(/988/)
  expect(answerTo('hate', 'de')).toBe('Let us keep this friendly, please.')
})
