import { expect, test } from 'vitest'
import { readText } from './read-text.ts'

/** Of each phrase its strongest feeling. */
const felt = (text: string): string[] =>
  readText(text.split(' '), 'en-US').sentences.flatMap(({ phrases }) =>
    phrases.flatMap(({ feelings: [first] }) => (first === undefined ? [] : [first.emotion])),
  )

test.each([
  ["I'm dying to see you.", ['happy']],
  ['The cake is to die for.', ['happy']],
  ['You are killing it!', ['proud']],
  ['She nailed it.', ['proud']],
  ['I am sick of waiting.', ['angry']],
  ['I am sick and tired of this.', ['angry']],
  ['Not bad at all.', ['happy']],
  ['That was not bad.', ['happy']],
  ["I can't complain.", ['happy']],
  ['I was scared to death.', ['fearful']],
  ['I nearly died laughing.', ['amused']],
  ['Stop, you are killing me!', ['amused']],
  ['They cried tears of joy.', ['happy']],
  ['It broke my heart.', ['sad']],
  ['I love you to death.', ['tender']],
  ['I am crazy about you.', ['tender']],
  ['It blew my mind.', ['surprised']],
  ["I couldn't believe my eyes.", ['surprised']],
  ['I hate to interrupt you.', ['apologetic']],
  ['This food is damn good.', ['happy']],
  ['That is the last straw.', ['angry']],
  ['She was bored to tears.', ['sad']],
  ['Break a leg!', ['friendly']],
])('figures of speech: "%s" feels %j', (text, expected) => {
  expect(felt(text)).toEqual(expected)
})

test.each([
  'It is dead easy.',
  'We killed time in the garden.',
  'The deadline is dead ahead.',
  'It is a shot in the dark.',
  'She wore a dark blue coat.',
  'What kind of tea is that?',
  'Fair enough.',
  'There is enough room for two.',
  'Shut the door.',
  'I know it by heart.',
  'You cannot miss it.',
  'The heart rate is even.',
  'English is her mother tongue.',
  'I took a sick day.',
])('"%s" feels nothing', (text) => {
  expect(felt(text)).toEqual([])
})

test.each([
  ["I'm not dying to see it.", 'happy'],
  ['He did not nail it, and never nailed it.', 'proud'],
])('a figure of speech that is denied is not felt: "%s"', (text, emotion) => {
  expect(felt(text)).not.toContain(emotion)
})
