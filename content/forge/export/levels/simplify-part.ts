import { MeshoptSimplifier } from 'meshoptimizer'
import type { CharacterPart } from '../../character.ts'
import { compactMesh, computeNormals, type Triangle } from '../../kit/mesh.ts'
import { remapMorph } from '../../kit/morph.ts'
import { length, type Vec3 } from '../../kit/vec3.ts'
import { simplifierAttributes } from './attributes.ts'

export type Simplification = {
  readonly triangles: number
  /** Moves of shapes shorter than this are dropped, cm. */
  readonly leastMove: number
  /** Places by name. */
  readonly joints: ReadonlyMap<string, Vec3>
}

/**
 * Leaves out vertices of a part until few enough triangles are left.
 *
 * Those that stay are as they were, so that weights, shapes and colours stay true, and so does the rim of an opening
 * that meets another part.
 */
export function simplifyPart(part: CharacterPart, { triangles, leastMove, joints }: Simplification): CharacterPart {
  const { mesh } = part
  if (triangles >= mesh.triangles.length) return { ...part, morphs: withoutShortMoves(part.morphs, leastMove) }
  // The full mesh's normals: what a coarse one would compute shows its facets.
  const normals = mesh.normals ?? computeNormals(mesh.positions, mesh.triangles)
  const { rows, weights } = simplifierAttributes({ ...part, mesh: { ...mesh, normals } }, joints)
  const [kept] = MeshoptSimplifier.simplifyWithAttributes(
    new Uint32Array(mesh.triangles.flat()),
    new Float32Array(mesh.positions.flat()),
    3,
    new Float32Array(rows.flat()),
    weights.length,
    [...weights],
    null,
    3 * triangles,
    ANY_ERROR,
    isSkin(part) ? ['LockBorder', 'Regularize'] : [],
  )
  const { mesh: small, remap } = compactMesh({ ...mesh, normals, triangles: trianglesOf(kept) })
  return {
    ...part,
    mesh: small,
    influences: part.influences.filter((_, v) => remap[v]! >= 0),
    morphs: withoutShortMoves(
      new Map([...part.morphs].map(([name, morph]) => [name, remapMorph(morph, remap)])),
      leastMove,
    ),
  }
}

/** Of the part's size: the number of triangles alone decides. */
const ANY_ERROR = 1

const SKINS: readonly string[] = ['skin', 'skin2']
const isSkin = ({ material }: CharacterPart): boolean => SKINS.includes(material)

const trianglesOf = (indices: Uint32Array): Triangle[] =>
  Array.from(
    { length: indices.length / 3 },
    (_, t): Triangle => [indices[3 * t]!, indices[3 * t + 1]!, indices[3 * t + 2]!],
  )

const withoutShortMoves = (morphs: CharacterPart['morphs'], least: number): CharacterPart['morphs'] =>
  new Map(
    [...morphs].map(([name, { indices, deltas }]) => {
      const isKept = deltas.map((delta) => length(delta) >= least)
      return [name, { indices: indices.filter((_, i) => isKept[i]), deltas: deltas.filter((_, i) => isKept[i]) }]
    }),
  )
