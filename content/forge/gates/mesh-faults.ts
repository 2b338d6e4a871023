import type { Character, CharacterPart } from '../character.ts'
import { inspectMesh } from '../kit/inspect-mesh.ts'
import { rimsOf } from './rims.ts'

/** Materials of things made of strips and sheets, open by nature. */
const SHEETS: ReadonlySet<string> = new Set([
  'lash',
  'lidShadow',
  'brow',
  'mouth',
  'nail',
  'hair',
  'hairUnder',
  'hairShadow',
])

/**
 * How many openings a part has at most; one that is not named has none. Skin opens where clothes hide it, and behind the
 * lids; ears within the head; cloth for the body that goes through, and at the backs of what is sewn on: pockets, plackets, buttons, laces.
 */
const RIMS: ReadonlyMap<string, number> = new Map([
  ['head', 7],
  ['ears', 2],
  ['eyeLeft', 1],
  ['eyeRight', 1],
  ['leftArm', 2],
  ['rightArm', 2],
  ['body', 6],
  ['sweater', 8],
  ['tshirt', 4],
  ['dress', 4],
  ['hoodie', 11],
  ['blouse', 14],
  ['cardigan', 10],
  ['jacket', 16],
  ['trousers', 3],
  ['skirt', 2],
  ['shoes', 26],
  ['lenses', 2],
  ['hat', 2],
  ['visor', 1],
])

/** Meshes that are torn, folded onto themselves or not made of numbers. */
export const meshFaults = ({ parts }: Character): string[] => parts.flatMap(partFaults)

function partFaults(part: CharacterPart): string[] {
  const { name, material, mesh } = part
  const { nonManifoldEdges, flippedEdges, brokenVertices } = inspectMesh(mesh)
  const rims = SHEETS.has(material) ? 0 : rimsOf(mesh)
  const most = RIMS.get(name) ?? 0
  return [
    counted(nonManifoldEdges, 'edges with three triangles or more'),
    counted(flippedEdges, 'edges between triangles that face opposite ways'),
    counted(brokenVertices, 'vertices at no finite place'),
    counted(brokenAttributes(part), 'attributes that are not finite, or not one for each vertex'),
    ...(rims > most ? [`${rims} openings, more than ${most}`] : []),
  ].flatMap((fault) => (fault === undefined ? [] : [`Part ${name} has ${fault}.`]))
}

const counted = (count: number, what: string): string | undefined => (count > 0 ? `${count} ${what}` : undefined)

function brokenAttributes({ mesh }: CharacterPart): number {
  const { positions, normals, uvs, shading, colors } = mesh
  return [normals, uvs, shading, colors].filter(
    (rows) =>
      rows !== undefined &&
      (rows.length !== positions.length || !rows.every((row: readonly number[]) => row.every(Number.isFinite))),
  ).length
}
