import { describe, expect, it } from 'vitest'
import { loadCatalogue } from './content.ts'
import { openContent } from './disk-content.ts'
import { lintPerformance } from './lint/lint-performance.ts'
import { handInBody } from './lint/rules/hand-in-body.ts'
import { motionLimit } from './lint/rules/motion-limit.ts'
import { createStage } from './stage.ts'

const catalogue = await loadCatalogue(openContent(), 'studio')
const gestures = [...catalogue.gestures.keys()]

/** Long enough for the longest gesture and its retraction. Ticks. */
const TICKS = 240
/** Time in which hands are back after an interruption, and in which nothing may be faster or jerk more. Ticks. */
const BACK = 42

/** An avatar in a manner makes a gesture, and is perhaps interrupted. */
function watch(avatar: string, manner: string, gesture: string, interrupted?: number) {
  const stage = createStage({ catalogue, seed: 7 })
  stage.spawnActor({ id: 'ana', avatar })
  stage.run('setManner', { actor: 'ana', manner })
  stage.step()
  stage.run('gesture', { actor: 'ana', name: gesture })
  if (interrupted !== undefined) {
    for (let i = 0; i < interrupted; i++) stage.step()
    stage.run('interrupt', { actor: 'ana' })
  }
  const [ticks, rules] = interrupted === undefined ? [TICKS, [handInBody, motionLimit]] : [BACK + 10, [motionLimit]]
  return lintPerformance(stage, { ticks, rules }).findings.map(({ text }) => text)
}

describe.each([...catalogue.rigs.keys()])('hands of %s', (avatar) => {
  it.each([...catalogue.manners.keys()])('keep their speed, and out of the body, at every gesture, %s', (manner) => {
    const found = gestures.flatMap((gesture) => watch(avatar, manner, gesture).map((text) => `${gesture}: ${text}`))
    expect(found).toEqual([])
  })

  it('go back without a jerk, whenever they are interrupted', () => {
    const found = gestures.flatMap((gesture) =>
      [8, 20, 33, 47, 62, 80].flatMap((at) =>
        watch(avatar, 'casual', gesture, at).map((text) => `${gesture} at ${at}: ${text}`),
      ),
    )
    expect(found).toEqual([])
  })
})
