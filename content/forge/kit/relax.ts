import { addScaled, mix3, scale, type Vec3 } from './vec3.ts'

export interface RelaxOptions {
  readonly iterations: number
  /** Share of the way to the neighbours' centre per iteration, by vertex, [0, 1]; 0 pins the vertex. */
  readonly factor: (vertex: number) => number
  /** Puts a moved point back where it may be, for example onto a surface. */
  readonly settle?: (point: Vec3, vertex: number) => Vec3
}

/** Evens out vertices in place: towards the centre of their neighbours, then back onto the surface. */
export function relax(positions: Vec3[], neighbours: readonly (readonly number[])[], options: RelaxOptions): void {
  const { iterations, factor, settle } = options
  for (let i = 0; i < iterations; i++) {
    const before = positions.slice()
    for (let v = 0; v < positions.length; v++) {
      const share = factor(v)
      const ring = neighbours[v]!
      if (share === 0 || ring.length === 0) continue
      let centre: Vec3 = [0, 0, 0]
      for (const n of ring) centre = addScaled(centre, before[n]!, 1)
      const moved = mix3(before[v]!, scale(centre, 1 / ring.length), share)
      positions[v] = settle ? settle(moved, v) : moved
    }
  }
}
