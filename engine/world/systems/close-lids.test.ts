import { describe, expect, it } from 'vitest'
import { testCatalogue, testStage } from '../../api/test-stage.ts'
import { LIFE_SIGNALS } from '../../plan/signals.ts'
import { lidOpening } from '../../pose/lids.ts'
import { FACE_CHANNEL_COUNT } from '../../rig/blendshapes.ts'

const BLINK = LIFE_SIGNALS.indexOf('blink')
const EMOTIONS = [...testCatalogue().expressions.keys()]

/** Looks at a point far up, down or aside, and at the camera again. */
const LOOKS = [
  { kind: 'point', x: 0, y: 4, z: 2 },
  { kind: 'point', x: 0.3, y: -1, z: 1.5 },
  { kind: 'point', x: 3, y: 1.5, z: 1 },
  { kind: 'camera' },
]

/** Every expression, and half of them mixed with another: each gives way to the next. */
const FACES = EMOTIONS.flatMap((name, i) => [
  { name },
  ...(i % 2 === 0 ? [{ mix: [{ name }, { name: EMOTIONS[(i + 5) % EMOTIONS.length] }] }] : []),
])
/** Ticks of a face, and of a look: they drift apart, so that many meet. */
const FACE_TICKS = 120
const LOOK_TICKS = 47

describe('closeLids', () => {
  it('never lets lids cross, and shuts them at every blink, under every expression and wherever one looks', () => {
    const stage = testStage()
    const { world } = stage
    let shut = 0
    while (world.tick < FACES.length * FACE_TICKS) {
      const { tick } = world
      const face = FACES[Math.floor(tick / FACE_TICKS)]!
      if (tick % FACE_TICKS === 0) stage.run('express', { actor: 'ana', ...face })
      if (tick % LOOK_TICKS === 0)
        stage.run('lookAt', { actor: 'ana', target: LOOKS[Math.floor(tick / LOOK_TICKS) % LOOKS.length] })
      stage.step()
      const e = world.lists.actors[0]!
      const isShut = world.components.Life.signals[e * LIFE_SIGNALS.length + BLINK]! > 0.999
      if (isShut) shut++
      for (const eye of world.catalogue.rigs.get('milla')!.lids) {
        const opening = lidOpening(world.components.Face.weights, e * FACE_CHANNEL_COUNT, eye)
        expect(opening, `${JSON.stringify(face)} at ${tick}`).toBeGreaterThan(-1e-5)
        if (isShut) expect(opening, `${JSON.stringify(face)} at ${tick}`).toBeLessThan(0.01)
      }
    }
    expect(shut).toBeGreaterThan(20)
  })
})
