import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Quaternion, Vector3 } from 'three'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EngineError } from '../../engine/core/errors.ts'
import { angleBetween } from '../../engine/core/math/quat.ts'
import { random } from '../../engine/core/random.ts'
import { createRestPose, hipsHeight } from '../../engine/pose/forward.ts'
import { FIGURE } from '../../engine/pose/test-figure.ts'
import { bodyPoseRotations, bodyPoseSchema } from '../../engine/rig/body-pose.ts'
import { BONES, type BoneName, boneIndex } from '../../engine/rig/bones.ts'
import { handPosesSchema } from '../../engine/rig/hand-poses.ts'
import { compileClip, sampleClipPlace, sampleClipRotation } from '../../engine/tracks/clip.ts'
import hands from '../poses/hands.json' with { type: 'json' }
import { type ImportOptions, importClip } from './import-clip.ts'
import { type TestMotion, type TestSkeleton, writeTestBvh } from './test-bvh.ts'

const FPS = 30
const FRAMES = 31
const HANDS = handPosesSchema.parse(hands)
const HEIGHT = hipsHeight(createRestPose(FIGURE))
const OPTIONS: ImportOptions = {
  description: 'a test',
  licence: 'CC0-1.0',
  loop: false,
  mask: 'full',
  rest: 'auto',
  plant: false,
}

const pose = (bones: object, mirror = false) =>
  bodyPoseRotations(bodyPoseSchema.parse({ version: 1, unit: 'degrees', description: 'x', mirror, bones }), HANDS)

/** A second of a body that turns, bends and lifts a knee. */
function move(): TestMotion {
  const shares = Array.from({ length: FRAMES }, (_, i) => i / (FRAMES - 1))
  return {
    rotations: shares.map((t) =>
      pose({
        hips: { y: 12 * t },
        spine: { x: 9 * t },
        upperChest: { y: 8 * t },
        head: { y: -15 * t },
        leftShoulder: { z: -6 },
        rightShoulder: { z: 6 },
        leftUpperArm: { z: -70 + 50 * t, y: -25 * t },
        leftLowerArm: { y: -30 - 50 * t },
        leftHand: { x: 25 * t },
        rightUpperArm: { z: 68 },
        rightLowerArm: { y: 35 },
        leftUpperLeg: { x: -35 * t },
        leftLowerLeg: { x: 40 + 20 * t },
        rightLowerLeg: { x: 40 },
      }),
    ),
    hips: shares.map((t) => [0.05 * t, -0.02 * t, 0.1 * t]),
  }
}

const MIXAMO: Readonly<Record<string, string>> = {
  hips: 'Hips',
  spine: 'Spine',
  chest: 'Spine1',
  upperChest: 'Spine2',
  neck: 'Neck',
  head: 'Head',
  Shoulder: 'Shoulder',
  UpperArm: 'Arm',
  LowerArm: 'ForeArm',
  Hand: 'Hand',
  UpperLeg: 'UpLeg',
  LowerLeg: 'Leg',
  Foot: 'Foot',
  Toes: 'ToeBase',
}
const UNREAL: Readonly<Record<string, string>> = {
  hips: 'pelvis',
  spine: 'spine_01',
  chest: 'spine_02',
  upperChest: 'spine_03',
  neck: 'neck_01',
  head: 'head',
  Shoulder: 'clavicle',
  UpperArm: 'upperarm',
  LowerArm: 'lowerarm',
  Hand: 'hand',
  UpperLeg: 'thigh',
  LowerLeg: 'calf',
  Foot: 'foot',
  Toes: 'ball',
}
const side = (bone: BoneName) => /^(left|right)/.exec(bone)?.[1]
const mixamo = (bone: BoneName) => {
  const found = MIXAMO[bone.replace(/^(left|right)/, '')]
  return found && `mixamorig:${side(bone) ? side(bone)![0]!.toUpperCase() + side(bone)!.slice(1) : ''}${found}`
}
const unreal = (bone: BoneName) => {
  const found = UNREAL[bone.replace(/^(left|right)/, '')]
  return found && `${found}${side(bone) ? `_${side(bone)![0]}` : ''}`
}

