import { BONES, type BoneName } from '../../../engine/rig/bones.ts'
import { type FINGER_FAN, fingerBendAxis } from '../../../engine/rig/hand-poses.ts'
import type { Corrective, Rig } from '../../../engine/rig/rig.ts'
import type { Character } from '../character.ts'
import { DEGREE } from '../kit/scalar.ts'
import { LID_CLOSURES } from '../shapes/lid-closures.ts'
import { metres } from './metres.ts'
import { springsOf } from './springs-of.ts'

/** Bend of knuckle and middle joint together at which a finger's flesh begins to swell, and is full. Radians. */
const CURL_FROM = 40 * DEGREE
const CURL_TO = 190 * DEGREE

/** How a character's model carries the humanoid standard: the contents of its `rig.json`. */
export function rigOf(character: Character, { name, licence }: { name: string; licence: string }): Rig {
  const places = new Map(character.joints.map((joint) => [joint.name, metres(joint.position)]))
  const { crown, eyes, chin, mouth } = character.landmarks
  return {
    version: 1,
    name,
    licence,
    bones: Object.fromEntries(BONES.map((bone) => [bone, { node: bone, rest: places.get(bone)! }])),
    helpers: character.joints.flatMap(({ name: node, rule }) => (rule ? [{ node, ...rule }] : [])),
    correctives: [...correctives('left'), ...correctives('right')],
    lids: LID_CLOSURES,
    ...springsOf(character),
    landmarks: { crown: metres(crown), eyes: metres(eyes), chin: metres(chin), mouth: metres(mouth) },
    ground: { ankle: places.get('leftFoot')![1] },
  }
}

function correctives(side: 'left' | 'right'): Corrective[] {
  return (['index', 'middle', 'ring', 'little'] as const satisfies readonly (keyof typeof FINGER_FAN)[]).map(
    (finger) => {
      const name = finger[0]!.toUpperCase() + finger.slice(1)
      const [x, y, z] = fingerBendAxis(finger)
      return {
        shape: `${side}Curl${name}`,
        sources: [`${side}${name}Proximal`, `${side}${name}Intermediate`] as BoneName[],
        // The mirror image of a turn about (x, y, z) is one about (x, −y, −z).
        axis: side === 'left' ? [x, y, z] : [x, -y, -z],
        from: CURL_FROM,
        to: CURL_TO,
      }
    },
  )
}
