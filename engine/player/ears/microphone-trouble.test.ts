import { expect, test } from 'vitest'
import { microphoneTrouble } from './microphone-trouble.ts'

const fault = (name: string) => Object.assign(new Error('as the browser says'), { name })

test.each([
  ['NotAllowedError', /may not use the microphone\. Allow it/],
  ['NotFoundError', /No microphone is connected\. Plug one in/],
  ['NotReadableError', /Another program is using the microphone\. Close it there/],
  ['SomethingNew', /cannot be opened \(SomethingNew\)\. Try again/],
])('%s is told with what to do, and that one may type', (name, sentence) => {
  expect(microphoneTrouble(fault(name), true)).toMatch(sentence)
  expect(microphoneTrouble(fault(name), true)).toMatch(/type\.$/)
})

test('a page that is not secure is told so, whatever the browser threw', () => {
  expect(microphoneTrouble(new TypeError('undefined is no object'), false)).toMatch(/https, or from this very computer/)
})