const Z_UP = new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), Math.PI / 2)
const BACKWARD = new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), Math.PI)

const SKELETONS: Record<string, TestSkeleton> = {
  'a T-pose in metres': { name: mixamo },
  'centimetres, Z up, other names and channels': { name: unreal, scale: 100, axes: Z_UP, order: 'XYZ' },
  'arms hanging and legs apart where nothing is turned, facing back': {
    name: mixamo,
    axes: BACKWARD,
    order: 'YXZ',
    rest: pose({ leftUpperArm: { z: -80 }, leftUpperLeg: { z: 8 } }, true),
  },
  'an A-pose': { name: unreal, scale: 39.37, order: 'ZYX', rest: pose({ leftUpperArm: { z: -45 } }, true) },
}

let folder: string
let count = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proscenium-import-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function put(text: string | Uint8Array, kind = 'bvh'): string {
  const path = join(folder, `motion-${count++}.${kind}`)
  writeFileSync(path, text)
  return path
}

const load = (text: string, options: Partial<ImportOptions> = {}) => importClip(put(text), { ...OPTIONS, ...options })

async function refusal(work: Promise<unknown>): Promise<EngineError> {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  expect(error).toBeInstanceOf(EngineError)
  return error as EngineError
}

describe('a motion of', () => {
  test.each(Object.entries(SKELETONS))('%s comes to the same clip', async (_, skeleton) => {
    const motion = move()
    const { clip: file } = await load(writeTestBvh(motion, { ...skeleton, fps: FPS }))
    const clip = compileClip('x', file)
    const turns = new Map(clip.bones.map(({ bone, track }) => [bone, track]))
    const turn = new Float32Array(4)
    const place = new Float32Array(3)
    for (const frame of [0, 10, 20, 30]) {
      for (const bone of [
        'spine',
        'head',
        'leftUpperArm',
        'leftLowerArm',
        'leftHand',
        'rightLowerArm',
        'leftUpperLeg',
        'leftLowerLeg',
      ] as const) {
        sampleClipRotation(turn, 0, turns.get(boneIndex(bone))!, frame / FPS)
        const off = angleBetween(turn, 0, motion.rotations[frame]!, boneIndex(bone) * 4) * (180 / Math.PI)
        // The figure's thighs point 1.4° ahead in its T-pose, which a rest pose with legs apart cannot tell from a turn.
        expect(off, `${bone} at ${frame}`).toBeLessThan(/Leg/.test(bone) ? 1.5 : 1)
      }
      sampleClipPlace(place, 0, clip.hips!, frame / FPS)
      const [first, now] = [motion.hips[0]!, motion.hips[frame]!]
      sampleClipPlace(turn, 0, clip.hips!, 0)
      for (const k of [0, 1, 2]) expect((place[k]! - turn[k]!) * HEIGHT).toBeCloseTo(now[k]! - first[k]!, 2)
    }
  })

  test('an elbow that bends about another axis is rolled onto its hinge', async () => {
    const rotations = Array.from({ length: 3 }, () => pose({ leftLowerArm: { z: 80 } }))
    const { clip: file } = await load(
      writeTestBvh(
        {
          rotations,
          hips: [
            [0, 0, 0],
            [0, 0, 0],
            [0, 0, 0],
          ],
        },
        { name: mixamo },
      ),
    )
    const [, ...turn] = file.bones.leftLowerArm![0]!
    const forearm = new Vector3(1, 0, 0).applyQuaternion(new Quaternion(...turn))
    expect(forearm.y).toBeCloseTo(0, 2)
    expect(forearm.z).toBeCloseTo(Math.sin((80 * Math.PI) / 180), 2)
  })

  test('a body with one joint for its back divides the bend among three', async () => {
    const rotations = Array.from({ length: 3 }, () => pose({ spine: { x: 30 } }))
    const name = (bone: BoneName) => (bone === 'chest' || bone === 'upperChest' ? undefined : mixamo(bone))
    const motion = {
      rotations,
      hips: [
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
    }
    // What hangs from the chest hangs from the spine in such a file.
    const text = writeTestBvh(motion, { name: mixamo })
      .replaceAll('mixamorig:Spine1', 'Extra1')
      .replaceAll('mixamorig:Spine2', 'Extra2')
    expect(name('chest')).toBeUndefined()
    const { clip } = await load(text)
    for (const bone of ['spine', 'chest', 'upperChest'] as const) {
      expect(2 * Math.asin(clip.bones[bone]![0]![1]!) * (180 / Math.PI)).toBeCloseTo(10, 0)
    }
  })
})

describe('feet', () => {
  /** Stands on both feet, which slide by 30 mm a second under it. */
  const sliding = (): TestMotion => ({
    rotations: Array.from({ length: 61 }, () => pose({})),
    hips: Array.from({ length: 61 }, (_, i) => [0, 0, 0.001 * i]),
  })

  test('that slide in a capture stand still in the clip', async () => {
    const text = writeTestBvh(sliding(), { name: mixamo })
    const { clip, report } = await load(text, { plant: true })
    expect(report.slideBefore * HEIGHT).toBeGreaterThan(0.04)
    expect(report.slideAfter * HEIGHT).toBeLessThan(0.001)
    expect(clip.feet!.left).toHaveLength(1)
  })

  test('are left as they were where nobody wants them planted', async () => {
    const { clip } = await load(writeTestBvh(sliding(), { name: mixamo }))
    expect(clip.feet!.left.at(-1)![3] * HEIGHT).toBeCloseTo(0.06, 2)
  })
})

describe('a loop', () => {
  test('ends as it begins and travels no more', async () => {
    const motion = { ...move(), hips: move().hips.map(([x, y], i) => [x!, y!, i * 0.03]) }
    const { clip } = await load(writeTestBvh(motion, { name: mixamo }), { loop: true })
    expect(clip.loop).toBe(true)
    expect(clip.hips!.at(-1)!.slice(1)).toEqual(clip.hips![0]!.slice(1))
    expect(Math.max(...clip.hips!.map((row) => Math.abs(row[3])))).toBeLessThan(0.5)
  })
})

describe('a part', () => {
  test('keeps its seconds and what its mask lets through', async () => {
    const text = writeTestBvh(move(), { name: mixamo })
    const { clip } = await load(text, { from: 0.2, to: 0.7, mask: 'arms' })
    expect(clip.duration).toBeCloseTo(0.5, 4)
    expect(Object.keys(clip.bones).every((bone) => /Shoulder|Arm|Hand/.test(bone))).toBe(true)
    expect(clip.hips).toBeUndefined()
  })
})

describe('a map of one’s own', () => {
  const plain = (bone: BoneName) => (mixamo(bone) === undefined ? undefined : `Q${BONES.indexOf(bone)}`)
  const map = Object.fromEntries(BONES.flatMap((bone) => (plain(bone) ? [[bone, plain(bone)]] : [])))

  test('names joints that nobody knows', async () => {
    const text = writeTestBvh(move(), { name: plain })
    expect((await refusal(load(text))).code).toBe('clip/no-humanoid')
    const { report } = await load(text, { map: JSON.stringify(map) })
    expect(report.mapped).toBe(Object.keys(map).length)
  })

  test.each([
    ['not JSON', '{', 'not JSON'],
    ['a bone that there is not', '{"leftElbow":"Q1"}', 'leftElbow'],
    ['a joint that there is not', '{"hips":"Q999"}', 'lacks'],
  ])('is refused for %s', async (_, text, words) => {
    const error = await refusal(load(writeTestBvh(move(), { name: plain }), { map: text }))
    expect(error.message).toContain(words)
  })
})

describe('is refused with the reason', () => {
  const good = writeTestBvh(move(), { name: mixamo })
  const cases: [string, string, string, RegExp][] = [
    ['no humanoid', good.replaceAll('mixamorig:', 'box'), 'clip/no-humanoid', /It has boxHips, boxSpine/],
    [
      'a number that is none',
      good.replace(/(Frame Time.*\n)\S+/, '$1nan'),
      'clip/bad-file',
      /line \d+, column 1: "nan" is not a number/,
    ],
    ['an infinite one', good.replace(/(Frame Time.*\n)\S+/, '$11e999'), 'clip/bad-file', /is not a number/],
    ['no time', good.replace(/Frame Time: .*/, 'Frame Time: 0'), 'clip/no-motion', /0 seconds/],
    ['negative time', good.replace(/Frame Time: .*/, 'Frame Time: -0.1'), 'clip/no-motion', /seconds/],
    ['one frame', good.replace(/Frames: \d+/, 'Frames: 1'), 'clip/no-motion', /pose and no motion/],
    ['no frames', good.replace(/Frames: \d+/, 'Frames: 0'), 'clip/no-motion', /no frames/],
    ['more frames than there are', good.replace(/Frames: \d+/, 'Frames: 900'), 'clip/bad-file', /cut short/],
    ['fewer frames than there are', good.replace(/Frames: \d+/, 'Frames: 4'), 'clip/bad-file', /follows the 4 frames/],
    [
      'frames beyond counting',
      good.replace(/Frames: \d+/, 'Frames: 999999999999'),
      'clip/too-long',
      /too much to read/,
    ],
    ['half a frame', good.replace(/Frames: \d+/, 'Frames: 2.5'), 'clip/bad-file', /no whole number/],
    [
      'a channel nobody knows',
      good.replace('Xposition', 'Wposition'),
      'clip/bad-file',
      /line 5, column 13: "Wposition" is no channel/,
    ],
    ['a hierarchy cut short', good.slice(0, 300), 'clip/bad-file', /cut short/],
    ['nothing', '', 'clip/bad-file', /cut short/],
    ['other things', 'once upon a time', 'clip/bad-file', /"once" stands where HIERARCHY belongs/],
    [
      'a thousand joints',
      `HIERARCHY\nROOT a\n{\nOFFSET 0 0 0\nCHANNELS 0\n${'JOINT b\n{\nOFFSET 0 1 0\nCHANNELS 0\n'.repeat(1000)}`,
      'clip/too-many-joints',
      /at most 512/,
    ],
  ]
  test.each(cases)('%s', async (_, text, code, words) => {
    const error = await refusal(load(text))
    expect(error.code).toBe(code)
    expect(error.message).toMatch(words)
    expect(error.message).not.toContain('\n')
  })

  test('a part that is empty, and one that is too long', async () => {
    expect((await refusal(load(good, { from: 0.5, to: 0.5 }))).code).toBe('clip/no-motion')
    expect((await refusal(load(good, { from: 9 }))).code).toBe('clip/no-motion')
    const slow = good.replace(/Frame Time: .*/, 'Frame Time: 30')
    expect((await refusal(load(slow))).message).toContain('--from and --to')
  })

  test('a file that is not there, a folder, another kind, and one too large', async () => {
    expect((await refusal(importClip(join(folder, 'none.bvh'), OPTIONS))).message).toContain('is not there')
    expect((await refusal(importClip(folder, OPTIONS))).message).toContain('not a file')
    expect((await refusal(importClip(put('x', 'fbx'), OPTIONS))).message).toContain('".fbx"')
    const large = put('HIERARCHY')
    truncateSync(large, 200 * 2 ** 20)
    expect((await refusal(importClip(large, OPTIONS))).message).toContain('200 MiB')
  })

  test('torn and twisted texts, or is read: nothing else happens', async () => {
    const small = writeTestBvh(
      { rotations: move().rotations.slice(0, 3), hips: move().hips.slice(0, 3) },
      { name: mixamo },
    )
    const junk = ['}', '{', 'NaN', '1e400', 'JOINT', 'End Site', '\0', '99999999999', '-', 'CHANNELS 6']
    for (let i = 0; i < 150; i++) {
      const at = Math.floor(random(1, 'place', i) * small.length)
      const to = at + Math.floor(random(1, 'length', i) ** 3 * 400)
      const text = small.slice(0, at) + junk[Math.floor(random(1, 'junk', i) * junk.length)] + small.slice(to)
      const error = await load(text).then(
        () => undefined,
        (cause: unknown) => cause,
      )
      if (error !== undefined) expect(error, text.slice(Math.max(0, at - 40), at + 40)).toBeInstanceOf(EngineError)
    }
  })
})
