import { expect, test } from 'vitest'
import { inferHints } from './hints.ts'

test.each([
  ['Hello there!', { means: 'greeting', express: 'friendly' }],
  ['Goodbye! Come back soon.', { means: 'farewell' }],
  ['Yes, I think so.', { means: 'yes' }],
  ['Not really.', { means: 'no' }],
  ['I am afraid not.', { means: 'no' }],
  ['There is a window, and a sofa.', { means: 'explain' }],
  ['I like apples, pears and plums.', { means: 'explain' }],
  ['I am so sorry about that.', { express: 'sad' }],
  ['I am glad to hear that!', { express: 'happy' }],
  ['Oh, what a surprise!', { express: 'surprised' }],
  ['And how are you?', { express: 'curious' }],
  ['What is that, my dear?', { express: 'curious' }],
  ['The train leaves at five.', {}],
  ['I know nobody there.', {}],
  ['', {}],
])('"%s" is spoken with %o', (text, hints) => {
  expect(inferHints(text)).toEqual(hints)
})
