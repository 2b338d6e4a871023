import { describe, expect, it } from 'vitest'
import { BONES, boneIndex } from '../rig/bones.ts'
import { compileGesture } from './gesture.ts'
import { type GestureFile, gestureSchema } from './gesture-file.ts'

const NO_HANDS = { version: 1, unit: 'degrees', poses: {} } as const
const SYNC = { start: 0, ready: 0.4, strokeStart: 0.4, stroke: 0.6, strokeEnd: 1, relax: 1.1, end: 1.6 }

const file = (more: object = {}): GestureFile =>
  gestureSchema.parse({
    version: 1,
    unit: 'degrees',
    description: 'Lifts a hand.',
    means: ['offer'],
    sync: SYNC,
    keyframes: [
      { at: 0.4, bones: { rightUpperArm: { z: 40 }, head: { z: 5 } } },
      { at: 0.6, bones: { rightUpperArm: { z: 30, y: 10 } } },
      { at: 1, bones: { rightUpperArm: { z: 30 }, head: { z: 2 } } },
    ],
    ...more,
  })

const compile = (more?: object) => compileGesture('lift', file(more), NO_HANDS)
const track = (gesture: ReturnType<typeof compile>, bone: 'head' | 'leftUpperArm' | 'rightUpperArm') =>
  gesture.tracks.find((one) => one.bone === boneIndex(bone))

describe('a gesture file', () => {
  it('passes by bones that a keyframe does not name', () => {
    expect([...track(compile(), 'head')!.times]).toEqual([0.4, 1])
    expect([...track(compile(), 'rightUpperArm')!.times]).toEqual([0.4, 0.6, 1])
  })

  it('is carried by the hand whose arm it moves, and mirrored for the other', () => {
    const gesture = compile()
    expect(gesture.hand).toBe('right')
    expect(gesture.mirrored?.hand).toBe('left')
    expect(gesture.mirrored?.tracks.map(({ bone }) => BONES[bone])).toEqual(['head', 'leftUpperArm'])
    const [x, y, z, w] = track(gesture, 'rightUpperArm')!.rotations.subarray(4)
    const mirrored = track(gesture.mirrored!, 'leftUpperArm')!.rotations.subarray(4)
    expect([...mirrored.subarray(0, 4)]).toEqual([x!, -y!, -z!, w!])
  })

  it('is mirrored where it asks for it, and not where it refuses', () => {
    const nod = { keyframes: [{ at: 0.4, bones: { head: { z: 5 } } }] }
    expect(compile(nod)).toMatchObject({ hand: 'none', mirrored: undefined })
    expect(compile({ ...nod, mirrors: true }).mirrored).toBeDefined()
    expect(compile({ mirrors: false }).mirrored).toBeUndefined()
  })

  it('that names a hand it does not move is refused', () => {
    expect(() => compile({ hand: 'left' })).toThrow(
      'Gesture "lift" says that its hand is "left", but its keyframes move the arm of "right". Key the arm, or leave "hand" out.',
    )
  })

  it('touches with its own hand from the stroke until it relaxes, mirrored with the other', () => {
    const { touches, mirrored } = compile({ touches: [{ on: 'chin', by: 'index' }] })
    const touch = { on: 'chin', across: false, by: 'index', hand: 'right', from: 0.6, to: 1.1 }
    expect(touches).toEqual([touch])
    expect(mirrored!.touches).toEqual([{ ...touch, hand: 'left' }])
  })

  it.each([
    [{ repeat: { from: 0.2, to: 0.9 } }, 'repeat must lie within the stroke'],
    [{ intensity: [0.8, 0.4] }, 'intensity must ascend'],
    [{ sync: { ...SYNC, ready: 0.5 } }, 'sync points must ascend'],
  ])('is refused with %j', (more, reason) => {
    expect(() => file(more)).toThrow(reason)
  })
})
