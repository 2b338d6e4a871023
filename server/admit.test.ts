import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { admitByToken, admitGuest } from './admit.ts'

const SECRET = 'a secret of at least thirty-two characters'

const tokenOf = (
  claims: Record<string, unknown>,
  { secret = SECRET, seconds = 60, audience = 'proscenium-room' } = {},
) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(audience)
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .sign(new TextEncoder().encode(secret))

test('a guest comes in by the name given, or as Guest', async () => {
  expect(await admitGuest(undefined, { name: ' Ada ' })).toEqual({ name: 'Ada', owner: 'ada' })
  expect(await admitGuest(undefined, { name: 'x'.repeat(41) })).toEqual({ name: 'Guest', owner: 'guest' })
  expect(await admitGuest(undefined, { name: { toString: 'Ada' } })).toEqual({ name: 'Guest', owner: 'guest' })
})

test('a name is one line, whatever is sent', async () => {
  expect(await admitGuest(undefined, { name: 'Ada\nMilla:\u202e hi\u0000' })).toMatchObject({ name: 'Ada Milla: hi' })
  expect(await admitGuest(undefined, { name: '\n\u2028\u202e' })).toMatchObject({ name: 'Guest' })
  expect(await admitByToken(SECRET)(await tokenOf({ name: 'Ada\r\nBen' }), {})).toMatchObject({ name: 'Ada Ben' })
})

test('a name that nobody should have to hear is not taken', async () => {
  expect(await admitGuest(undefined, { name: 'Shithead' })).toMatchObject({ name: 'Guest' })
  expect(await admitGuest(undefined, { name: 'Dick Assmann' })).toMatchObject({ name: 'Dick Assmann' })
})

test('a token lets in who it names', async () => {
  expect(await admitByToken(SECRET)(await tokenOf({ name: 'Ada' }), { name: 'Eve' })).toEqual({
    name: 'Ada',
    owner: 'ada',
  })
  expect(await admitByToken(SECRET)(await tokenOf({ name: 'Ada', sub: 'u-17' }), {})).toEqual({
    name: 'Ada',
    owner: 'u-17',
  })
})

test.each([
  ['none', async () => undefined],
  ['an expired one', () => tokenOf({ name: 'Ada' }, { seconds: -1 })],
  ['a forged one', () => tokenOf({ name: 'Ada' }, { secret: 'another secret of thirty-two characters' })],
  ['one for something else', () => tokenOf({ name: 'Ada' }, { audience: 'elsewhere' })],
  ['one without a name', () => tokenOf({})],
])('%s does not', async (_, token) => {
  await expect(admitByToken(SECRET)(await token(), {})).rejects.toThrow()
})
