import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, Format, GLB_BUFFER, NodeIO } from '@gltf-transform/core'
import { type VRM, VRMLoaderPlugin } from '@pixiv/three-vrm'
import { createVRMAnimationClip, type VRMAnimation, VRMAnimationLoaderPlugin } from '@pixiv/three-vrm-animation'
import { validateBytes } from 'gltf-validator'
import { AnimationMixer, Texture, Vector3 } from 'three'
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { angleBetween } from '../../engine/core/math/quat.ts'
import { createPlacedBones, createRestPose, placeBones } from '../../engine/pose/forward.ts'
import { FACE_CHANNEL_COUNT, faceChannel } from '../../engine/rig/blendshapes.ts'
import { bodyPoseRotations, bodyPoseSchema } from '../../engine/rig/body-pose.ts'
import { BONE_COUNT, BONE_PARENTS, BONES } from '../../engine/rig/bones.ts'
import { handPosesSchema } from '../../engine/rig/hand-poses.ts'
import { rigSchema } from '../../engine/rig/rig.ts'
import { clipSchema, compileClip, sampleClipRotation, sampleClipWeight } from '../../engine/tracks/clip.ts'
import { packGlb } from '../forge/export/vrm/pack-glb.ts'
import { importClip } from './import-clip.ts'
import type { Performance } from './performance.ts'
import { writeAnimatedModel } from './write-animated-model.ts'
import { writeVrma } from './write-vrma.ts'

const CONTENT = new URL('../', import.meta.url)
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, CONTENT), 'utf8'))
const rig = rigSchema.parse(readJson('avatars/milla/rig.json'))
const rest = createRestPose(rig)
const hands = handPosesSchema.parse(readJson('poses/hands.json'))
const FRAMES = 61
const FPS = 30
const DEGREES = 180 / Math.PI

/** Two seconds of a body that turns, bows, bends its elbows, walks a little, looks aside, speaks and blinks. */
function perform(): Performance {
  const rotations = new Float32Array(FRAMES * BONE_COUNT * 4)
  const hips = new Float32Array(FRAMES * 3)
  const face = new Float32Array(FRAMES * FACE_CHANNEL_COUNT)
  for (let frame = 0; frame < FRAMES; frame++) {
    const t = frame / (FRAMES - 1)
    const pose = bodyPoseSchema.parse({
      version: 1,
      unit: 'degrees',
      description: 'a test',
      bones: {
        hips: { y: 30 * t, x: 4 * t },
        spine: { x: 10 * t },
        chest: { y: 8 * t },
        neck: { y: -10 * t },
        head: { x: 12 * t, z: 6 * t },
        leftEye: { y: 12 * t },
        rightEye: { y: 12 * t },
        leftUpperArm: { x: 10, z: -70 + 60 * t, y: -20 * t },
        leftLowerArm: { y: -20 - 70 * t },
        leftHand: { z: 15 * t, x: 20 * t },
        rightUpperArm: { z: 70 },
        rightLowerArm: { y: 15 },
        leftUpperLeg: { x: -30 * t },
        leftLowerLeg: { x: 45 * t },
        leftFoot: { x: -12 * t },
      },
      hands: { left: 'point', right: 'relaxed' },
    })
    rotations.set(bodyPoseRotations(pose, hands), frame * BONE_COUNT * 4)
    hips.set([0.1 * t, -0.03 * t, 0.2 * t], frame * 3)
    face[frame * FACE_CHANNEL_COUNT + faceChannel('viseme_aa')] = t
    face[frame * FACE_CHANNEL_COUNT + faceChannel('viseme_PP')] = 1 - t
    face[frame * FACE_CHANNEL_COUNT + faceChannel('mouthSmileLeft')] = 0.5 * t
    face[frame * FACE_CHANNEL_COUNT + faceChannel('eyeBlinkLeft')] = frame === 30 ? 1 : 0
  }
  const joints = rig.springs.reduce((sum, { nodes }) => sum + nodes.length, 0)
  const springs = Float32Array.from({ length: FRAMES * joints * 4 }, (_, i) => (i % 4 === 3 ? 1 : 0))
  return { rig, rest, fps: FPS, frames: FRAMES, rotations, hips, face, springs }
}

/** A VRM of bones alone, as a body of the same size in somebody else's program. */
async function writeBones(): Promise<Uint8Array> {
  const document = new Document()
  document.createBuffer()
  const scene = document.createScene()
  const nodes = BONES.map((name) => document.createNode(name))
  for (const [bone, node] of nodes.entries()) {
    node.setTranslation([...rest.offsets.subarray(bone * 3, bone * 3 + 3)] as [number, number, number])
    if (bone === 0) scene.addChild(node)
    else nodes[BONE_PARENTS[bone]!]!.addChild(node)
  }
  const { json, resources } = await new NodeIO().writeJSON(document, { format: Format.GLB })
  const place = new Map(json.nodes!.map(({ name }, i) => [name, i]))
  json.extensionsUsed = ['VRMC_vrm']
  json.extensions = {
    VRMC_vrm: {
      specVersion: '1.0',
      meta: { name: 'bones', authors: ['a test'], licenseUrl: 'https://vrm.dev/licenses/1.0/' },
      humanoid: { humanBones: Object.fromEntries(BONES.map((bone) => [bone, { node: place.get(bone)! }])) },
      lookAt: {
        type: 'bone',
        offsetFromHeadBone: [0, 0.06, 0],
        rangeMapHorizontalInner: { inputMaxValue: 90, outputScale: 90 },
        rangeMapHorizontalOuter: { inputMaxValue: 90, outputScale: 90 },
        rangeMapVerticalDown: { inputMaxValue: 90, outputScale: 90 },
        rangeMapVerticalUp: { inputMaxValue: 90, outputScale: 90 },
      },
    },
  }
  return packGlb(json, resources[GLB_BUFFER] ?? new Uint8Array())
}

