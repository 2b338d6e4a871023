import { distance } from 'fastest-levenshtein'
import { afterAll, expect, test } from 'vitest'
import { findPocketSphinx, POCKET_SPHINX_ADVICE } from './pocket-sphinx.ts'
import { createProgramRecogniser } from './program-recogniser.ts'
import { speakTestSpeech } from './test-speech.ts'

/** What people say to an actor. */
const SENTENCES = [
  'Hello, how are you today?',
  'What time is it?',
  'Please tell me a joke.',
  'Remind me to call my mother in ten minutes.',
  'What is the weather like tomorrow?',
  'Show me the list of things to do.',
  'Can you wave your hand?',
  'I would like to hear a story.',
  'Where are you from?',
  'Stop talking, please.',
  'What is your name?',
  'Add milk and bread to my list.',
  'How old are you?',
  'Do you like music?',
  'Thank you very much.',
  'Look at the camera.',
  'I am very happy to meet you.',
  'What can you do for me?',
  'Delete the first one.',
  'Good night and see you soon.',
]
const VOICES = ['slt', 'rms', 'awb', 'kal16']
/** Share of words that may be wrong: 0.08 when it was measured. */
const LIMIT = 0.12

const program = findPocketSphinx()

if (program === undefined) {
  test(`PocketSphinx is not measured: it is not installed; \`${POCKET_SPHINX_ADVICE}\` would`, () => {})
} else {
  const recogniser = createProgramRecogniser(program)
  afterAll(recogniser.close)

  test('PocketSphinx gets few words wrong of what Flite says', async () => {
    const score = { wrong: 0, words: 0 }
    for (const voice of VOICES) {
      const of = { wrong: 0, words: 0 }
      for (const sentence of SENTENCES) {
        const listening = recogniser.listen(() => {})
        listening.write(await speakTestSpeech(sentence, voice))
        of.wrong += wordsWrong(wordsOf(sentence), wordsOf(await listening.finish()))
        of.words += wordsOf(sentence).length
      }
      process.stdout.write(`${voice}: ${of.wrong} of ${of.words} words wrong\n`)
      score.wrong += of.wrong
      score.words += of.words
    }
    expect(score.wrong / score.words).toBeLessThan(LIMIT)
  })
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/[^a-z' ]/g, '')
    .split(' ')
    .filter((word) => word !== '')

/** Fewest words to change, add or leave out: the distance of texts in which each word is a letter. */
function wordsWrong(said: readonly string[], heard: readonly string[]): number {
  const letters = new Map<string, string>()
  const spell = (words: readonly string[]) =>
    words
      .map((word) => {
        const letter = letters.get(word) ?? String.fromCharCode(0x100 + letters.size)
        letters.set(word, letter)
        return letter
      })
      .join('')
  return distance(spell(said), spell(heard))
}
