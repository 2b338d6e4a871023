import { cos, sin } from '../../engine/core/math/ops.ts'
import { fromTo, multiply, rotateVector, setIdentity } from '../../engine/core/math/quat.ts'
import { radians } from '../../engine/core/math/scalar.ts'
import { dotVec3, normalizeVec3, subtractVec3 } from '../../engine/core/math/vec3.ts'
import { BONE_COUNT, BONE_PARENTS, BONES, type BoneName } from '../../engine/rig/bones.ts'
import { FINGER_FAN, THUMB_AXES } from '../../engine/rig/hand-poses.ts'
import type { Axis } from '../../engine/rig/turn.ts'
import type { PlacedSkeleton } from './retarget.ts'

/** Where a bone points in the T-pose, and which bone it points at. */
type Pointing = { readonly at: BoneName; readonly along: Axis }

/** Limbs that point within five degrees of the T-pose stand in it: knees of most skeletons lie a little ahead of the hips. */
const AS_BUILT = cos(radians(5))

/** Bones whose rest is told by where they point. Trunk, collar bones and feet stand in every rest pose as they do in a T. */
const POINTING: ReadonlyMap<BoneName, Pointing> = new Map([...pointingOf('left'), ...pointingOf('right')])

/**
 * The turn from the T-pose to the rest pose of a skeleton, for each bone: the shortest that lays its limbs where they are,
 * each on top of its parent's. So an arm that hangs has its palm to the thigh, as if it had been lowered.
 *
 * @param asIs  The rest pose is a T-pose already: no corrections.
 * @returns     BONE_COUNT × 4, in our axes.
 */
export function restCorrections(
  { positions }: PlacedSkeleton,
  map: ReadonlyMap<BoneName, number>,
  { axes, asIs }: { readonly axes: Float64Array; readonly asIs: boolean },
): Float64Array {
  const out = new Float64Array(BONE_COUNT * 4)
  const points = new Float64Array(3)
  const along = new Float64Array(3)
  const turn = new Float64Array(4)
  for (const [bone, name] of BONES.entries()) {
    setIdentity(out, bone * 4)
    if (asIs || !/Arm$|Hand$|Leg$|Thumb|Index|Middle|Ring|Little/.test(name)) continue
    const parent = BONE_PARENTS[bone]!
    multiply(out, bone * 4, out, parent * 4, out, bone * 4)
    const pointing = POINTING.get(name)
    const [from, to] = [map.get(name), pointing && map.get(pointing.at)]
    if (from === undefined || to === undefined) continue
    subtractVec3(points, 0, positions, to * 3, positions, from * 3)
    if (normalizeVec3(points, 0, points, 0) === 0) continue
    rotateVector(points, 0, axes, 0, points, 0)
    rotateVector(along, 0, out, bone * 4, pointing!.along, 0)
    if (dotVec3(along, 0, points, 0) > AS_BUILT) continue
    fromTo(turn, 0, along, 0, points, 0)
    multiply(out, bone * 4, turn, 0, out, bone * 4)
  }
  return out
}

function pointingOf(side: 'left' | 'right'): [BoneName, Pointing][] {
  const out = side === 'left' ? 1 : -1
  const bone = (part: string) => `${side}${part}` as BoneName
  const fingers = (['index', 'middle', 'ring', 'little'] as const).flatMap((finger): [BoneName, Pointing][] => {
    const fan = radians(FINGER_FAN[finger])
    const along: Axis = [out * cos(fan), 0, sin(fan)]
    const name = `${finger[0]!.toUpperCase()}${finger.slice(1)}`
    return [
      [bone(`${name}Proximal`), { at: bone(`${name}Intermediate`), along }],
      [bone(`${name}Intermediate`), { at: bone(`${name}Distal`), along }],
    ]
  })
  const thumb = (part: 'metacarpal' | 'proximal'): Axis => {
    const [x, y, z] = THUMB_AXES[part].along
    return [out * x, y, z]
  }
  return [
    [bone('UpperArm'), { at: bone('LowerArm'), along: [out, 0, 0] }],
    [bone('LowerArm'), { at: bone('Hand'), along: [out, 0, 0] }],
    [bone('Hand'), { at: bone('MiddleProximal'), along: [out, 0, 0] }],
    [bone('UpperLeg'), { at: bone('LowerLeg'), along: [0, -1, 0] }],
    [bone('LowerLeg'), { at: bone('Foot'), along: [0, -1, 0] }],
    ...fingers,
    [bone('ThumbMetacarpal'), { at: bone('ThumbProximal'), along: thumb('metacarpal') }],
    [bone('ThumbProximal'), { at: bone('ThumbDistal'), along: thumb('proximal') }],
  ]
}
