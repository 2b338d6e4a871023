import { expect, test, vi } from 'vitest'
import { admitByToken, mintToken } from '../admit.ts'
import { PLAIN_LINKS, signedTakeLinks } from './take-links.ts'

const SECRET = 'a secret of at least thirty-two characters'
const links = signedTakeLinks(SECRET)
const keyOf = (link: string) => new URL(link, 'http://room').searchParams.get('key')!

test('a link opens its take, for two hours, and no other', async () => {
  const key = keyOf(await links.linkTo('studio-1'))
  expect(await links.opens('studio-1', key)).toBe(true)
  expect(await links.opens('studio-2', key)).toBe(false)
  vi.setSystemTime(Date.now() + 2.1 * 3_600_000)
  expect(await links.opens('studio-1', key)).toBe(false)
  vi.useRealTimers()
})

test('a link of another server opens nothing, nor does a token, and no link opens a room', async () => {
  const forged = keyOf(await signedTakeLinks('another secret of thirty-two characters').linkTo('studio-1'))
  expect(await links.opens('studio-1', forged)).toBe(false)
  expect(await links.opens('studio-1', await mintToken(SECRET, { name: 'Ada', sub: 'studio-1' }, 1))).toBe(false)
  await expect(admitByToken(SECRET)(keyOf(await links.linkTo('studio-1')), '')).rejects.toThrow(/not valid/)
})

test('among guests a link is an address and nothing else', async () => {
  expect(await PLAIN_LINKS.linkTo('studio-1')).toBe('/takes/studio-1.tar.gz')
})
