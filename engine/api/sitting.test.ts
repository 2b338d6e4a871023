import { describe, expect, it } from 'vitest'
import { type BoneName, boneIndex } from '../rig/bones.ts'
import { loadCatalogue } from './content.ts'
import { openContent } from './disk-content.ts'
import { lintPerformance } from './lint/lint-performance.ts'
import { createScratch, observe } from './lint/observe.ts'
import { feetOnFloor } from './lint/rules/feet-on-floor.ts'
import { footSlide } from './lint/rules/foot-slide.ts'
import { handInBody } from './lint/rules/hand-in-body.ts'
import { motionLimit } from './lint/rules/motion-limit.ts'
import { createStage, type Stage } from './stage.ts'

const E = 1
const RULES = [feetOnFloor, footSlide, handInBody, motionLimit]
const catalogue = await loadCatalogue(openContent(), 'studio')
const seat = catalogue.stage.seats.armchair!
const scratch = createScratch()

/** Somebody who sits in the armchair, long enough for hands to lie still. */
function sitting(avatar: string): Stage {
  const stage = createStage({ catalogue, seed: 3 })
  stage.spawnActor({ id: 'ana', avatar, stillness: 0.3 })
  stage.step()
  stage.run('sitDown', { actor: 'ana', seat: 'armchair', atOnce: true })
  for (let i = 0; i < 20; i++) stage.step()
  return stage
}

/** Findings of so many ticks, with what was asked for before them. */
const watch = (stage: Stage, ticks: number, name?: string, input: object = {}) => {
  if (name !== undefined) stage.run(name, { actor: 'ana', ...input })
  return lintPerformance(stage, { ticks, rules: RULES }).findings
}

/** Where a bone is: metres behind the seat's front edge, beside its middle, and over the floor. */
function over(stage: Stage, bone: BoneName) {
  const { standing } = observe(stage.world, E, scratch)
  const [x, y, z] = standing.subarray(boneIndex(bone) * 3) as unknown as [number, number, number]
  const yaw = (seat.yawDegrees * Math.PI) / 180
  const [dx, dz] = [x - seat.x, z - seat.z]
  return { behind: -(dx * Math.sin(yaw) + dz * Math.cos(yaw)), aside: dx * Math.cos(yaw) - dz * Math.sin(yaw), y }
}

describe.each([...catalogue.rigs.keys()])('%s', (avatar) => {
  const { rest, sitter } = catalogue.rigs.get(avatar)!
  const ground = (bone: BoneName) => rest.positions[boneIndex(bone) * 3 + 1]!

  it('sits on the seat, its back near the rest, knees before the edge, feet flat on the floor, hands on the thighs', () => {
    const stage = sitting(avatar)
    for (const side of ['left', 'right'] as const) {
      const hip = over(stage, `${side}UpperLeg`)
      expect(hip.y - sitter.under - seat.height).toBeCloseTo(0, 2)
      expect(hip.behind + sitter.behind).toBeGreaterThan(seat.depth - 0.08)
      expect(hip.behind + sitter.behind).toBeLessThan(seat.depth + 0.01)
      expect(over(stage, `${side}LowerLeg`).behind).toBeLessThan(-0.02)
      for (const bone of [`${side}Foot`, `${side}Toes`] as const)
        expect(over(stage, bone).y - ground(bone), bone).toBeCloseTo(0, 2)
      const [hand, knee] = [over(stage, `${side}Hand`), over(stage, `${side}LowerLeg`)]
      expect(hand.behind).toBeGreaterThan(knee.behind)
      expect(hand.behind).toBeLessThan(hip.behind)
      expect(hand.y - (hip.y + knee.y) / 2).toBeLessThan(0.16)
    }
    expect(over(stage, 'head').behind).toBeGreaterThan(over(stage, 'hips').behind - 0.06)
  })

  it('rises, sits down again and talks with its hands: feet planted, hands within limits and out of the thighs', () => {
    const stage = sitting(avatar)
    expect(watch(stage, 130, 'standUp')).toEqual([])
    expect(watch(stage, 150, 'sitDown', { seat: 'armchair' })).toEqual([])
    expect(watch(stage, 170, 'gesture', { name: 'beat-both' })).toEqual([])
    expect(watch(stage, 170, 'gesture', { name: 'offer' })).toEqual([])
  })
})

it('keeps up the mug that was carried there, the other hand in the lap', () => {
  const stage = createStage({ catalogue, seed: 3 })
  stage.spawnActor({ id: 'ana', at: 'table', stillness: 0.3 })
  stage.step()
  watch(stage, 180, 'pickUp', { prop: 'mug', hand: 'left' })
  expect(watch(stage, 1, 'sitDown', { seat: 'armchair' })).toEqual([])
  while (stage.world.components.Footing.seated[E]!.moves.length > 0) stage.step()
  expect(over(stage, 'leftHand').y - over(stage, 'leftUpperLeg').y).toBeGreaterThan(0.25)
  expect(over(stage, 'rightHand').y - over(stage, 'rightUpperLeg').y).toBeLessThan(0.16)
})

describe('someone who changes their mind on the way', () => {
  it.each([8, 30, 55, 80, 105])('moves smoothly to one of both, turned round after %i ticks', (ticks) => {
    const stage = sitting('milla')
    expect(watch(stage, ticks, 'standUp')).toEqual([])
    expect(watch(stage, 30, 'sitDown', { seat: 'armchair' })).toEqual([])
    expect(watch(stage, 130, 'standUp')).toEqual([])
    expect(over(stage, 'hips').y).toBeGreaterThan(0.88)
  })

  it('would be seen to jump if it were there in two ticks', () => {
    const stage = sitting('milla')
    const { seated } = stage.world.components.Footing
    const begin = stage.world.tick + 8
    seated[E] = { ...seated[E]!, moves: [{ begin, end: begin + 2, to: 0 }] }
    expect(watch(stage, 20).map(({ rule }) => rule)).toContain('motion-limit')
  })

  it('comes to the same pose when sought there', () => {
    const stage = sitting('milla')
    watch(stage, 40, 'standUp')
    watch(stage, 30, 'sitDown', { seat: 'armchair' })
    const { Pose } = stage.world.components
    const [tick, before] = [stage.world.tick, Pose.rotations.slice()]
    stage.seek(15)
    stage.seek(tick)
    expect(Pose.rotations).toEqual(before)
  })
})
