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
