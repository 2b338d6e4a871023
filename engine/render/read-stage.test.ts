import { describe, expect, it } from 'vitest'
import { testStage } from '../api/test-stage.ts'
import { BONE_COUNT } from '../rig/bones.ts'
import type { StageFrame } from './frame.ts'
import { figureId, readStage } from './read-stage.ts'

type TestStage = ReturnType<typeof testStage>

/** The frame at a position, ticks, of a stage that has not come beyond it. */
function readAt(stage: TestStage, position: number, shot?: string): StageFrame {
  const tick = Math.floor(position)
  stage.seek(tick + 2)
  const elsewhere = shot === undefined ? undefined : { name: shot, actor: undefined, since: 0 }
  return readStage(stage.world, position - tick, elsewhere)
}

/** Does something at a tick, and comes no further than to it. */
function at(stage: TestStage, tick: number, act: (stage: TestStage) => void): TestStage {
  stage.seek(tick)
  act(stage)
  return stage
}

const ANA = figureId('ana', 'milla')
const BEN = figureId('ben', 'milla')

const idsAt = (stage: TestStage, position: number) => readAt(stage, position).actors.map(({ id }) => id)

/** A stage on which ana waves and speaks to her left: everything about her moves. */
function busy(): TestStage {
  const stage = testStage()
  stage.run('gesture', { actor: 'ana', name: 'wave' })
  stage.run('express', { actor: 'ana', name: 'happy' })
  return stage
}

describe('between two ticks, a frame', () => {
  it('has the bits of the earlier one at 0', () => {
    const stage = busy()
    stage.seek(41)
    const { Pose, Springs, Face, Transform } = stage.world.components
    const e = stage.world.lists.actors[0]!
    const width = stage.world.springJoints * 4
    const springs = Springs.rotations.slice(e * width, (e + 1) * width)
    const rotations = Pose.rotations.slice(e * BONE_COUNT * 4, (e + 1) * BONE_COUNT * 4)
    const hips = Pose.hips.slice(e * 3, e * 3 + 3)
    const face = Face.weights.slice(
      (e * Face.weights.length) / Transform.x.length,
      ((e + 1) * Face.weights.length) / Transform.x.length,
    )
    const { position, target } = stage.world.camera
    const frame = readAt(stage, 40)
    const bits = (row: Float32Array) => [...new Uint32Array(row.buffer, row.byteOffset, row.length)]
    expect(bits(frame.actors[0]!.rotations)).toEqual(bits(rotations))
    expect(bits(frame.actors[0]!.springs)).toEqual(bits(springs))
    expect(springs.some((value) => value !== 0 && value !== 1)).toBe(true)
    expect(bits(frame.actors[0]!.hips)).toEqual(bits(hips))
    expect(bits(frame.actors[0]!.face)).toEqual(bits(face))
    expect(frame.camera).toMatchObject({ position, target })
    expect(frame.seconds).toBe(40 / 60)
  })

  it('lies between them, nearer to the later one as time goes', () => {
    const stage = busy()
    const [early, quarter, half, late] = [40, 40.25, 40.5, 41].map((position) => readAt(stage, position))
    const moves = late!.actors[0]!.rotations.findIndex(
      (value, i) => Math.abs(value - early!.actors[0]!.rotations[i]!) > 1e-3,
    )
    const way = (frame: StageFrame) =>
      (frame.actors[0]!.rotations[moves]! - early!.actors[0]!.rotations[moves]!) /
      (late!.actors[0]!.rotations[moves]! - early!.actors[0]!.rotations[moves]!)
    expect(way(quarter!)).toBeCloseTo(0.25, 2)
    expect(way(half!)).toBeCloseTo(0.5, 2)
    expect(half!.seconds).toBe(40.5 / 60)
    const swung = early!.actors[0]!.springs.findIndex((value, i) => value !== late!.actors[0]!.springs[i])
    const [from, between, to] = [early, half, late].map((frame) => frame!.actors[0]!.springs[swung]!)
    expect(between).toBeCloseTo((from! + to!) / 2, 5)
  })
})

