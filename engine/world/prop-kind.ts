import { EngineError } from '../core/errors.ts'
import { atan2 } from '../core/math/ops.ts'
import { fromAxisAngle, fromTo, multiply, rotateVector, slerp } from '../core/math/quat.ts'
import { clamp01, radians } from '../core/math/scalar.ts'
import { crossVec3, dotVec3, normalizeVec3 } from '../core/math/vec3.ts'
import { knownNames } from '../core/suggest.ts'
import { boneIndex } from '../rig/bones.ts'
import { type HandPose, type HandPoses, handTurns, type Side } from '../rig/hand-poses.ts'
import { mirrorTurn } from '../rig/turn.ts'
import type { GripFile, PropFile } from './prop-file.ts'
import type { Shape, ShapeMaterial } from './shapes.ts'

/** What a hand does with its fingers: rotations of its fifteen bones. */
export type FingerShape = { readonly bones: Int32Array; readonly turns: Float32Array }

/** How one hand takes a prop, in the prop's axes. Metres, radians. */
export type Grip = {
  /** Where the middle of the palm lies, and where it comes from, beside that. */
  readonly palm: Float64Array
  readonly from: Float64Array
  /** Rotation of the hand bone. */
  readonly turn: Float64Array
  /** Direction in which the fingers point, seen from above: yaw. */
  readonly yaw: number
  /** How far about the prop the hand may take it otherwise. */
  readonly swivel: readonly [number, number]
  /** How far the elbow stands out from the side, [0, 1]: a palm is turned up from an elbow that does not. */
  readonly elbow: number
  readonly closed: FingerShape
  readonly open: FingerShape
}

/** A kind of prop. What cannot be taken has no grips. */
export type PropKind = {
  readonly name: string
  readonly materials: Readonly<Record<string, ShapeMaterial>>
  readonly shapes: readonly Shape[]
  /** By hand, left and right. */
  readonly grips: readonly [readonly Grip[], readonly Grip[]]
}

/** Works out how hands take a prop. @throws `pose/unknown-hand` */
export function compileProp(file: PropFile, hands: HandPoses): PropKind {
  const { name, materials, shapes, grips } = file
  const gripsOf = (side: Side) => grips.map((grip) => compileGrip(grip, side, hands))
  return { name, materials, shapes, grips: [gripsOf('left'), gripsOf('right')] }
}

function compileGrip(file: GripFile, side: Side, { poses }: HandPoses): Grip {
  const { [file.hand]: hand, open } = poses
  if (hand === undefined)
    throw new EngineError(
      'pose/unknown-hand',
      `No hand pose "${file.hand}", asked for by a grip. ${knownNames(file.hand, Object.keys(poses))}`,
    )
  const turn = handTurn(file.fingers, file.facing)
  const [least, most] = file.swivelDegrees.map(radians) as [number, number]
  const closed = fingerShape(hand, side)
  return {
    palm: onSide(file.palm, side),
    from: onSide(file.from, side),
    turn: side === 'left' ? turn : Float64Array.from(mirrorTurn([turn[0]!, turn[1]!, turn[2]!, turn[3]!])),
    yaw: atan2(onSide(file.fingers, side)[0]!, file.fingers[2]),
    swivel: side === 'left' ? [least, most] : [-most, -least],
    elbow: 1 - clamp01(file.facing[1]),
    closed,
    open: opened(closed, fingerShape(open ?? hand, side), file.opening),
  }
}

const onSide = ([x, y, z]: readonly [number, number, number], side: Side): Float64Array =>
  Float64Array.of(side === 'left' ? x : -x, y, z)

/** The rotation that turns a left hand, at rest palm down with its fingers along +X, to where it points and faces. */
function handTurn(fingers: ArrayLike<number>, facing: ArrayLike<number>): Float64Array {
  const [along, back, turned, cross] = [0, 0, 0, 0].map(() => new Float64Array(3)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const [turn, roll] = [new Float64Array(4), new Float64Array(4)]
  normalizeVec3(along, 0, fingers, 0)
  normalizeVec3(back, 0, [-facing[0]!, -facing[1]!, -facing[2]!], 0)
  fromTo(turn, 0, [1, 0, 0], 0, along, 0)
  rotateVector(turned, 0, turn, 0, [0, 1, 0], 0)
  crossVec3(cross, 0, turned, 0, back, 0)
  fromAxisAngle(
    roll,
    0,
    along[0]!,
    along[1]!,
    along[2]!,
    atan2(dotVec3(cross, 0, along, 0), dotVec3(turned, 0, back, 0)),
  )
  multiply(turn, 0, roll, 0, turn, 0)
  return turn
}

function fingerShape(pose: HandPose, side: Side): FingerShape {
  const turns = [...handTurns(pose, side)]
  return {
    bones: Int32Array.from(turns, ([bone]) => boneIndex(bone)),
    turns: Float32Array.from(turns.flatMap(([, turn]) => [...turn])),
  }
}

function opened({ bones, turns }: FingerShape, flat: FingerShape, share: number): FingerShape {
  const out = new Float32Array(turns.length)
  for (let at = 0; at < out.length; at += 4) slerp(out, at, turns, at, flat.turns, at, share)
  return { bones, turns: out }
}
