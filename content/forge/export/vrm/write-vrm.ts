import { Format, GLB_BUFFER, type GLTF, type NodeIO } from '@gltf-transform/core'
import type { Character } from '../../character.ts'
import { writeModel } from '../write-model.ts'
import { constrainSkeleton, type NodeConstraint } from './constraints.ts'
import { expressionsOf } from './expressions.ts'
import { firstPersonOf, humanoidOf, lookAtOf, type NodeIndex } from './humanoid.ts'
import { metaOf } from './meta.ts'
import { packGlb } from './pack-glb.ts'
import { springBoneOf } from './springs.ts'
import { thinShapes } from './thin-shapes.ts'

const SPEC_VERSION = '1.0'

export type VrmTitle = { readonly name: string; readonly version: number }

/**
 * Writes a character as VRM 1.0, for viewers that know nothing of this engine.
 *
 * Numbers stay plain floats, shapes sparse accessors: most such viewers read no compressed or quantized buffers.
 * Finger correctives stay at nothing there, for VRM drives no shape from a bone.
 */
export async function writeVrm(character: Character, title: VrmTitle, io: NodeIO): Promise<Uint8Array> {
  const { joints, constraints } = constrainSkeleton(character.joints)
  const document = writeModel({ ...character, joints })
  await thinShapes(document)
  const { json, resources } = await io.writeJSON(document, { format: Format.GLB })
  const indices = new Map(json.nodes!.map(({ name }, index) => [name, index]))
  const node: NodeIndex = (name) => indices.get(name)!
  for (const [name, constraint] of constraints) writeConstraint(json.nodes![node(name)]!, constraint, node)
  json.extensions = {
    ...json.extensions,
    VRMC_vrm: {
      specVersion: SPEC_VERSION,
      meta: metaOf(title.name, title.version),
      humanoid: humanoidOf(node),
      lookAt: lookAtOf(character),
      firstPerson: firstPersonOf(character, node),
      expressions: expressionsOf(character.parts, node),
    },
  }
  const swings = character.springs.length > 0
  if (swings) json.extensions.VRMC_springBone = springBoneOf(character, node)
  json.extensionsUsed = [
    ...(json.extensionsUsed ?? []),
    'VRMC_node_constraint',
    ...(swings ? ['VRMC_springBone'] : []),
    'VRMC_vrm',
  ]
  return packGlb(json, resources[GLB_BUFFER]!)
}

function writeConstraint(target: GLTF.INode, constraint: NodeConstraint, node: NodeIndex): void {
  const { kind, ...rule } = constraint
  target.extensions = {
    ...target.extensions,
    VRMC_node_constraint: { specVersion: SPEC_VERSION, constraint: { [kind]: { ...rule, source: node(rule.source) } } },
  }
}
