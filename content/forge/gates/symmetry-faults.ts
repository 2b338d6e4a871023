import type { Character } from '../character.ts'
import { distance, mirrorX, type Vec3 } from '../kit/vec3.ts'

/** What two sides of a body may differ by, cm. */
const TOLERANCE = 1e-3
/** Parts that are their own mirror image, and pairs. What is drawn by chance, as hair and creases, is neither. */
const MIRRORED: readonly (readonly [string, string])[] = [
  ['ears', 'ears'],
  ['lashes', 'lashes'],
  ['body', 'body'],
  ['shoes', 'shoes'],
  ['eyeLeft', 'eyeRight'],
  ['leftArm', 'rightArm'],
  ['leftNails', 'rightNails'],
]

/** A body whose sides differ. */
export const symmetryFaults = (character: Character): string[] => [
  ...jointFaults(character),
  ...MIRRORED.flatMap((pair) => pairFaults(character, pair)),
]

function jointFaults({ joints }: Character): string[] {
  const places = new Map(joints.map(({ name, position }) => [name, position]))
  return joints
    .filter(({ name }) => name.startsWith('left'))
    .flatMap(({ name, position }) => {
      const twin = places.get(name.replace('left', 'right'))
      if (twin === undefined) return [`Joint ${name} has no twin on the right.`]
      return distance(mirrorX(twin), position) < TOLERANCE
        ? []
        : [`Joint ${name} is not where its twin's mirror image is.`]
    })
}

function pairFaults({ parts }: Character, [left, right]: readonly [string, string]): string[] {
  const [a, b] = [left, right].map((name) => parts.find((part) => part.name === name)?.mesh.positions)
  if (a === undefined && b === undefined) return []
  const lonely = a === undefined || b === undefined ? 1 : lonelyPlaces(a, b) + lonelyPlaces(b, a)
  return lonely === 0 ? [] : [`Parts ${left} and ${right} are no mirror images: ${lonely} vertices have no twin.`]
}

/** Places of one side without a twin on the other. */
function lonelyPlaces(places: readonly Vec3[], others: readonly Vec3[]): number {
  const cells = new Set(others.flatMap((p) => cellsAround(mirrorX(p))))
  return places.filter((p) => !cells.has(cellOf(p))).length
}

const cellOf = (p: Vec3): string => p.map((c) => Math.round(c / TOLERANCE)).join()

/** The cells of a place and of those a third of a cell around it, so that rounding parts no twins. */
function cellsAround([x, y, z]: Vec3): string[] {
  const by = [-TOLERANCE / 3, TOLERANCE / 3]
  return by.flatMap((dx) => by.flatMap((dy) => by.map((dz) => cellOf([x + dx, y + dy, z + dz]))))
}