describe('an actor', () => {
  it('comes at its own tick, and goes at the tick of its removal', () => {
    const stage = at(testStage(), 5, (stage) => stage.spawnActor({ id: 'ben', at: 'left' }))
    expect(idsAt(stage, 4.9)).toEqual([ANA])
    expect(idsAt(stage, 5)).toEqual([ANA, BEN])
    at(stage, 10, () => stage.run('removeActor', { actor: 'ben' }))
    expect(idsAt(stage, 9)).toEqual([ANA, BEN])
    expect(idsAt(stage, 9.9)).toEqual([ANA, BEN])
    expect(idsAt(stage, 10)).toEqual([ANA])
  })

  it('keeps its pose and place while the next one takes its row', () => {
    const stage = at(busy(), 10, (stage) => {
      stage.run('removeActor', { actor: 'ana' })
      stage.spawnActor({ id: 'ben', at: 'left' })
    })
    const before = readAt(stage, 8.999).actors[0]!
    for (const position of [9, 9.5]) {
      const [ana, ...others] = readAt(stage, position).actors
      expect(others).toEqual([])
      expect(ana!.id).toBe(ANA)
      expect(ana!.transform).toEqual(before.transform)
      expect(ana!.rotations).toEqual(readAt(stage, 9).actors[0]!.rotations)
      expect(ana!.springs).toEqual(readAt(stage, 9).actors[0]!.springs)
      ana!.rotations.forEach((value, i) => void expect(Math.abs(value - before.rotations[i]!)).toBeLessThan(0.02))
    }
    const [ben, ...others] = readAt(stage, 10).actors
    expect(others).toEqual([])
    expect(ben).toMatchObject({ id: BEN })
    expect(ben!.transform.x).not.toBe(before.transform.x)
  })

  it('is drawn by a figure of the avatar it wears', () => {
    const stage = at(testStage(), 10, (stage) => {
      stage.run('removeActor', { actor: 'ana' })
      stage.spawnActor({ id: 'ana', avatar: 'otto' })
    })
    expect(idsAt(stage, 9.5)).toEqual([figureId('ana', 'milla')])
    expect(idsAt(stage, 10)).toEqual([figureId('ana', 'otto')])
    expect(figureId('ana', 'otto')).not.toBe(figureId('ana', 'milla'))
  })

  it('is still there after a seek to where it was', () => {
    const stage = at(testStage(), 300, (stage) => stage.run('removeActor', { actor: 'ana' }))
    stage.seek(400)
    expect(idsAt(stage, 299)).toEqual([ANA])
    expect(idsAt(stage, 300)).toEqual([])
    expect(idsAt(stage, 299.5)).toEqual([ANA])
    const other = at(testStage(), 299, (stage) => stage.run('removeActor', { actor: 'ana' }))
    other.seek(400)
    // A snapshot is taken when 300 ticks are done: it has to know who was there one tick earlier.
    expect(idsAt(other, 298)).toEqual([ANA])
  })

  it('jumps to another mark between two ticks, and does not slide', () => {
    const stage = at(testStage(), 20, (stage) => stage.run('moveTo', { actor: 'ana', mark: 'left' }))
    const xAt = (position: number) => readAt(stage, position).actors[0]!.transform.x
    expect(xAt(19.9)).toBe(xAt(19))
    expect(xAt(20)).not.toBe(xAt(19.9))
    expect(xAt(20.5)).toBe(xAt(20))
  })
})

describe.each([
  ['the own shot', undefined],
  ['another shot', 'wide'],
] as const)('the camera of %s', (_, shot) => {
  const cameraAt = (stage: TestStage, position: number) => readAt(stage, position, shot).camera

  /** Holds until a tick at which something happens, and stands elsewhere from there on. */
  function expectJump(stage: TestStage, tick: number): void {
    const before = cameraAt(stage, tick - 1)
    for (const position of [tick - 0.75, tick - 0.01]) {
      const { position: place, target } = cameraAt(stage, position)
      expect({ position: place, target }).toEqual({ position: before.position, target: before.target })
    }
    expect(cameraAt(stage, tick).position).not.toEqual(before.position)
  }

  it('jumps with whom it frames', () => {
    const stage = at(testStage(), 20, (stage) => stage.run('moveTo', { actor: 'ana', mark: 'left' }))
    expectJump(stage, 20)
  })

  it('jumps when someone leaves whom it framed', () => {
    const stage = testStage()
    stage.spawnActor({ id: 'ben', at: 'left' })
    at(stage, 20, () => stage.run('removeActor', { actor: 'ana' }))
    expectJump(stage, 20)
  })

  it('jumps when the first one comes', () => {
    const stage = testStage()
    stage.run('removeActor', { actor: 'ana' })
    at(stage, 20, () => stage.spawnActor({ id: 'ben', at: 'left' }))
    expectJump(stage, 20)
  })
})

describe('the camera', () => {
  it('glides along a move, in another shot as in its own', () => {
    const own = testStage()
    own.cutTo('medium')
    for (const [stage, shot] of [
      [own, undefined],
      [testStage(), 'medium'],
    ] as const) {
      const z = (position: number) => readAt(stage, position, shot).camera.position[2]
      const [a, b, c] = [z(100), z(100.5), z(101)]
      expect(c).toBeLessThan(a)
      expect(b).toBeCloseTo((a + c) / 2, 6)
    }
  })

  it('holds until a cut', () => {
    const stage = at(testStage(), 20, (stage) => stage.cutTo('wide'))
    const place = (position: number) => readAt(stage, position).camera.position
    expect(place(19.9)).toEqual(place(19))
    expect(place(20)).not.toEqual(place(19.9))
  })

  it('of another shot does not mind a cut', () => {
    const stage = at(testStage(), 20, (stage) => stage.cutTo('close-up'))
    const place = (position: number) => readAt(stage, position, 'wide').camera.position
    expect(place(20)).toEqual(place(19))
  })
})
