import { describe, expect, it } from 'vitest'
import { loadCatalogue } from './content.ts'
import { openContent } from './disk-content.ts'
import { lintPerformance } from './lint/lint-performance.ts'
import { feetOnFloor } from './lint/rules/feet-on-floor.ts'
import { footSlide } from './lint/rules/foot-slide.ts'
import { motionLimit } from './lint/rules/motion-limit.ts'
import { createStage } from './stage.ts'

const RULES = [feetOnFloor, footSlide, motionLimit]
const catalogue = await loadCatalogue(openContent(), 'studio')

/** Out of a wide turn into a stride; past the point where the head changes shoulders; and far across with arms swinging. */
const ROUTES = [
  ['right', 'presenter'],
  ['left', 'table'],
  ['presenter', 'end-left'],
] as const

describe.each(['henrik', 'amara'])('%s', (avatar) => {
  it.each(ROUTES)('walks from %s to %s without a slip of a foot or a jerk of a hand', (at, mark) => {
    const stage = createStage({ catalogue, seed: 1 })
    stage.spawnActor({ id: 'ana', avatar, at })
    stage.step()
    stage.run('walkTo', { actor: 'ana', mark })
    expect(lintPerformance(stage, { ticks: 360, rules: RULES }).findings).toEqual([])
  })
})
