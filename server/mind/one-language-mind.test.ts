import { expect, test } from 'vitest'
import { assertSpeakable } from '../../engine/api/host.ts'
import type { Mind } from './mind.ts'
import { createOneLanguageMind } from './one-language-mind.ts'
import { answerOf, turnOf } from './test-turn.ts'

const english: Mind = {
  name: 'Milla',
  greet: () => [],
  async *reply() {
    yield { kind: 'say', text: 'Hello.' }
  },
}
const answer = async (text: string, language: string) =>
  (await answerOf(createOneLanguageMind(english), turnOf(text, { language }))).said

test('English is answered', async () => expect(await answer('Hi', 'en')).toEqual(['Hello.']))

test.each([
  ['de', /Englisch/],
  ['fr', /anglais/],
  ['ja', /英語.* I only speak English\.$/],
  ['he', /^I am sorry, I only speak English\.$/],
])('%s is told kindly that it is not understood', async (language, sentence) => {
  const said = await answer('…', language)
  expect(said).toEqual([expect.stringMatching(sentence)])
  expect(() => assertSpeakable(said[0]!)).not.toThrow()
})
