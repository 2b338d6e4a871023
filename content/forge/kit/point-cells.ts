import { distance, type Vec3 } from './vec3.ts'

/** Points sorted into cells as wide as the reach at which they are asked for. */
export type PointCells = { readonly hasNear: (p: Vec3) => boolean }

export function createPointCells(points: readonly Vec3[], reach: number): PointCells {
  const cells = new Map<number, Vec3[]>()
  const cellOf = ([x, y, z]: Vec3): Vec3 => [Math.floor(x / reach), Math.floor(y / reach), Math.floor(z / reach)]
  for (const p of points) {
    const key = keyOf(...cellOf(p))
    const cell = cells.get(key)
    if (cell) cell.push(p)
    else cells.set(key, [p])
  }
  return {
    hasNear: (p) => {
      const [x, y, z] = cellOf(p)
      for (let i = x - 1; i <= x + 1; i++)
        for (let j = y - 1; j <= y + 1; j++)
          for (let k = z - 1; k <= z + 1; k++)
            if (cells.get(keyOf(i, j, k))?.some((q) => distance(p, q) <= reach)) return true
      return false
    },
  }
}

/** One number for a cell; figures stay within 500 cells of the origin. */
const keyOf = (x: number, y: number, z: number): number => ((x + 500) * 1000 + (y + 500)) * 1000 + (z + 500)
