import * as z from 'zod'
import { EngineError } from '../../engine/core/errors.ts'
import { knownNames } from '../../engine/core/suggest.ts'
import { BONE_PARENTS, BONES, type BoneName, boneIndex } from '../../engine/rig/bones.ts'
import table from './joint-names.json' with { type: 'json' }
import type { SourceJoint } from './source-motion.ts'

/** Without these no motion of a body can be told. Source: VRM 1.0, required bones; hands and feet may be missing in captures. */
const NEEDED: readonly BoneName[] = [
  'hips',
  'head',
  'leftUpperArm',
  'leftLowerArm',
  'rightUpperArm',
  'rightLowerArm',
  'leftUpperLeg',
  'leftLowerLeg',
  'rightUpperLeg',
  'rightLowerLeg',
]
/** Names told in a message. */
const NAMES_TOLD = 12

/** What stands before names in files of some programs. */
const PREFIX = /^(armature\||mixamorig\d*[:_]?|bip0*1[ _]?|j_bip_[clr]_|def-|org-|[^:]*:)/i

const mapSchema = z.partialRecord(z.enum(BONES as [BoneName, ...BoneName[]]), z.string().min(1))

export type FoundBones = { readonly map: ReadonlyMap<BoneName, number>; readonly convention: string }

/**
 * Finds the bones of the humanoid among the joints of a skeleton by their names, by the convention that finds most.
 *
 * @throws  `clip/no-humanoid` with the names that were found and the bones that were not.
 */
export function findBones(joints: readonly SourceJoint[], from: string): FoundBones {
  const sided = joints.map(({ name }) => plainNames(name))
  const found = Object.entries(table.conventions).map(([convention, names]) => ({
    convention,
    map: mapBy(names, sided, joints),
  }))
  const best = found.reduce((best, one) => (one.map.size > best.map.size ? one : best))
  requireBody(best.map, joints, from)
  return best
}

/**
 * Reads a map of one's own: bones of the humanoid and the joints that are them.
 *
 * @throws  `clip/bad-map`, `clip/no-humanoid`.
 */
export function readBoneMap(text: string, joints: readonly SourceJoint[], from: string): FoundBones {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (cause) {
    throw new EngineError('clip/bad-map', `The map of bones is not JSON: ${(cause as Error).message}.`, { cause })
  }
  const result = mapSchema.safeParse(data)
  if (!result.success) {
    const { path, message } = result.error.issues[0]!
    throw new EngineError(
      'clip/bad-map',
      `The map of bones has a fault at ${path.join('.') || 'its top'}: ${message}. It holds lines such as "leftUpperArm": "L_Arm".`,
    )
  }
  const map = new Map<BoneName, number>()
  for (const [bone, name] of Object.entries(result.data) as [BoneName, string][]) {
    const joint = joints.findIndex((one) => one.name === name)
    if (joint < 0) {
      const known = joints.map((one) => one.name)
      throw new EngineError(
        'clip/bad-map',
        `The map gives "${bone}" the joint "${name}", which "${from}" lacks. ${knownNames(name, known)}`,
      )
    }
    map.set(bone, joint)
  }
  requireBody(map, joints, from)
  return { map, convention: 'a map of your own' }
}

/** Refuses what is no body. @throws `clip/no-humanoid` */
export function requireBody(map: ReadonlyMap<BoneName, number>, joints: readonly SourceJoint[], from: string): void {
  const missing = NEEDED.filter((bone) => !map.has(bone))
  if (missing.length === 0) return
  const names = joints.slice(0, NAMES_TOLD).map(({ name }) => name.slice(0, 40))
  const more = joints.length > NAMES_TOLD ? ` and ${joints.length - NAMES_TOLD} more` : ''
  const found = map.size === 0 ? 'none of its joints is known by name' : `it lacks ${missing.join(', ')}`
  throw new EngineError(
    'clip/no-humanoid',
    `"${from}" is not the motion of a humanoid: ${found}. It has ${joints.length === 0 ? 'no joints' : `${names.join(', ')}${more}`}. If these are a body, name its bones with --map.`,
  )
}

type Names = Readonly<Record<string, readonly string[] | undefined>>

function mapBy(
  names: Names,
  plain: readonly (readonly string[])[],
  joints: readonly SourceJoint[],
): Map<BoneName, number> {
  const map = new Map<BoneName, number>()
  for (const bone of BONES) {
    const joint = jointFor(bone, names, plain)
    // A joint stands for one bone, and hangs from the bone that it hangs from here.
    if (joint === undefined || [...map.values()].includes(joint)) continue
    if (hangsRightly(joint, bone, map, joints)) map.set(bone, joint)
  }
  return map
}

function jointFor(bone: BoneName, names: Names, plain: readonly (readonly string[])[]): number | undefined {
  const side = /^(left|right)[A-Z]/.exec(bone)?.[1]
  const stems = names[side === undefined ? bone : bone.slice(side.length)] ?? []
  for (const stem of stems) {
    const wanted = side === undefined ? stem : `${side}/${stem}`
    const joint = plain.findIndex((known) => known.includes(wanted))
    if (joint >= 0) return joint
  }
  return undefined
}

function hangsRightly(
  joint: number,
  bone: BoneName,
  map: ReadonlyMap<BoneName, number>,
  joints: readonly SourceJoint[],
): boolean {
  let above = BONE_PARENTS[boneIndex(bone)]!
  while (above >= 0 && !map.has(BONES[above]!)) above = BONE_PARENTS[above]!
  if (above < 0) return true
  const wanted = map.get(BONES[above]!)!
  for (let at = joints[joint]!.parent; at >= 0; at = joints[at]!.parent) if (at === wanted) return true
  return false
}

/** A name as the table has it, and with its side split off where it may have one: "Left_Hand" gives "lefthand" and "left/hand". */
function plainNames(name: string): string[] {
  const bare = name.replace(PREFIX, '')
  const plain = bare.toLowerCase().replace(/[^a-z0-9]/g, '')
  const names = [plain]
  // J_Bip_L_Hand and Bip01 L Hand have the side where others have none: it may be gone with what stands before.
  const before = /^(?:j_bip_|bip0*1[ _])([lr])[ _]/i.exec(name)?.[1]?.toLowerCase()
  if (before !== undefined) names.push(`${before === 'l' ? 'left' : 'right'}/${plain.replace(/^[lr](?=[a-z])/, '')}`)
  const first =
    /^(left|right|l|r)[-_. ]?(?=[A-Za-z0-9])(.+)$/.exec(bare) ?? /^(Left|Right|L|R)[-_. ]?([A-Z0-9_.].*)$/.exec(bare)
  if (first !== null) names.push(`${sideOf(first[1]!)}/${first[2]!.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
  const last = /^(.+?)[-_. ]?(left|right|l|r|Left|Right|L|R)$/.exec(bare)
  if (last !== null) names.push(`${sideOf(last[2]!)}/${last[1]!.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
  return names
}

const sideOf = (mark: string): 'left' | 'right' => (mark.toLowerCase().startsWith('l') ? 'left' : 'right')
