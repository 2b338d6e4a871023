import { it } from 'vitest'
import { expectGoodActing, expectManners, measureAll } from './test-acting.ts'
import { TEXTS } from './texts.ts'

it('acts a hundred texts out as people would, with five seeds', async () => {
  const acted = await measureAll(TEXTS, [1, 2, 3, 4, 5])
  expectGoodActing(acted)
  await expectManners(acted)
})
