import { describe, expect, it } from 'vitest'
import { testCatalogue, testStage } from '../../api/test-stage.ts'

/** Height of a point in the picture as a share from the top, for a camera that hardly tilts. */
function shareFromTop(stage: ReturnType<typeof testStage>, y: number): number {
  const { position, target, fovDegrees } = stage.world.camera
  const distance = Math.hypot(position[0] - target[0], position[2] - target[2])
  const height = 2 * distance * Math.tan((fovDegrees * Math.PI) / 360)
  return 0.5 - (y - target[1]) / height
}

describe('frameShot', () => {
  it('puts the eyes in the upper third with headroom above the crown, close and medium', () => {
    for (const shot of ['close-up', 'medium']) {
      const stage = testStage()
      stage.cutTo(shot)
      stage.seek(2)
      expect(shareFromTop(stage, 1.57)).toBeGreaterThan(0.28)
      expect(shareFromTop(stage, 1.57)).toBeLessThan(0.42)
      expect(shareFromTop(stage, 1.7)).toBeGreaterThan(0.04)
    }
  })

  it('shows everyone from head to foot in the wide shot', () => {
    const stage = testStage()
    stage.spawnActor({ id: 'ben', at: 'right' })
    stage.cutTo('wide')
    stage.seek(2)
    expect(shareFromTop(stage, 1.75)).toBeGreaterThan(0.03)
    expect(shareFromTop(stage, 0)).toBeLessThan(0.97)
  })

  it('shows someone very tall from head to foot too, and comes as close to the face as to any', () => {
    const catalogue = testCatalogue()
    const { rig, ...body } = catalogue.rigs.get('milla')!
    const landmarks = { ...rig.landmarks, eyes: [0, 1.88, 0.07] as [number, number, number] }
    const tall = { ...catalogue, rigs: new Map([['milla', { ...body, rig: { ...rig, landmarks } }]]) }
    const stage = testStage(7, tall)
    stage.cutTo('wide')
    stage.seek(2)
    expect(shareFromTop(stage, 2.05)).toBeGreaterThan(0.03)
    expect(shareFromTop(stage, 0)).toBeLessThan(0.97)
    const usual = testStage()
    for (const one of [stage, usual]) one.cutTo('close-up')
    for (const one of [stage, usual]) one.seek(4)
    const heightOfPicture = (one: typeof stage) => 0.1 / (shareFromTop(one, 1.5) - shareFromTop(one, 1.6))
    expect(heightOfPicture(stage)).toBeCloseTo(heightOfPicture(usual), 6)
  })

  it('pushes in slowly and stops', () => {
    const stage = testStage()
    stage.cutTo('medium')
    const distance = () => Math.hypot(stage.world.camera.position[0], stage.world.camera.position[2])
    stage.seek(2)
    const first = distance()
    stage.seek(600)
    const middle = distance()
    stage.seek(1400)
    const last = distance()
    stage.seek(1500)
    expect(middle).toBeLessThan(first)
    expect(last).toBeLessThan(middle)
    expect(distance()).toBe(last)
  })

  it('does not follow a pose: a gesture leaves the camera where it is', () => {
    const stage = testStage()
    stage.cutTo('close-up')
    stage.seek(2)
    const still = stage.world.camera.position
    stage.run('gesture', { actor: 'ana', name: 'nod' })
    stage.seek(30)
    expect(stage.world.camera.position).toEqual(still)
  })
})

describe('the camera jumps, rather than glides, when', () => {
  const jumps = (stage: ReturnType<typeof testStage>) => {
    stage.step()
    return stage.world.camera.jump === stage.world.tick - 1
  }

  it('a cut is made, to the same shot too', () => {
    const stage = testStage()
    stage.seek(10)
    expect(jumps(stage)).toBe(false)
    stage.cutTo('medium')
    expect(jumps(stage)).toBe(true)
    stage.cutTo('medium')
    expect(jumps(stage)).toBe(true)
    expect(jumps(stage)).toBe(false)
  })

  it('whom it frames is put elsewhere, comes or goes', () => {
    const stage = testStage()
    stage.seek(10)
    stage.run('moveTo', { actor: 'ana', mark: 'left' })
    expect(jumps(stage)).toBe(true)
    stage.cutTo('wide')
    stage.seek(20)
    stage.spawnActor({ id: 'ben', at: 'right' })
    expect(jumps(stage)).toBe(true)
    expect(jumps(stage)).toBe(false)
    stage.run('removeActor', { actor: 'ana' })
    expect(jumps(stage)).toBe(true)
  })
})
