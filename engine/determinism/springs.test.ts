import { describe, expect, it } from 'vitest'
import { advanceTo } from '../api/advance-to.ts'
import { createStage, type Stage } from '../api/stage.ts'
import { testCatalogue, testStage } from '../api/test-stage.ts'
import { compileSprings } from '../pose/springs.ts'
import { poseHash, stateHash } from '../world/pose-hash.ts'
import type { Catalogue } from '../world/world.ts'

/** Steps to a tick; ana looks from one side to the other, so that hair flies. */
function playTo(ticks: number, stage = testStage()): Stage {
  while (stage.world.tick < ticks) {
    const side = stage.world.tick % 80 === 0 ? 4 : -4
    if (stage.world.tick % 40 === 0)
      stage.run('lookAt', { actor: 'ana', target: { kind: 'point', x: side, y: 1, z: 2 } })
    stage.step()
  }
  return stage
}

/** The test stage, with no springs on one of its two avatars, or on both. */
function catalogueWithout(...bald: readonly string[]): Catalogue {
  const catalogue = testCatalogue()
  const shorn = [...catalogue.rigs].map(([name, body]) =>
    bald.includes(name)
      ? ([name, { ...body, springs: compileSprings({ springs: [], colliders: [] }, body.rest) }] as const)
      : ([name, body] as const),
  )
  return { ...catalogue, rigs: new Map(shorn) }
}

describe('springs are the same bits', () => {
  const TICKS = 420
  const reference = playTo(TICKS)
  const { log } = reference.world
  const again = () => createStage({ catalogue: testCatalogue(), seed: 7, log: [...log] })

  it('however unevenly the handle is turned', () => {
    const stage = again()
    for (let turn = 0, position = 0; position < TICKS - 2; turn++) {
      position = Math.min(position + [0.3, 1.7, 0.01, 4.2, 0.9][turn % 5]!, TICKS - 2)
      advanceTo(stage, position)
    }
    expect(stage.world.components.Springs).toEqual(reference.world.components.Springs)
  })

  it('after a seek back, across a snapshot and forth again', () => {
    const stage = again()
    for (const tick of [TICKS, 310, 5, 299, TICKS]) stage.seek(tick)
    expect(stage.world.components.Springs).toEqual(reference.world.components.Springs)
    expect(stateHash(stage.world)).toBe(stateHash(reference.world))
    stage.seek(200)
    expect(stage.world.components.Springs).not.toEqual(reference.world.components.Springs)
  })

  it('whatever another stage does meanwhile', () => {
    const [one, other] = [again(), testStage(9)]
    while (one.world.tick < TICKS) {
      one.step()
      playTo(other.world.tick + 1, other)
    }
    expect(one.world.components.Springs).toEqual(reference.world.components.Springs)
  })
})

describe('an avatar without springs', () => {
  it('has no columns for them, and the same pose', () => {
    const bald = createStage({ catalogue: catalogueWithout('milla', 'otto'), seed: 7 })
    bald.spawnActor({ id: 'ana' })
    playTo(60, bald)
    expect(bald.world.components.Springs.tails).toHaveLength(0)
    expect(poseHash(bald.world)).toBe(poseHash(playTo(60).world))
  })

  it('has the same state beside others that have some', () => {
    const hashes = [catalogueWithout('milla'), catalogueWithout('milla', 'otto')].map((catalogue) => {
      const stage = createStage({ catalogue, seed: 7 })
      stage.spawnActor({ id: 'ana' })
      return stateHash(playTo(60, stage).world)
    })
    expect(hashes[0]).toBe(hashes[1])
    expect(hashes[0]).not.toBe(stateHash(playTo(60).world))
  })
})
