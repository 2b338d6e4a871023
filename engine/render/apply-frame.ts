import type { TransformNode } from '@babylonjs/core/Meshes/transformNode.js'
import type { MorphTarget } from '@babylonjs/core/Morph/morphTarget.js'
import { boneIndex } from '../rig/bones.ts'
import type { Figure } from './avatar.ts'
import { correctiveWeight, deriveHelpers } from './derive-joints.ts'
import type { ActorFrame } from './frame.ts'

/** Weights below this move no vertex by a tenth of a millimetre, but would cost as much as a full one. */
const LEAST_WEIGHT = 1e-3

const HIPS = boneIndex('hips')
/** Room for the helpers of any rig: a body has under a hundred. */
const helperRotations = new Float32Array(128 * 4)

/** Puts a figure into the pose of a frame: nodes, then the joints and shapes derived from them, then the face. */
export function applyFrame(figure: Figure, frame: ActorFrame): void {
  const { root, bones, hipsRest } = figure
  const { x, y, z, yaw } = frame.transform
  root.position.set(x, y, z)
  root.rotationQuaternion!.set(0, Math.sin(yaw / 2), 0, Math.cos(yaw / 2))
  bones.forEach((node, bone) => {
    if (node !== undefined) turn(node, frame.rotations, bone * 4)
  })
  bones[HIPS]!.position.set(hipsRest[0] + frame.hips[0]!, hipsRest[1] + frame.hips[1]!, hipsRest[2] + frame.hips[2]!)
  applyDerived(figure, frame.rotations)
  for (const [channel, targets] of figure.faceTargets.entries()) weigh(targets, frame.face[channel]!)
}

/** Helper joints and corrective shapes follow from the pose; see `rig`. */
function applyDerived({ helpers, correctiveTargets, rig }: Figure, rotations: Float32Array): void {
  deriveHelpers(helperRotations, rig.helpers, rotations)
  for (const [index, node] of helpers.entries()) turn(node, helperRotations, index * 4)
  for (const [index, corrective] of rig.correctives.entries()) {
    weigh(correctiveTargets[index]!, correctiveWeight(corrective, rotations))
  }
}

function turn(node: TransformNode, rotations: Float32Array, at: number): void {
  node.rotationQuaternion!.set(rotations[at]!, rotations[at + 1]!, rotations[at + 2]!, rotations[at + 3]!)
}

function weigh(targets: readonly MorphTarget[], weight: number): void {
  const influence = weight < LEAST_WEIGHT ? 0 : weight
  for (const target of targets) {
    if (target.influence !== influence) target.influence = influence
  }
}
