import { compileCorrectives, compileHelpers, deriveCorrectives, deriveHelpers } from '../../../engine/pose/derive.ts'
import { BONES } from '../../../engine/rig/bones.ts'
import type { Character, CharacterPart } from '../character.ts'
import { rigOf } from '../export/rig-of.ts'
import { morphed } from '../kit/morph.ts'
import { add, addScaled, cross, scale, subtract, type Vec3, type Vec4 } from '../kit/vec3.ts'
import type { Influences } from '../weights/influences.ts'

/** A joint in a pose: how it has turned, and where its own place of the T-pose has come to. */
type Place = { readonly turn: Vec4; readonly at: Vec3; readonly rest: Vec3 }

/**
 * Skins a character in a pose as a player does it: bones, helpers, correctives, then linear blending.
 *
 * Whatever swings hangs as in the T-pose.
 *
 * @param rotations  Local rotations, BONE_COUNT × 4, unit quaternions (x, y, z, w).
 * @returns          Positions of every part, in the order of the character's parts. Centimetres.
 */
export function poseCharacter(character: Character, rotations: Float32Array): Vec3[][] {
  const places = placesOf(character, rotations)
  const shapes = correctiveWeights(character, rotations)
  return character.parts.map((part) => posePart(part, places, shapes))
}

function placesOf(character: Character, rotations: Float32Array): Map<string, Place> {
  const helpers = character.joints.flatMap(({ name: node, rule }) => (rule ? [{ node, ...rule }] : []))
  const turned = new Float32Array(helpers.length * 4)
  deriveHelpers(turned, compileHelpers(helpers), rotations, 0)
  const locals = new Map<string, Vec4>([
    ...BONES.map((name, i) => [name as string, quatAt(rotations, i)] as const),
    ...helpers.map(({ node }, i) => [node, quatAt(turned, i)] as const),
  ])
  const places = new Map<string, Place>()
  for (const { name, parent, position } of character.joints) {
    const own = locals.get(name) ?? NO_TURN
    const above = parent === undefined ? ORIGIN : places.get(parent)!
    places.set(name, { turn: composed(above.turn, own), at: carried(above, position), rest: position })
  }
  return places
}

function correctiveWeights(character: Character, rotations: Float32Array): ReadonlyMap<string, number> {
  const { correctives } = rigOf(character, { name: 'posed', licence: 'none' })
  const weights = new Float32Array(correctives.length)
  deriveCorrectives(weights, compileCorrectives(correctives), rotations, 0)
  return new Map(correctives.map(({ shape }, i) => [shape, weights[i]!]))
}

function posePart(
  { mesh, morphs, influences }: CharacterPart,
  places: ReadonlyMap<string, Place>,
  weights: ReadonlyMap<string, number>,
): Vec3[] {
  const shapes = [...morphs].flatMap(([name, morph]) => {
    const weight = weights.get(name) ?? 0
    return weight === 0 ? [] : [[morph, weight] as const]
  })
  const shaped = shapes.length === 0 ? mesh.positions : morphed(mesh.positions, shapes)
  return shaped.map((p, v) => blended(p, influences[v]!, places))
}

function blended(p: Vec3, influences: Influences, places: ReadonlyMap<string, Place>): Vec3 {
  let sum: Vec3 = [0, 0, 0]
  for (const [joint, share] of influences) sum = addScaled(sum, carried(places.get(joint)!, p), share)
  return sum
}

const NO_TURN: Vec4 = [0, 0, 0, 1]
const ORIGIN: Place = { turn: NO_TURN, at: [0, 0, 0], rest: [0, 0, 0] }

const quatAt = (rows: Float32Array, row: number): Vec4 => [
  rows[row * 4]!,
  rows[row * 4 + 1]!,
  rows[row * 4 + 2]!,
  rows[row * 4 + 3]!,
]

const carried = ({ turn, at, rest }: Place, p: Vec3): Vec3 => add(at, turnedBy(turn, subtract(p, rest)))

function turnedBy([x, y, z, w]: Vec4, v: Vec3): Vec3 {
  const t = scale(cross([x, y, z], v), 2)
  return add(addScaled(v, t, w), cross([x, y, z], t))
}

/** The second turn first, then the first: parent · local. */
function composed([ax, ay, az, aw]: Vec4, [bx, by, bz, bw]: Vec4): Vec4 {
  const a: Vec3 = [ax, ay, az]
  const b: Vec3 = [bx, by, bz]
  const [x, y, z] = add(add(scale(b, aw), scale(a, bw)), cross(a, b))
  return [x, y, z, aw * bw - ax * bx - ay * by - az * bz]
}
