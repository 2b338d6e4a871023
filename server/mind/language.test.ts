import { expect, test } from 'vitest'
import { createLanguageSense, detectLanguage } from './language.ts'
import { loadPersona } from './persona.ts'

test.each([
  ['de', 'Wie geht es dir?'],
  ['de', 'Ich spreche kein Englisch.'],
  ['de', 'Guten Morgen!'],
  ['fr', 'Comment ça va ?'],
  ['fr', 'Je ne comprends pas'],
  ['es', 'Hola, ¿cómo estás?'],
  ['es', 'buenos dias'],
  ['de', 'Was machst du so am Morgen?'],
  ['it', 'Come ti chiami?'],
  ['pt', 'Tudo bem?'],
  ['nl', 'Hoe gaat het met jou?'],
  ['pl', 'Jak się masz?'],
  ['fi', 'Mitä kuuluu?'],
  ['sv', 'Vad heter du?'],
  ['cs', 'Jak se jmenuješ?'],
  ['tr', 'Nasılsın bugün?'],
  ['ru', 'Привет, как дела?'],
  ['el', 'Γεια σου, τι κάνεις;'],
  ['ja', 'お名前は何ですか？'],
  ['zh', '你好，你叫什么名字？'],
  ['ko', '안녕하세요'],
  ['ar', 'مرحبا كيف حالك'],
])('hears %s in "%s"', (language, text) => expect(detectLanguage(text)).toBe(language))

test.each([
  'Hello',
  'hi there',
  'I am fine',
  'I’m fine, thanks',
  'Tell me a joke',
  'I like jazz',
  'What time is it?',
  'Are you a robot?',
  'Add oat milk to my list',
  'Remind me to call Ben tomorrow at 5pm',
  'do you know Berlin?',
  'those are beautiful plants',
  'hum a tune',
])('takes "%s" for English', (text) => expect(detectLanguage(text)).toBe('en'))

test.each([
  '',
  '!?',
  '42',
  '🎉',
  'ok',
  'hi',
  'lol',
  'no',
  'hm, well',
  'ha ha',
  'Scunthorpe',
  'asdf',
  'Hallo',
  'x'.repeat(100_000),
])('cannot tell of "%.20s"', (text) => expect(detectLanguage(text)).toBeUndefined())

test('someone who says little is taken to go on in their language; others have their own', () => {
  const sense = createLanguageSense()
  expect(sense.hear('ada', 'Mhm')).toBe('en')
  expect(sense.hear('ada', 'Wie geht es dir?')).toBe('de')
  expect(sense.hear('ada', '…')).toBe('de')
  expect(sense.hear('ben', '…')).toBe('en')
  expect(sense.hear('ada', 'Could you say that in English please')).toBe('en')
})

test('takes what people say to the persona for English, or cannot tell', async () => {
  const { intents } = (await loadPersona('milla')).phrases
  const phrases = Object.values(intents).flat()
  const others = phrases.filter((phrase) => (detectLanguage(phrase) ?? 'en') !== 'en')
  // Some ask in another language for that language.
  expect(others.length / phrases.length).toBeLessThan(0.005)
})
