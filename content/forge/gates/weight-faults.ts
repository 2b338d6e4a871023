import type { Character, CharacterPart } from '../character.ts'

/** What glTF holds for each vertex. */
const MOST_JOINTS = 4
const SLACK = 1e-6

/** Vertices that no joint carries whole, or that name a joint the skeleton lacks. */
export function weightFaults({ parts, joints }: Character): string[] {
  const known = new Set(joints.map(({ name }) => name))
  return parts.flatMap((part) => [...unknownJoints(part, known), ...unsoundShares(part)])
}

function unknownJoints({ name, influences }: CharacterPart, known: ReadonlySet<string>): string[] {
  const named = new Set(influences.flatMap((shares) => [...shares.keys()]))
  return [...named]
    .filter((joint) => !known.has(joint))
    .map((joint) => `Part ${name} hangs on ${joint}, which is no joint.`)
}

function unsoundShares({ name, mesh, influences }: CharacterPart): string[] {
  if (influences.length !== mesh.positions.length)
    return [`Part ${name} has weights for ${influences.length} of its ${mesh.positions.length} vertices.`]
  const unsound = influences.filter((shares) => {
    const all = [...shares.values()]
    const sum = all.reduce((total, share) => total + share, 0)
    return !(all.length <= MOST_JOINTS && Math.abs(sum - 1) < SLACK && all.every((share) => share >= 0))
  })
  return unsound.length === 0
    ? []
    : [`Part ${name} has ${unsound.length} vertices whose weights are not one to four shares that sum to 1.`]
}
