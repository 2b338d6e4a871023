import { Euler, type EulerOrder, Quaternion, Vector3 } from 'three'
import { FIGURE } from '../../engine/pose/test-figure.ts'
import { BONE_COUNT, BONE_PARENTS, BONES, type BoneName } from '../../engine/rig/bones.ts'

export type TestSkeleton = {
  /** Names of its joints; a bone without one is left out, and so is all that hangs from it. */
  readonly name: (bone: BoneName) => string | undefined
  /** Normalized rotations of the pose in which nothing is turned, BONE_COUNT × 4. Default: the T-pose. */
  readonly rest?: Float32Array
  /** From our axes to the file's. */
  readonly axes?: Quaternion
  /** Units in a metre. */
  readonly scale?: number
  readonly order?: EulerOrder
  readonly fps?: number
}

/** Normalized rotations and hips offsets in metres, frame by frame. */
export type TestMotion = { readonly rotations: readonly Float32Array[]; readonly hips: readonly (readonly number[])[] }

const quaternionAt = (row: Float32Array, bone: number) => new Quaternion().fromArray(row, bone * 4)

/** Rotations in space of a pose. */
function inSpace(row: Float32Array): Quaternion[] {
  const out: Quaternion[] = []
  for (let bone = 0; bone < BONE_COUNT; bone++) {
    const own = quaternionAt(row, bone)
    const parent = BONE_PARENTS[bone]!
    out.push(parent < 0 ? own : out[parent]!.clone().multiply(own))
  }
  return out
}

const restAt = (bone: number) => new Vector3(...(FIGURE.bones[BONES[bone]!]!.rest as [number, number, number]))
const T_POSE = Float32Array.from({ length: BONE_COUNT * 4 }, (_, i) => (i % 4 === 3 ? 1 : 0))

/** Writes a motion of the plain figure as BVH, in any axes, units, rest pose and order of channels. */
export function writeTestBvh(motion: TestMotion, skeleton: TestSkeleton): string {
  const { name, rest = T_POSE, axes = new Quaternion(), scale = 1, order = 'ZXY', fps = 30 } = skeleton
  const still = inSpace(rest)
  const places: Vector3[] = []
  const offsets = BONES.map((_, bone) => {
    const parent = BONE_PARENTS[bone]!
    const offset = parent < 0 ? restAt(0) : restAt(bone).sub(restAt(parent)).applyQuaternion(still[parent]!)
    places.push(parent < 0 ? offset.clone() : places[parent]!.clone().add(offset))
    return offset.clone().applyQuaternion(axes).multiplyScalar(scale)
  })
  const numbers = (v: Vector3) =>
    v
      .toArray()
      .map((n) => n.toFixed(6))
      .join(' ')
  const listed: number[] = []
  const lines = ['HIERARCHY']
  const rotationChannels = [...order].map((axis) => `${axis}rotation`).join(' ')
  const put = (bone: number, indent: string): void => {
    listed.push(bone)
    const places = bone === 0 ? 'CHANNELS 6 Xposition Yposition Zposition' : 'CHANNELS 3'
    lines.push(`${indent}${bone === 0 ? 'ROOT' : 'JOINT'} ${name(BONES[bone]!)}`, `${indent}{`)
    lines.push(`${indent}\tOFFSET ${numbers(offsets[bone]!)}`, `${indent}\t${places} ${rotationChannels}`)
    const children = BONES.flatMap((child, i) => (BONE_PARENTS[i] === bone && name(child) !== undefined ? [i] : []))
    for (const child of children) put(child, `${indent}\t`)
    if (children.length === 0)
      lines.push(`${indent}\tEnd Site`, `${indent}\t{`, `${indent}\t\tOFFSET 0 0.01 0`, `${indent}\t}`)
    lines.push(`${indent}}`)
  }
  put(0, '')
  lines.push('MOTION', `Frames: ${motion.rotations.length}`, `Frame Time: ${1 / fps}`)
  for (const [frame, row] of motion.rotations.entries()) {
    const turned = inSpace(row).map((q, bone) => q.multiply(still[bone]!.clone().invert()))
    const values = listed.flatMap((bone) => {
      const parent = BONE_PARENTS[bone]!
      const local = parent < 0 ? turned[bone]!.clone() : turned[parent]!.clone().invert().multiply(turned[bone]!)
      local.premultiply(axes).multiply(axes.clone().invert())
      const euler = new Euler().setFromQuaternion(local, order)
      const angles = [...order].map((axis) => (euler[axis.toLowerCase() as 'x' | 'y' | 'z'] * 180) / Math.PI)
      const place = new Vector3(...(motion.hips[frame] as [number, number, number])).add(restAt(0))
      return bone === 0 ? [...place.applyQuaternion(axes).multiplyScalar(scale).toArray(), ...angles] : angles
    })
    lines.push(values.map((value) => value.toFixed(5)).join(' '))
  }
  return `${lines.join('\n')}\n`
}