const loader = () =>
  new GLTFLoader()
    .register((parser) => new VRMLoaderPlugin(parser))
    .register((parser) => new VRMAnimationLoaderPlugin(parser))
    .register(() => ({ name: 'blank pictures', loadTexture: async () => new Texture() }))
const load = async (bytes: Uint8Array) => (await loader().parseAsync(new Uint8Array(bytes).buffer, '')).userData

const performance = perform()
let folder: string
let vrma: Uint8Array

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'proscenium-export-'))
  vrma = await writeVrma(performance, 'a-test')
  writeFileSync(join(folder, 'a-test.vrma'), vrma)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a performance as VRMA', () => {
  test('has no errors by Khronos’ validator', async () => {
    const { issues } = await validateBytes(vrma)
    expect(issues.messages.filter(({ severity }) => severity === 0)).toEqual([])
  })

  test('moves every bone of a VRM in three-vrm to within 2 mm of where it was', async () => {
    const vrm = (await load(await writeBones())).vrm as VRM
    const [animation] = (await load(vrma)).vrmAnimations as VRMAnimation[]
    const mixer = new AnimationMixer(vrm.scene)
    mixer.clipAction(createVRMAnimationClip(animation!, vrm)).play()
    const placed = createPlacedBones()
    const point = new Vector3()
    for (const frame of [0, 13, 37, 59]) {
      mixer.setTime(frame / FPS)
      vrm.update(0)
      vrm.scene.updateMatrixWorld(true)
      placeBones(placed, rest, performance.rotations, frame * BONE_COUNT * 4, performance.hips, frame * 3)
      for (const [bone, name] of BONES.entries()) {
        vrm.humanoid.getRawBoneNode(name)!.getWorldPosition(point)
        const ours = new Vector3().fromArray(placed.positions, bone * 3)
        expect(point.distanceTo(ours), `${name} at ${frame}`).toBeLessThan(0.002)
      }
    }
  })

  test('comes back as a clip that turns every joint to within a degree of the original, with its face', async () => {
    const { clip: file, report } = await importClip(join(folder, 'a-test.vrma'), {
      description: 'a test',
      licence: 'CC0-1.0',
      loop: false,
      mask: 'full',
      rest: 'auto',
      plant: false,
    })
    const clip = compileClip('a-test', clipSchema.parse(file))
    expect(report.lost).toEqual([])
    expect(clip.duration).toBeCloseTo((FRAMES - 1) / FPS, 3)
    const turn = new Float32Array(4)
    const turns = new Map(clip.bones.map(({ bone, track }) => [bone, track]))
    for (let frame = 0; frame < FRAMES; frame++) {
      for (const [bone, name] of BONES.entries()) {
        const track = turns.get(bone)
        if (track === undefined) turn.set([0, 0, 0, 1])
        else sampleClipRotation(turn, 0, track, frame / FPS)
        const off = angleBetween(turn, 0, performance.rotations, (frame * BONE_COUNT + bone) * 4) * DEGREES
        expect(off, `${name} at ${frame}`).toBeLessThan(1)
      }
    }
    const smile = clip.face.find(({ channel }) => channel === faceChannel('mouthSmileLeft'))!
    expect(sampleClipWeight(smile.track, 1)).toBeCloseTo(0.25, 2)
    expect(clip.face.map(({ channel }) => channel)).toContain(faceChannel('viseme_aa'))
  })
})

describe('a performance as the avatar’s own model', () => {
  test('has no errors by Khronos’ validator, and moves joints, helpers and shapes', async () => {
    const model = readFileSync(new URL('avatars/milla/model.glb', CONTENT))
    const bytes = await writeAnimatedModel(new Uint8Array(model), performance, 'a-test')
    const { issues } = await validateBytes(bytes)
    expect(issues.messages.filter(({ severity }) => severity === 0)).toEqual([])
    const json = JSON.parse(
      new TextDecoder().decode(
        bytes.subarray(20, 20 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(12, true)),
      ),
    )
    const moved = new Set(
      json.animations[0].channels.map(
        ({ target }: { target: { node: number; path: string } }) => `${json.nodes[target.node].name}/${target.path}`,
      ),
    )
    for (const wanted of [
      'hips/translation',
      'head/rotation',
      'headMesh/weights',
      `${rig.helpers[0]!.node}/rotation`,
    ]) {
      expect(moved).toContain(wanted)
    }
  })
})
