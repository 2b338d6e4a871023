import { expect, test } from 'vitest'
import { configHelp, configSchema, readConfig } from './config.ts'

test('an empty environment listens on loopback', () => {
  expect(readConfig({ PATH: '/bin', PORT: '' })).toMatchObject({ HOST: '127.0.0.1', PORT: 2567, PERSONA: 'milla' })
})

test('every problem is one sentence that names its setting', () => {
  expect(readConfig({ PORT: '99999', PERSONA: '../x', ROOM_SECRET: 'short' })).toEqual({
    problems: [
      'PORT must be a port, 0 to 65535.',
      'ROOM_SECRET must have at least 32 characters.',
      'PERSONA must be the name of a file in content/personas.',
    ],
  })
})

test('guests stay on loopback: any other address asks for a secret', () => {
  expect(readConfig({ HOST: '0.0.0.0' })).toEqual({
    problems: [expect.stringMatching(/^HOST 0\.0\.0\.0 .*ROOM_SECRET/)],
  })
  expect(readConfig({ HOST: '0.0.0.0', ROOM_SECRET: 'x'.repeat(32) })).toMatchObject({ HOST: '0.0.0.0' })
})

test('the help tells of every setting', () => {
  for (const name of Object.keys(configSchema.shape)) expect(configHelp()).toContain(`  ${name} `)
})

test('a model needs an address and a name, and says which is missing', () => {
  const model = { MODEL_URL: 'http://127.0.0.1:11434/v1', MODEL_NAME: 'llama3.2' }
  expect(readConfig(model)).toMatchObject({ ...model, MODEL_CONTEXT: 4096 })
  expect(readConfig({ MODEL_URL: model.MODEL_URL })).toEqual({
    problems: [expect.stringMatching(/^MODEL_URL is set and MODEL_NAME is not/)],
  })
  expect(readConfig({ MODEL_NAME: 'llama3.2' })).toEqual({
    problems: [expect.stringMatching(/^MODEL_NAME is set and MODEL_URL is not/)],
  })
  expect(readConfig({ MODERATION_KEY: 'x' })).toEqual({
    problems: [expect.stringMatching(/^MODERATION_KEY is set and MODERATION_URL is not/)],
  })
})

test.each([
  [{ MODEL_URL: 'ftp://models' }, 'MODEL_URL must be an address that begins with http:// or https://.'],
  [{ MODEL_URL: 'ollama' }, 'MODEL_URL must be an address that begins with http:// or https://.'],
  [{ MODERATION_URL: 'file:///etc' }, 'MODERATION_URL must be an address that begins with http:// or https://.'],
  [{ MODEL_TEMPERATURE: 'hot' }, 'MODEL_TEMPERATURE must be a number, 0 to 2.'],
  [{ MODEL_CONTEXT: '100' }, 'MODEL_CONTEXT must be the tokens a model can read at once, 4096 or more.'],
])('%o is told in one sentence', (environment, problem) => {
  expect(readConfig(environment)).toEqual({ problems: [problem] })
})
