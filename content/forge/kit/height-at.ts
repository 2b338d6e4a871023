import type { Vec3 } from './vec3.ts'

/** Height of a line of points in rising x, its ends held. */
export function heightAt(line: readonly Vec3[], x: number): number {
  const i = line.findIndex((p) => p[0] >= x)
  if (i <= 0) return line[i === 0 ? 0 : line.length - 1]![1]
  const a = line[i - 1]!
  const b = line[i]!
  return a[1] + ((b[1] - a[1]) * (x - a[0])) / Math.max(1e-9, b[0] - a[0])
}
