import type { Mesh } from '../kit/mesh.ts'

/** Places closer than this count as one: where a picture's seam parts a mesh, vertices are doubled. 1 / cm. */
const CELLS = 1e5

/** How many openings a mesh has: runs of edges that belong to one side of a surface alone. Seams of pictures are none. */
export function rimsOf({ positions, triangles }: Mesh): number {
  const place = numberPlaces(positions)
  const size = positions.length
  /** By edge: how often it is walked one way, less how often the other. */
  const walks = new Map<number, number>()
  for (const triangle of triangles) {
    for (let i = 0; i < 3; i++) {
      const a = place[triangle[i]!]!
      const b = place[triangle[(i + 1) % 3]!]!
      const edge = Math.min(a, b) * size + Math.max(a, b)
      walks.set(edge, (walks.get(edge) ?? 0) + Math.sign(b - a))
    }
  }
  const open = [...walks].filter(([, walk]) => walk !== 0)
  return countRuns(open.map(([edge]) => [Math.floor(edge / size), edge % size]))
}

function numberPlaces(positions: Mesh['positions']): number[] {
  const numbers = new Map<string, number>()
  return positions.map((p) => {
    const key = p.map((c) => Math.round(c * CELLS)).join()
    if (!numbers.has(key)) numbers.set(key, numbers.size)
    return numbers.get(key)!
  })
}

/** Edges that hang together. */
function countRuns(edges: readonly (readonly [number, number])[]): number {
  const towards = new Map<number, number>()
  const leaderOf = (vertex: number): number => {
    let leader = vertex
    while (towards.has(leader)) leader = towards.get(leader)!
    return leader
  }
  let runs = new Set(edges.flat()).size
  for (const [a, b] of edges) {
    const [from, to] = [leaderOf(a), leaderOf(b)]
    if (from === to) continue
    towards.set(from, to)
    runs--
  }
  return runs
}
