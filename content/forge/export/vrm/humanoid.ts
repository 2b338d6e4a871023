import { BONES } from '../../../../engine/rig/bones.ts'
import { GAZE_REACH } from '../../../../engine/rig/limits.ts'
import type { Character, CharacterPart } from '../../character.ts'
import { scale, subtract } from '../../kit/vec3.ts'
import type { Joint } from '../../skeleton/skeleton.ts'
import type { SpringChain } from '../../skeleton/springs.ts'

/** Index of a node in the file, by its name. */
export type NodeIndex = (name: string) => number

/** The humanoid standard's bones: the model's joints carry its names already. */
export const humanoidOf = (node: NodeIndex) => ({
  humanBones: Object.fromEntries(BONES.map((bone) => [bone, { node: node(bone) }])),
})

/**
 * Eyes turn by their bones, degree for degree up to the reach that the engine gives them.
 *
 * Lids do not follow: VRM turns bones or plays the look expressions, not both.
 */
export function lookAtOf({ joints, landmarks }: Character) {
  const head = joints.find(({ name }) => name === 'head')!
  const upTo = (degrees: number) => ({ inputMaxValue: degrees, outputScale: degrees })
  const { yaw, up, down } = GAZE_REACH.eyes
  return {
    type: 'bone',
    offsetFromHeadBone: scale(subtract(landmarks.eyes, head.position), 0.01),
    rangeMapHorizontalInner: upTo(yaw),
    rangeMapHorizontalOuter: upTo(yaw),
    rangeMapVerticalUp: upTo(up),
    rangeMapVerticalDown: upTo(down),
  }
}

/** What a camera behind the eyes shows: not the head, all of what hangs on other bones, and of a mixed part what viewers cut. */
export function firstPersonOf({ parts, joints, springs }: Character, node: NodeIndex) {
  const ofHead = jointsOfHead(joints, springs)
  return {
    meshAnnotations: parts.map((part) => ({ node: node(`${part.name}Mesh`), type: visibilityOf(part, ofHead) })),
  }
}

/** The head and all that hangs from it, long hair from the neck too: jaw, eyes, hair, earrings. Parents come before children. */
function jointsOfHead(joints: readonly Joint[], springs: readonly SpringChain[]): ReadonlySet<string> {
  const roots = new Set(springs.map(({ joints }) => joints[0]))
  const found = new Set([
    'head',
    ...joints.flatMap((joint) => (joint.parent === 'neck' && roots.has(joint.name) ? [joint.name] : [])),
  ])
  for (const { name, parent } of joints) if (parent !== undefined && found.has(parent)) found.add(name)
  return found
}

function visibilityOf({ influences }: CharacterPart, ofHead: ReadonlySet<string>): 'thirdPersonOnly' | 'both' | 'auto' {
  const carriers = new Set(influences.flatMap((shares) => [...shares.keys()]))
  const onHead = [...carriers].filter((joint) => ofHead.has(joint)).length
  if (onHead === carriers.size) return 'thirdPersonOnly'
  return onHead > 0 ? 'auto' : 'both'
}
