import { tabulated } from '../kit/curve.ts'
import type { Garment } from './garment.ts'

/** How far from the middle an open front's edge runs, by height, on the left (1) and the right (−1). Centimetres. */
export function edgeOf({ mesh, threads }: Garment): Record<1 | -1, (y: number) => number> {
  const along = (side: 1 | -1) => {
    const points = mesh.positions.filter(([x], v) => threads[v]!.region === 'edge' && x * side > 0)
    const knots = points.map(([x, y]) => [y, x * side] as const).sort(([a], [b]) => a - b)
    return (y: number) => tabulated(knots, y)
  }
  return { 1: along(1), [-1]: along(-1) } as Record<1 | -1, (y: number) => number>
}
