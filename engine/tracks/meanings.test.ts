import { expect, it } from 'vitest'
import { MEANINGS, meaningSchema } from './meanings.ts'

it('takes every meaning as it is written', () => {
  for (const meaning of MEANINGS) expect(meaningSchema.parse(meaning)).toBe(meaning)
})

it('refuses a mistyped meaning with the nearest one', () => {
  const { error } = meaningSchema.safeParse('presicion')
  expect(error?.issues[0]?.message).toMatch(/^no meaning "presicion"\. Did you mean "precision"\? Known: apology, big,/)
})

it('refuses what is no word', () => {
  expect(meaningSchema.safeParse(3).error?.issues[0]?.message).toContain('no meaning 3.')
})
