import { expect, test } from 'vitest'
import { createLanguageSense, detectLanguage } from './language.ts'

test.each([
  ['de', 'Wie geht es dir?'],
  ['de', 'Ich spreche kein Englisch.'],
  ['de', 'Guten Morgen!'],
  ['fr', 'Comment ça va ?'],
  ['fr', 'Je ne comprends pas'],
  ['es', 'Hola, ¿cómo estás?'],
  ['es', 'buenos dias'],
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
  'ok',
  'lol',
  'well well',
  'no',
  'Tell me a joke',
  'I like jazz',
  'What time is it?',
  'Are you a robot?',
  'Add oat milk to my list',
  'Remind me to call Ben tomorrow at 5pm',
  'my name is Maria Gonzalez',
  'do you know Berlin?',
])('takes "%s" for English', (text) => expect(detectLanguage(text)).toBe('en'))

test.each(['', '!?', '42', '🎉', 'Scunthorpe', 'asdf', 'Hallo', 'x'.repeat(100_000)])(
  'cannot tell of "%.20s"',
  (text) => expect(detectLanguage(text)).toBeUndefined(),
)

test('someone who says little is taken to go on in their language; others have their own', () => {
  const sense = createLanguageSense()
  expect(sense.hear('ada', 'Mhm')).toBe('en')
  expect(sense.hear('ada', 'Wie geht es dir?')).toBe('de')
  expect(sense.hear('ada', '…')).toBe('de')
  expect(sense.hear('ben', '…')).toBe('en')
  expect(sense.hear('ada', 'Could you say that in English please')).toBe('en')
})
