import type { BoneName } from '../../../engine/rig/bones.ts'
import type { Collider, Spring } from '../../../engine/rig/springs.ts'
import type { ModelSource } from '../character.ts'
import type { Joint } from '../skeleton/skeleton.ts'
import type { SpringChain, SpringCollider } from '../skeleton/springs.ts'
import { metres, roundedMetres } from './metres.ts'

/** What swings about a character and what it keeps off, as its rig tells it. */
export function springsOf({ joints, springs, colliders }: Pick<ModelSource, 'joints' | 'springs' | 'colliders'>) {
  const byName = new Map(joints.map((joint) => [joint.name, joint]))
  return { springs: springs.map((chain) => springOf(chain, byName)), colliders: colliders.map(colliderOf) }
}

function springOf({ joints: nodes, radius, ...chain }: SpringChain, joints: ReadonlyMap<string, Joint>): Spring {
  return {
    ...chain,
    // The rig's schema refuses a chain that hangs from anything but a bone.
    bone: joints.get(nodes[0]!)!.parent as BoneName,
    nodes: [...nodes],
    rests: nodes.map((node) => metres(joints.get(node)!.position)),
    radius: roundedMetres(radius),
  }
}

const colliderOf = ({ bone, at, tail, radius }: SpringCollider): Collider => ({
  bone,
  at: metres(at),
  ...(tail === undefined ? {} : { tail: metres(tail) }),
  radius: roundedMetres(radius),
})
