import type { CharacterPart } from '../character.ts'
import { computeNormals } from '../kit/mesh.ts'
import { add, addScaled, cross, dot, normalize, scale, subtract, type Vec2, type Vec3 } from '../kit/vec3.ts'
import { addInfluence, finishInfluences, type Influences } from '../weights/influences.ts'

/** A place on cloth already sewn. */
export type Spot = {
  readonly point: Vec3
  readonly normal: Vec3
  /** In the cloth's picture. */
  readonly uv: Vec2
  readonly influences: Influences
}

/** The first place of the cloth that a ray meets. */
export type Surface = (origin: Vec3, direction: Vec3) => Spot

/** Lets things be laid on sewn cloth: they lie on its folds and go with it wherever it goes. */
export function surfaceOf({ name, mesh, influences }: CharacterPart): Surface {
  const { positions, triangles } = mesh
  const normals = mesh.normals ?? computeNormals(positions, triangles)
  const { uvs = [] } = mesh
  return (origin, direction) => {
    let nearest = Number.POSITIVE_INFINITY
    let spot: (() => Spot) | undefined
    for (const [a, b, c] of triangles) {
      const met = meet(origin, direction, [positions[a]!, positions[b]!, positions[c]!])
      if (!met || met.distance >= nearest) continue
      nearest = met.distance
      const corners = [a, b, c].map((v, i) => ({
        share: met.shares[i]!,
        normal: normals[v]!,
        uv: uvs[v]!,
        own: influences[v]!,
      }))
      spot = () => ({
        point: addScaled(origin, direction, met.distance),
        normal: normalize(corners.reduce<Vec3>((sum, { share, normal }) => addScaled(sum, normal, share), [0, 0, 0])),
        uv: corners.reduce<Vec2>(([u, v], { share, uv }) => [u + uv[0] * share, v + uv[1] * share], [0, 0]),
        influences: mixInfluences(corners),
      })
    }
    if (!spot) throw new Error(`Nothing of the ${name} lies before ${origin}. A trim wants to be laid there; move it.`)
    return spot()
  }
}

function mixInfluences(corners: readonly { readonly share: number; readonly own: Influences }[]): Influences {
  const mixed: Influences = new Map()
  for (const { share, own } of corners) for (const [joint, weight] of own) addInfluence(mixed, joint, weight * share)
  return finishInfluences(mixed)
}

type Meeting = { readonly distance: number; readonly shares: Vec3 }

/** @source T. Möller, B. Trumbore, "Fast, minimum storage ray/triangle intersection" (1997). */
function meet(origin: Vec3, direction: Vec3, [a, b, c]: readonly [Vec3, Vec3, Vec3]): Meeting | undefined {
  const ab = subtract(b, a)
  const ac = subtract(c, a)
  const p = cross(direction, ac)
  const volume = dot(ab, p)
  // Only faces that look at the ray's origin.
  if (volume < 1e-9) return undefined
  const offset = subtract(origin, a)
  const second = dot(offset, p) / volume
  if (second < 0 || second > 1) return undefined
  const q = cross(offset, ab)
  const third = dot(direction, q) / volume
  if (third < 0 || second + third > 1) return undefined
  const distance = dot(ac, q) / volume
  return distance < 0 ? undefined : { distance, shares: [1 - second - third, second, third] }
}

/** A spot moved off the cloth along its normal. */
export const off = ({ point, normal }: Spot, height: number): Vec3 => add(point, scale(normal, height))
