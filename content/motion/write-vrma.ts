import { Document, Format, GLB_BUFFER, type GLTF, type Node, NodeIO } from '@gltf-transform/core'
import { slerp } from '../../engine/core/math/quat.ts'
import { FACE_CHANNEL_COUNT, FACE_CHANNELS, type FaceChannelName, faceChannel } from '../../engine/rig/blendshapes.ts'
import { BONE_COUNT, BONE_PARENTS, BONES, type BoneName, boneIndex } from '../../engine/rig/bones.ts'
import { packGlb } from '../forge/export/vrm/pack-glb.ts'
import { columnOf, createAnimationWriter, sameSided } from './animate.ts'
import type { Performance } from './performance.ts'
import { PRESET_OF_CHANNEL } from './vrm-expressions.ts'

const SPEC_VERSION = '1.0'
/** Bones that a VRMA may not name: gaze stands in a node of its own. Source: VRMC_vrm_animation 1.0, humanoid. */
const GAZE_BONES: ReadonlySet<BoneName> = new Set(['leftEye', 'rightEye'])
const STRIDE = BONE_COUNT * 4
const LOOK_NODE = 'lookAt'

/**
 * Writes a performance as VRMA, which any VRM can play: bones of the humanoid from the T-pose, hips' places, expressions
 * and gaze.
 *
 * A channel that VRM has as a preset of its own goes by that; all others by their names, as custom expressions ("perfect
 * sync"). None goes by both, so that nothing is played twice.
 *
 * @source VRM Consortium, VRMC_vrm_animation 1.0.
 */
export async function writeVrma(performance: Performance, title: string): Promise<Uint8Array> {
  const document = new Document()
  document.getRoot().getAsset().generator = 'Proscenium'
  document.createBuffer()
  const scene = document.createScene(title)
  document.getRoot().setDefaultScene(scene)
  const writer = createAnimationWriter(document, { name: title, ...performance })
  const bones = writeSkeleton(document, performance)
  scene.addChild(bones.get('hips')!)
  const { rotations, hips, rest, frames } = performance
  for (const [bone, node] of bones) {
    writer.add({
      node,
      path: 'rotation',
      width: 4,
      values: sameSided(columnOf(rotations, STRIDE, boneIndex(bone) * 4, 4)),
    })
  }
  const places = hips.map((value, at) => value + rest.positions[at % 3]!)
  writer.add({ node: bones.get('hips')!, path: 'translation', width: 3, values: places })
  const channels = FACE_CHANNELS.filter((channel) => isUsed(performance, channel))
  for (const channel of channels) {
    const node = document.createNode(expressionNode(channel))
    scene.addChild(node)
    const values = new Float32Array(frames * 3)
    for (let frame = 0; frame < frames; frame++) values[frame * 3] = weightOf(performance, channel, frame)
    writer.add({ node, path: 'translation', width: 3, values })
  }
  const look = document.createNode(LOOK_NODE)
  scene.addChild(look)
  writer.add({ node: look, path: 'rotation', width: 4, values: sameSided(gazeOf(performance)) })
  return pack(document, { bones: [...bones.keys()], channels, offset: eyesFromHead(performance) })
}

type Named = {
  readonly bones: readonly BoneName[]
  readonly channels: readonly FaceChannelName[]
  readonly offset: number[]
}

async function pack(document: Document, { bones, channels, offset }: Named): Promise<Uint8Array> {
  const { json, resources } = await new NodeIO().writeJSON(document, { format: Format.GLB })
  const indices = new Map(json.nodes!.map(({ name }, index) => [name, index]))
  const entry = (name: string) => ({ node: indices.get(name)! })
  const [preset, custom]: Record<string, { node: number }>[] = [{}, {}]
  for (const channel of channels) {
    const name = PRESET_OF_CHANNEL.get(channel)
    if (name === undefined) custom![channel] = entry(expressionNode(channel))
    else preset![name] = entry(expressionNode(channel))
  }
  const extension = {
    specVersion: SPEC_VERSION,
    humanoid: { humanBones: Object.fromEntries(bones.map((bone) => [bone, entry(bone)])) },
    expressions: { preset, custom },
    lookAt: { ...entry(LOOK_NODE), offsetFromHeadBone: offset },
  }
  const whole: GLTF.IGLTF = {
    ...json,
    extensionsUsed: ['VRMC_vrm_animation'],
    extensions: { VRMC_vrm_animation: extension },
  }
  return packGlb(whole, resources[GLB_BUFFER]!)
}

/** A node must not be called as a bone is: "jaw" is one, "jawOpen" none, and this holds for all to come. */
const expressionNode = (channel: FaceChannelName): string => `expression_${channel}`

/** Bones that the avatar has, standing in the T-pose. */
function writeSkeleton(document: Document, { rig, rest }: Performance): Map<BoneName, Node> {
  const nodes = new Map<BoneName, Node>()
  for (const [bone, name] of BONES.entries()) {
    if (GAZE_BONES.has(name) || rig.bones[name] === undefined) continue
    let parent = BONE_PARENTS[bone]!
    while (parent >= 0 && !nodes.has(BONES[parent]!)) parent = BONE_PARENTS[parent]!
    const from = parent < 0 ? [0, 0, 0] : [...rest.positions.subarray(parent * 3, parent * 3 + 3)]
    const place = from.map((value, k) => rest.positions[bone * 3 + k]! - value) as [number, number, number]
    const node = document.createNode(name).setTranslation(place)
    if (parent >= 0) nodes.get(BONES[parent]!)!.addChild(node)
    nodes.set(name, node)
  }
  return nodes
}

const weightOf = ({ face }: Performance, channel: FaceChannelName, frame: number): number =>
  Math.max(0, Math.min(1, face[frame * FACE_CHANNEL_COUNT + faceChannel(channel)]!))

function isUsed(performance: Performance, channel: FaceChannelName): boolean {
  for (let frame = 0; frame < performance.frames; frame++) if (weightOf(performance, channel, frame) > 1e-4) return true
  return false
}

/** Where both eyes look, seen from the head: between the two. */
function gazeOf({ rotations, frames }: Performance): Float32Array<ArrayBuffer> {
  const gaze = new Float32Array(frames * 4)
  const [left, right] = [boneIndex('leftEye') * 4, boneIndex('rightEye') * 4]
  for (let frame = 0; frame < frames; frame++)
    slerp(gaze, frame * 4, rotations, frame * STRIDE + left, rotations, frame * STRIDE + right, 0.5)
  return gaze
}

function eyesFromHead({ rig, rest }: Performance): number[] {
  const head = boneIndex('head') * 3
  return rig.landmarks.eyes.map((value, k) => value - rest.positions[head + k]!)
}
