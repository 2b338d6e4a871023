import type { ModelSource } from '../../character.ts'
import { capsule, type Sdf, sphere } from '../../kit/sdf.ts'
import { scale, subtract, type Vec3 } from '../../kit/vec3.ts'
import type { SpringChain, SpringCollider } from '../../skeleton/springs.ts'
import type { NodeIndex } from './humanoid.ts'

const METRES_PER_CENTIMETRE = 0.01
/** How deep a chain may rest in a collider that is to count for it. Centimetres. */
const TOUCH = 0.5

type Places = ReadonlyMap<string, Vec3>

/**
 * What swings, in the words of VRM, which are ours.
 *
 * Viewers push out of a collider whatever lies in it, even at rest; so each chain gets those alone that it is modelled
 * outside of. Our engine keeps the others too, cut to where the chain rests.
 *
 * @source VRM Consortium, VRMC_springBone 1.0.
 */
export function springBoneOf({ joints, springs, colliders }: ModelSource, node: NodeIndex) {
  const places: Places = new Map(joints.map(({ name, position }) => [name, position]))
  return {
    specVersion: '1.0',
    colliders: colliders.map((collider) => writeCollider(collider, places, node)),
    colliderGroups: colliders.map(({ bone }, i) => ({ name: bone, colliders: [i] })),
    springs: springs.map((chain) => ({
      name: chain.name,
      joints: chain.joints.map((joint) => writeJoint(chain, node(joint))),
      colliderGroups: [...colliders.keys()].filter((i) => !restsIn(chain, colliders[i]!, places)),
    })),
  }
}

function writeCollider({ bone, at, tail, radius }: SpringCollider, places: Places, node: NodeIndex) {
  const fromBone = (p: Vec3) => scale(subtract(p, places.get(bone)!), METRES_PER_CENTIMETRE)
  const ball = { offset: fromBone(at), radius: radius * METRES_PER_CENTIMETRE }
  return {
    node: node(bone),
    shape: tail === undefined ? { sphere: ball } : { capsule: { ...ball, tail: fromBone(tail) } },
  }
}

const writeJoint = ({ radius, stiffness, gravity, drag }: SpringChain, node: number) => ({
  node,
  hitRadius: radius * METRES_PER_CENTIMETRE,
  stiffness,
  gravityPower: gravity,
  gravityDir: [0, -1, 0],
  dragForce: drag,
})

function restsIn(chain: SpringChain, { at, tail, radius }: SpringCollider, places: Places): boolean {
  const surface: Sdf = tail === undefined ? sphere(at, radius) : capsule(at, tail, radius)
  return chain.joints.slice(1).some((joint) => surface(...places.get(joint)!) < chain.radius - TOUCH)
}
