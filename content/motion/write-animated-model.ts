import type { Document, Node } from '@gltf-transform/core'
import { compileCorrectives, compileHelpers, deriveCorrectives, deriveHelpers } from '../../engine/pose/derive.ts'
import { FACE_CHANNEL_COUNT, FACE_CHANNELS, type FaceChannelName, faceChannel } from '../../engine/rig/blendshapes.ts'
import { BONE_COUNT, BONES, boneIndex } from '../../engine/rig/bones.ts'
import { createModelIo } from '../forge/export/model-io.ts'
import { type AnimationWriter, columnOf, createAnimationWriter, sameSided } from './animate.ts'
import type { Performance } from './performance.ts'

const STRIDE = BONE_COUNT * 4
const CHANNELS: ReadonlySet<string> = new Set(FACE_CHANNELS)

/**
 * Writes an avatar's own model with a performance as its animation: every joint, the helpers that keep elbows and wrists
 * their volume, hair and cloth as they swung, and all shapes of the face and hands. Any viewer plays it as it is.
 *
 * @param model  The avatar's model.glb.
 */
export async function writeAnimatedModel(
  model: Uint8Array,
  performance: Performance,
  title: string,
): Promise<Uint8Array> {
  const io = await createModelIo()
  const document = await io.readBinary(model)
  const writer = createAnimationWriter(document, { name: title, ...performance })
  const nodes = new Map(
    document
      .getRoot()
      .listNodes()
      .map((node) => [node.getName(), node]),
  )
  writeBones(writer, nodes, performance)
  writeHelpers(writer, nodes, performance)
  writeSprings(writer, nodes, performance)
  writeShapes(writer, document, performance)
  return io.writeBinary(document)
}

type Nodes = ReadonlyMap<string, Node>

function writeBones(writer: AnimationWriter, nodes: Nodes, { rig, rotations, hips }: Performance): void {
  for (const bone of BONES) {
    const node = nodes.get(rig.bones[bone]?.node ?? '')
    if (node === undefined) continue
    writer.add({
      node,
      path: 'rotation',
      width: 4,
      values: sameSided(columnOf(rotations, STRIDE, boneIndex(bone) * 4, 4)),
    })
  }
  const root = nodes.get(rig.bones.hips!.node)!
  const home = root.getTranslation()
  writer.add({ node: root, path: 'translation', width: 3, values: hips.map((value, at) => value + home[at % 3]!) })
}

function writeHelpers(writer: AnimationWriter, nodes: Nodes, { rig, rotations, frames }: Performance): void {
  const rows = compileHelpers(rig.helpers)
  const derived = new Float32Array(frames * rows.count * 4)
  for (let frame = 0; frame < frames; frame++) {
    deriveHelpers(derived.subarray(frame * rows.count * 4), rows, rotations, frame * STRIDE)
  }
  for (const [row, { node: name }] of rig.helpers.entries()) {
    const node = nodes.get(name)
    if (node === undefined) continue
    writer.add({ node, path: 'rotation', width: 4, values: sameSided(columnOf(derived, rows.count * 4, row * 4, 4)) })
  }
}

function writeSprings(writer: AnimationWriter, nodes: Nodes, { rig, springs, frames }: Performance): void {
  const names = rig.springs.flatMap((chain) => chain.nodes)
  const stride = springs.length / frames
  for (const [joint, name] of names.entries()) {
    const node = nodes.get(name)
    if (node === undefined || (joint + 1) * 4 > stride) continue
    writer.add({ node, path: 'rotation', width: 4, values: sameSided(columnOf(springs, stride, joint * 4, 4)) })
  }
}

/** Shapes are weighed mesh by mesh, in the order that the mesh has them. */
function writeShapes(writer: AnimationWriter, document: Document, performance: Performance): void {
  const { rig, rotations, frames } = performance
  const rows = compileCorrectives(rig.correctives)
  const correctives = new Float32Array(frames * rows.count)
  for (let frame = 0; frame < frames; frame++) {
    deriveCorrectives(correctives.subarray(frame * rows.count), rows, rotations, frame * STRIDE)
  }
  const places = new Map(rig.correctives.map(({ shape }, row) => [shape, row]))
  for (const node of document.getRoot().listNodes()) {
    const shapes = (node.getMesh()?.getExtras().targetNames ?? []) as readonly string[]
    if (shapes.length === 0) continue
    const values = new Float32Array(frames * shapes.length)
    for (const [i, shape] of shapes.entries()) {
      for (let frame = 0; frame < frames; frame++) {
        const corrective = places.get(shape)
        values[frame * shapes.length + i] = CHANNELS.has(shape)
          ? performance.face[frame * FACE_CHANNEL_COUNT + faceChannel(shape as FaceChannelName)]!
          : corrective === undefined
            ? 0
            : correctives[frame * rows.count + corrective]!
      }
    }
    writer.add({ node, path: 'weights', width: shapes.length, values })
  }
}
