import type { BoneName } from '../../../../engine/rig/bones.ts'
import { add, scale, type Vec3 } from '../../kit/vec3.ts'
import type { Joint } from '../../skeleton/skeleton.ts'

type Axis = 'X' | 'Y' | 'Z'
type Rule = NonNullable<Joint['rule']>

/** What VRMC_node_constraint says of one node. The source is a node's name. */
export type NodeConstraint = { readonly source: string; readonly weight: number } & (
  | { readonly kind: 'rotation' }
  | { readonly kind: 'roll'; readonly rollAxis: Axis }
  | { readonly kind: 'aim'; readonly aimAxis: `Positive${Axis}` }
)

export type ConstrainedSkeleton = {
  /** Parents before children. */
  readonly joints: readonly Joint[]
  /** By the name of the joint that is turned. */
  readonly constraints: ReadonlyMap<string, NodeConstraint>
}

/** How far out along the bone its aim lies. Any length does; this one shows in a viewer. Centimetres. */
const AIM_DISTANCE = 10

/**
 * Puts the rules of helper joints into the three constraints that VRM has.
 *
 * A roll passes on a share of the source's twist, exactly as our rule has it. Aiming at a point fixed to the source,
 * out along the twist axis, passes on a share of its swing, exactly too. A joint that takes different shares of both
 * rolls below a joint that aims. One that takes the same share of both needs no such pair: a rotation turns it by
 * slerp(1, swing · twist, share) where our rule says slerp(1, swing, share) · slerp(1, twist, share). The two part only
 * where a bone bends and rolls at once: over our hand poses by 3° at the thumb, 7° at most (the little finger's middle
 * joint in a fist), and by 3° at the hips of someone who sits with knees apart; not at all at elbows and knees.
 *
 * @source VRM Consortium, VRMC_node_constraint 1.0.
 */
export function constrainSkeleton(joints: readonly Joint[]): ConstrainedSkeleton {
  const bones = joints.filter(({ rule }) => !rule)
  const helpers = joints.flatMap(({ rule, ...joint }) => (rule ? [constrainHelper(joint, rule, bones)] : []))
  const aims = new Map(helpers.flatMap(({ aims }) => aims.map((aim) => [aim.name, aim])))
  return {
    joints: [...bones, ...aims.values(), ...helpers.flatMap(({ joints }) => joints)],
    constraints: new Map(helpers.flatMap(({ constraints }) => constraints)),
  }
}

type ConstrainedHelper = {
  readonly joints: readonly Joint[]
  readonly constraints: readonly (readonly [name: string, NodeConstraint])[]
  /** Points to aim at; helpers of one source share theirs. */
  readonly aims: readonly Joint[]
}

function constrainHelper(joint: Joint, rule: Rule, bones: readonly Joint[]): ConstrainedHelper {
  const { source, axis, swing, twist } = rule
  if (swing === twist) {
    return { joints: [joint], constraints: [[joint.name, { kind: 'rotation', source, weight: swing }]], aims: [] }
  }
  const roll: NodeConstraint = { kind: 'roll', source, weight: twist, rollAxis: axisName(axis) }
  if (swing === 0) return { joints: [joint], constraints: [[joint.name, roll]], aims: [] }
  const aim = aimBeyond(source, axis, bones)
  const turn: NodeConstraint = { kind: 'aim', source: aim.name, weight: swing, aimAxis: `Positive${axisName(axis)}` }
  if (twist === 0) return { joints: [joint], constraints: [[joint.name, turn]], aims: [aim] }
  const above: Joint = { ...joint, name: `${joint.name}Swing` }
  return {
    joints: [above, { ...joint, parent: above.name }],
    constraints: [
      [above.name, turn],
      [joint.name, roll],
    ],
    aims: [aim],
  }
}

function aimBeyond(source: BoneName, axis: Vec3, bones: readonly Joint[]): Joint {
  const { position } = bones.find(({ name }) => name === source)!
  return { name: `${source}Aim`, parent: source, position: add(position, scale(axis, AIM_DISTANCE)) }
}

/** Constraints know the three axes only, and so do the rules: helpers stand unturned in the T-pose. */
const axisName = ([x, y]: Vec3): Axis => (x === 1 ? 'X' : y === 1 ? 'Y' : 'Z')
