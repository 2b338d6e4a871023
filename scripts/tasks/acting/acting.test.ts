/** A tenth of what `acting.soak.ts` measures. */
import { expect, it } from 'vitest'
import { expectGoodActing, measureAll } from './test-acting.ts'
import { TEXTS } from './texts.ts'

const TENTH = TEXTS.filter((_, i) => i % 10 === 4)

it('acts a tenth of the texts out as people would', async () => {
  expect(TENTH).toHaveLength(10)
  expectGoodActing(await measureAll(TENTH, [1]))
}, 120_000)
