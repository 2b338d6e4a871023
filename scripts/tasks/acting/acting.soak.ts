import { it } from 'vitest'
import { expectGoodActing, measureAll } from './test-acting.ts'
import { TEXTS } from './texts.ts'

it('acts a hundred texts out as people would, with five seeds', async () => {
  expectGoodActing(await measureAll(TEXTS, [1, 2, 3, 4, 5]))
})
