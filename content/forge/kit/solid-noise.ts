import { random } from '../../../engine/core/random.ts'

/** Values of the lattice, repeated in no pattern an eye would find; a power of two. */
const LATTICE = 4096

/** Smooth value noise in space, about uniform in [0, 1), with features of size 1. */
export function solidNoise(seed: number, stream: string): (x: number, y: number, z: number) => number {
  const lattice = Float32Array.from({ length: LATTICE }, (_, i) => random(seed, stream, i))
  const at = (x: number, y: number, z: number): number => {
    let h = Math.imul(x, 0x8da6b343) ^ Math.imul(y, 0xd8163841 | 0) ^ Math.imul(z, 0xcb1ab31f | 0)
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
    return lattice[(h ^ (h >>> 13)) & (LATTICE - 1)]!
  }
  return (x, y, z) => {
    const i = Math.floor(x)
    const j = Math.floor(y)
    const k = Math.floor(z)
    const u = ease(x - i)
    const v = ease(y - j)
    const w = ease(z - k)
    const row = (dj: number, dk: number) => {
      const a = at(i, j + dj, k + dk)
      return a + (at(i + 1, j + dj, k + dk) - a) * u
    }
    const near = row(0, 0) + (row(1, 0) - row(0, 0)) * v
    const far = row(0, 1) + (row(1, 1) - row(0, 1)) * v
    return near + (far - near) * w
  }
}

const ease = (t: number): number => t * t * (3 - 2 * t)
