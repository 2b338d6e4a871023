import { EngineError } from '../core/errors.ts'
import { multiply, rotateVector } from '../core/math/quat.ts'
import { addVec3 } from '../core/math/vec3.ts'
import { BONE_COUNT, BONE_PARENTS, BONES, type BoneName } from '../rig/bones.ts'
import type { Rig } from '../rig/rig.ts'

/** Where an avatar's bones stand in the rest pose, worked out once. Metres; bones in the order of BONES. */
export type RestPose = {
  readonly name: string
  /** Each bone in the avatar's space, BONE_COUNT × 3. A bone that the avatar lacks stands where its parent stands. */
  readonly positions: Float32Array
  /** Each bone from its parent, BONE_COUNT × 3; hips from the ground below the avatar. */
  readonly offsets: Float32Array
}

/** Where bones are and how they are turned in the actor's space. Rows of BONE_COUNT, positions × 3 and rotations × 4. */
export type PlacedBones = { readonly positions: Float32Array; readonly rotations: Float32Array }

/** Without these there is no body to pose. Source: VRM 1.0, VRMC_vrm humanoid, required bones. */
const REQUIRED_BONES: readonly BoneName[] = [
  'hips',
  'spine',
  'head',
  'leftUpperLeg',
  'leftLowerLeg',
  'leftFoot',
  'rightUpperLeg',
  'rightLowerLeg',
  'rightFoot',
  'leftUpperArm',
  'leftLowerArm',
  'leftHand',
  'rightUpperArm',
  'rightLowerArm',
  'rightHand',
]

/**
 * Works out the rest pose of a rig.
 *
 * @throws  `rig/missing-bone` where the rig maps one of the bones that VRM requires to no node.
 */
export function createRestPose(rig: Pick<Rig, 'name' | 'bones'>): RestPose {
  for (const bone of REQUIRED_BONES) if (rig.bones[bone] === undefined) throw missingBone(rig.name, bone)
  const positions = new Float32Array(BONE_COUNT * 3)
  const offsets = new Float32Array(BONE_COUNT * 3)
  BONES.forEach((name, bone) => {
    const parent = BONE_PARENTS[bone]!
    for (let axis = 0; axis < 3; axis++) {
      const from = parent < 0 ? 0 : positions[parent * 3 + axis]!
      const at = rig.bones[name]?.rest[axis] ?? from
      positions[bone * 3 + axis] = at
      offsets[bone * 3 + axis] = at - from
    }
  })
  return { name: rig.name, positions, offsets }
}

const [LEFT_FOOT, RIGHT_FOOT] = [BONES.indexOf('leftFoot') * 3, BONES.indexOf('rightFoot') * 3]

/** Height of the hips above the ankles at rest: what makes motion of one body fit another. Metres. */
export const hipsHeight = ({ positions }: RestPose): number =>
  positions[1]! - (positions[LEFT_FOOT + 1]! + positions[RIGHT_FOOT + 1]!) / 2

/** Rows for {@link placeBones} to write. */
export function createPlacedBones(): PlacedBones {
  return { positions: new Float32Array(BONE_COUNT * 3), rotations: new Float32Array(BONE_COUNT * 4) }
}

/**
 * Places every bone of a pose in the actor's space: forward kinematics.
 *
 * @param out         Written whole.
 * @param rest        Of the actor's avatar.
 * @param rotations   Pose rows, BONE_COUNT × 4 per actor, local unit quaternions (x, y, z, w).
 * @param offset      First float of the actor's row of rotations.
 * @param hips        Rows of hips offsets from rest, metres, 3 per actor.
 * @param hipsOffset  First float of the actor's row of hips.
 */
export function placeBones(
  out: PlacedBones,
  rest: RestPose,
  rotations: Float32Array,
  offset: number,
  hips: Float32Array,
  hipsOffset: number,
): void {
  addVec3(out.positions, 0, rest.offsets, 0, hips, hipsOffset)
  for (let i = 0; i < 4; i++) out.rotations[i] = rotations[offset + i]!
  // Parents come before children in BONES, so one pass resolves every chain.
  for (let bone = 1; bone < BONE_COUNT; bone++) {
    const parent = BONE_PARENTS[bone]!
    rotateVector(out.positions, bone * 3, out.rotations, parent * 4, rest.offsets, bone * 3)
    addVec3(out.positions, bone * 3, out.positions, bone * 3, out.positions, parent * 3)
    multiply(out.rotations, bone * 4, out.rotations, parent * 4, rotations, offset + bone * 4)
  }
}

function missingBone(avatar: string, bone: BoneName): EngineError {
  return new EngineError(
    'rig/missing-bone',
    `Avatar "${avatar}" maps no node to the bone "${bone}". Every pose needs it. Map it in content/avatars/${avatar}/rig.json.`,
  )
}
