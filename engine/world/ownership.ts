import { ARKIT_BLENDSHAPES, FACE_CHANNELS } from '../rig/blendshapes.ts'
import { BONES } from '../rig/bones.ts'

/** Groups of bones and of face channels as the table of ownership names them; the first that fits counts. */
const BONE_GROUPS = [
  ['eyes', /Eye$/],
  ['neck and head', /^(neck|head)$/],
  ['trunk', /^(hips|spine|chest|upperChest)$/],
  ['legs', /Leg$|Foot$|Toes$/],
  ['arms', /Shoulder$|Arm$|Hand$|Thumb|Index|Middle|Ring|Little/],
  ['jaw', /^jaw$/],
] as const
const FACE_GROUPS = [
  ['blink', /^eyeBlink/],
  ['eyeLook', /^eyeLook/],
  ['mouth shapes', /^(mouth|jaw)/],
  ['other shapes', /./],
] as const

const groupOf = (groups: readonly (readonly [string, RegExp])[], name: string): string =>
  groups.find(([, pattern]) => pattern.test(name))![0]

/** Group of each bone, by its index. */
export const BONE_LABELS: readonly string[] = BONES.map((name) => groupOf(BONE_GROUPS, name))
/** Group of each face channel, by its index. */
export const FACE_LABELS: readonly string[] = FACE_CHANNELS.map((name, i) =>
  i < ARKIT_BLENDSHAPES.length ? groupOf(FACE_GROUPS, name) : 'visemes',
)
