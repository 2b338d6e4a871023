import { inspectMesh } from '../kit/inspect-mesh.ts'
import type { BuiltFace } from './built-face.ts'
import type { Finding } from './finding.ts'

/** The skin's open end lies below this, cm. */
const CHEST = -18

/** The skin is one closed, manifold sheet but for its ends: the chest and the pockets behind the lids. */
export function closedSkin({ skin, parts }: BuiltFace): Finding[] {
  const found: Finding[] = []
  const report = (where: string, count: number, problem: string) =>
    count > 0 && found.push({ gate: 'closed skin', where, millimetres: 0, problem: `${count} ${problem}` })
  for (const { name, mesh } of parts) {
    const { nonManifoldEdges, flippedEdges, brokenVertices } = inspectMesh(mesh)
    report(name, nonManifoldEdges, 'edges have three faces or more')
    report(name, flippedEdges, 'edges lie between faces that look opposite ways')
    report(name, brokenVertices, 'vertices are no finite points')
  }
  const isEnd = (v: number) => {
    const site = skin.sites[v]!
    return skin.mesh.positions[v]![1] < CHEST || (site.kind === 'lid' && site.layer === 'pocket')
  }
  const torn = boundaryEdges(skin.mesh.triangles).filter((edge) => !edge.every(isEnd))
  report('head', torn.length, 'edges are open away from chest and lids')
  return found
}

function boundaryEdges(triangles: readonly (readonly [number, number, number])[]): [number, number][] {
  const open = new Map<string, [number, number]>()
  for (const t of triangles)
    for (let i = 0; i < 3; i++) {
      const [a, b] = [t[i]!, t[(i + 1) % 3]!]
      const key = a < b ? `${a},${b}` : `${b},${a}`
      if (!open.delete(key)) open.set(key, [a, b])
    }
  return [...open.values()]
}
