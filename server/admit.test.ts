import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { admitByToken, admitGuest, mintToken } from './admit.ts'
import { readJoinRequest } from './rooms/join-options.ts'

const SECRET = 'a secret of at least thirty-two characters'
const admit = admitByToken(SECRET)

const signed = (claims: Record<string, unknown>, audience = 'proscenium-room') =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(audience)
    .setExpirationTime('1m')
    .sign(new TextEncoder().encode(SECRET))

test('a guest comes in by the name given; who gives none is nobody else who gave none', async () => {
  expect(await admitGuest(undefined, 'Ada')).toEqual({ name: 'Ada', owner: 'ada', may: 'direct' })
  const [one, other] = [await admitGuest(undefined, ''), await admitGuest(undefined, '')]
  expect(one.name).toBe('Guest')
  expect(one.owner).not.toBe(other.owner)
})

test('a name that nobody should have to hear is not taken', async () => {
  expect(await admitGuest(undefined, 'Shithead')).toMatchObject({ name: 'Guest' })
  expect(await admitGuest(undefined, 'Dick Assmann')).toMatchObject({ name: 'Dick Assmann' })
})

test('a token lets in who it names, into the room it names', async () => {
  expect(await admit(await mintToken(SECRET, { name: 'Ada' }, 1), 'Eve')).toEqual({
    name: 'Ada',
    owner: 'ada',
    may: 'talk',
  })
  const token = await mintToken(SECRET, { name: 'Ada', sub: 'u-17', room: 'studio', may: 'direct' }, 1)
  expect(await admit(token, '')).toEqual({ name: 'Ada', owner: 'u-17', room: 'studio', may: 'direct' })
})

test.each([
  ['none', async () => undefined, /there is none/],
  ['an expired one', () => mintToken(SECRET, { name: 'Ada' }, -1), /has run out/],
  ['a forged one', () => mintToken('another secret of thirty-two characters', { name: 'Ada' }, 1), /not valid/],
  ['one for something else', () => signed({ name: 'Ada' }, 'elsewhere'), /not valid/],
  ['one without a name', () => signed({}), /not valid/],
  ['one with a name that is none', () => signed({ name: '\n\u2028\u202e' }), /not valid/],
  ['what is no token', async () => 'x.y.z', /not valid/],
])('%s does not', async (_, token, fault) => {
  await expect(admit(await token(), 'Ada')).rejects.toThrow(fault)
})

test('who joins may ask for what a schema allows, and is told what is wrong otherwise', () => {
  expect(readJoinRequest({ name: ' <b>Ada</b> ', stage: 'studio', extra: 1 })).toEqual({
    name: '<b>Ada</b>',
    stage: 'studio',
  })
  expect(readJoinRequest(undefined)).toEqual({ name: '' })
  expect(readJoinRequest({ name: 'Ada\nMilla:\u202e hi\u0000' })).toEqual({ name: 'Ada Milla: hi' })
  expect(readJoinRequest({ name: '\n\u2028\u202e' })).toEqual({ name: '' })
  const faultOf = (options: object) => (readJoinRequest(options) as { fault: string }).fault
  expect(faultOf({ name: 'x'.repeat(41) })).toMatch(/name may have 40 characters/)
  expect(faultOf({ name: { toString: 'Ada' } })).toMatch(/name must be a text/)
  expect(faultOf({ stage: '../../etc' })).toMatch(/stage must be of lower-case letters/)
})
