import type { Fit } from './body/fit.ts'
import type { Character, CharacterPart } from './character.ts'
import type { Morph } from './kit/morph.ts'
import { pow } from './kit/ops.ts'
import { add, addScaled, cross, dot, normalize, scale, subtract, type Vec3 } from './kit/vec3.ts'

/** Brings the drawn figure to a person's frame: every vertex, shape, joint and collider through one map. */
export function applyFit(character: Character, { place }: Fit): Character {
  const { landmarks } = character
  return {
    ...character,
    joints: character.joints.map((joint) => ({ ...joint, position: place(joint.position) })),
    colliders: character.colliders.map(({ tail, radius, ...collider }) => ({
      ...collider,
      at: place(collider.at),
      radius: radius * growthAt(place, collider.at),
      ...(tail === undefined ? {} : { tail: place(tail) }),
    })),
    parts: character.parts.map((part) => fitPart(part, place)),
    landmarks: {
      crown: place(landmarks.crown),
      eyes: place(landmarks.eyes),
      chin: place(landmarks.chin),
      mouth: place(landmarks.mouth),
    },
  }
}

function fitPart(part: CharacterPart, place: Fit['place']): CharacterPart {
  const { positions, normals } = part.mesh
  const placed = positions.map(place)
  const moved = ({ indices, deltas }: Morph): Morph => ({
    indices,
    deltas: deltas.map((delta, i): Vec3 => {
      const v = indices[i]!
      return subtract(place(add(positions[v]!, delta)), placed[v]!)
    }),
  })
  return {
    ...part,
    mesh: {
      ...part.mesh,
      positions: placed,
      ...(normals ? { normals: normals.map((n, v) => turnedNormal(place, positions[v]!, placed[v]!, n)) } : {}),
    },
    morphs: new Map([...part.morphs].map(([name, morph]) => [name, moved(morph)])),
  }
}

/** Step by which the map's slope is felt, cm. */
const REACH = 0.05

/** What the map makes of a length of 1 about a place: the cube root of what it makes of a volume. */
function growthAt(place: Fit['place'], p: Vec3): number {
  const [u, v, w] = (
    [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ] as const
  ).map((axis) =>
    scale(subtract(place(addScaled(p, axis, REACH)), place(addScaled(p, axis, -REACH))), 0.5 / REACH),
  ) as [Vec3, Vec3, Vec3]
  return pow(dot(cross(u, v), w), 1 / 3)
}

/** A normal after the map: square to what the map makes of two directions along the surface. */
function turnedNormal(place: Fit['place'], p: Vec3, placed: Vec3, n: Vec3): Vec3 {
  const side: Vec3 = Math.abs(n[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]
  const along = normalize(cross(side, n))
  const moved = (direction: Vec3) => subtract(place(addScaled(p, direction, REACH)), placed)
  return normalize(cross(moved(along), moved(cross(n, along))))
}
