import { expect, test } from 'vitest'
import { useTool } from './use-tool.ts'

const NO_NOTES = 'I cannot reach my notes just now. Please ask me again in a while.'

/** What is answered and reported. */
async function use(run: () => Promise<string>) {
  const faults: unknown[] = []
  const answer = await useTool(run, (error) => faults.push(error), 50)
  return { answer, faults }
}

test('what a tool answers is passed on', async () => {
  expect(await use(async () => 'It is noon.')).toEqual({ answer: 'It is noon.', faults: [] })
})

test.each([
  ['full', Object.assign(new Error('could not extend file for "buy milk"'), { code: '53100' }), '53100'],
  ['gone', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
  ['broken', new TypeError('buy milk'), 'TypeError'],
])('a store that is %s: the actor says so, the log says why, and not what', async (_what, error, why) => {
  const { answer, faults } = await use(() => Promise.reject(error))
  expect(answer).toBe(NO_NOTES)
  expect(faults).toMatchObject([{ code: 'store/failed', data: { why } }])
  expect(JSON.stringify(faults)).not.toContain('milk')
})

test('nobody has to listen to an answer without an end', async () => {
  const { answer } = await use(async () => 'a thing, '.repeat(10_000))
  expect(answer.length).toBeLessThan(1300)
  expect(answer).toMatch(/ a thing, … And there is more\.$|thing, a … And there is more\.$/)
  expect((await use(async () => 'x'.repeat(100_000))).answer.length).toBeLessThan(1300)
})

test('a store that is silent is not waited for', async () => {
  const { answer, faults } = await use(() => new Promise(() => {}))
  expect(answer).toBe(NO_NOTES)
  expect(faults).toMatchObject([{ data: { why: expect.anything() } }])
})
