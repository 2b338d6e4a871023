import { BONES } from '../../../engine/rig/bones.ts'
import type { Character } from '../character.ts'
import { distance } from '../kit/vec3.ts'
import type { Joint } from '../skeleton/skeleton.ts'
import type { SpringChain } from '../skeleton/springs.ts'

const BONE_NAMES: ReadonlySet<string> = new Set(BONES)
/** Shorter joints tremble: their tails move by more than their length within a tick. Centimetres. */
const SHORTEST = 0.5
/** What a joint must carry of at least one vertex to be worth its cost. */
const LEAST_SHARE = 0.05

/** Chains that do not hang from the body link by link, or that carry nothing. */
export function springFaults({ joints, springs, parts }: Character): string[] {
  const byName = new Map(joints.map((joint) => [joint.name, joint]))
  const carrying = new Set(
    parts.flatMap(({ influences }) =>
      influences.flatMap((shares) => [...shares].flatMap(([joint, share]) => (share >= LEAST_SHARE ? [joint] : []))),
    ),
  )
  const chained = springs.flatMap(({ joints }) => joints)
  return [
    ...chained
      .filter((joint, i) => chained.indexOf(joint) !== i)
      .map((joint) => `Joint ${joint} swings in two chains.`),
    ...springs.flatMap((chain) => chainFaults(chain, byName)),
    ...springs
      .flatMap(({ joints }) => joints.slice(0, -1))
      .filter((joint) => !carrying.has(joint))
      .map((joint) => `Joint ${joint} swings and carries nothing.`),
  ]
}

function chainFaults({ name, joints }: SpringChain, byName: ReadonlyMap<string, Joint>): string[] {
  if (joints.length < 2) return [`Chain ${name} has fewer than two joints.`]
  return joints.flatMap((joint, i) => {
    const found = byName.get(joint)
    if (found === undefined) return [`Chain ${name} names ${joint}, which is no joint.`]
    if (i === 0)
      return BONE_NAMES.has(found.parent ?? '') ? [] : [`Chain ${name} hangs from ${found.parent}, which is no bone.`]
    const above = byName.get(joints[i - 1]!)
    if (found.parent !== joints[i - 1] || above === undefined)
      return [`Chain ${name} breaks at ${joint}, which hangs from ${found.parent}.`]
    return distance(found.position, above.position) < SHORTEST
      ? [`Chain ${name} has a joint shorter than ${SHORTEST} cm at ${joint}.`]
      : []
  })
}
