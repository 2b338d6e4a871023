import type { TransformNode } from '@babylonjs/core/Meshes/transformNode.js'
import type { MorphTarget } from '@babylonjs/core/Morph/morphTarget.js'
import { deriveCorrectives, deriveHelpers } from '../pose/derive.ts'
import { FACE_CHANNEL_COUNT, FIRST_VISEME } from '../rig/blendshapes.ts'
import { boneIndex } from '../rig/bones.ts'
import { VISEME_MIXES } from '../rig/viseme-shapes.ts'
import type { Figure } from './avatar.ts'
import type { ActorFrame } from './frame.ts'

/** Weights below this move no vertex by a tenth of a millimetre, but would cost as much as a full one. */
const LEAST_WEIGHT = 1e-3

const HIPS = boneIndex('hips')
/** Room for the helpers and correctives of any rig: a body has about fifty, and ten. */
const derived = { rotations: new Float32Array(256 * 4), weights: new Float32Array(256) }

const mixed = new Float32Array(FACE_CHANNEL_COUNT)

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
  applySprings(figure, frame.springs)
  applyFace(figure, frame.face)
}

function applyFace({ faceTargets, hasVisemes }: Figure, weights: Float32Array): void {
  const face = hasVisemes ? weights : withoutVisemes(weights)
  for (const [channel, targets] of faceTargets.entries()) weigh(targets, face[channel]!)
}

/** A face row whose visemes are mixed from blendshapes, for a model that lacks them. Capped at 1. */
function withoutVisemes(weights: Float32Array): Float32Array {
  mixed.set(weights)
  for (const [viseme, mix] of VISEME_MIXES.entries()) {
    const strength = weights[FIRST_VISEME + viseme]!
    if (strength < LEAST_WEIGHT) continue
    for (const [channel, weight] of mix) mixed[channel] = Math.min(1, mixed[channel]! + weight * strength)
  }
  return mixed
}

/** Helper joints and corrective shapes follow from the pose. */
function applyDerived(figure: Figure, rotations: Float32Array): void {
  deriveHelpers(derived.rotations, figure.helperRows, rotations, 0)
  for (const [row, node] of figure.helpers.entries()) turn(node, derived.rotations, row * 4)
  deriveCorrectives(derived.weights, figure.correctiveRows, rotations, 0)
  for (const [row, targets] of figure.correctiveTargets.entries()) weigh(targets, derived.weights[row]!)
}

function applySprings({ springs }: Figure, rotations: Float32Array): void {
  for (const [row, node] of springs.entries()) {
    if (rotations.length > 0) turn(node, rotations, row * 4)
    else node.rotationQuaternion!.set(0, 0, 0, 1)
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
