import { brush, createLayer, type Layer } from '../kit/layer.ts'
import { gauss, hypot2, smoothstep } from '../kit/scalar.ts'
import type { Vec2 } from '../kit/vec3.ts'

/** A picture of cloth under work. Lengths in pixels. */
export type ClothLayers = {
  /** Height above the cloth's surface. */
  readonly relief: Layer
  /** How much of a pixel sewing thread covers, [0, 1]. */
  readonly thread: Layer
  /** Rubbed pale, or dark in a groove: −1 to 1. */
  readonly worn: Layer
}

export const createClothLayers = (width: number, height: number): ClothLayers => ({
  relief: createLayer(width, height),
  thread: createLayer(width, height),
  worn: createLayer(width, height),
})

/** A ridge that rises and dies away along its path, with a shallow valley beside it. */
export function pressFold({ relief }: ClothLayers, path: readonly Vec2[], depth: number, width: number): void {
  const length = lengthOf(path)
  brush(relief, path, width * 3.2, (off, along, before) => {
    const t = along / length
    const ends = smoothstep(0, 0.35, t) * (1 - smoothstep(0.5, 1, t))
    return before + depth * ends * (gauss(off, width) - 0.45 * gauss(off - 1.7 * width, width))
  })
}

/** A groove where panels meet; the cloth to the path's right rises by `rise` and sinks back over `lap`. */
export function sewSeam({ relief, worn }: ClothLayers, path: readonly Vec2[], rise: number, lap: number): void {
  brush(relief, path, lap + 2, (off, _, before) => {
    const raised = rise * smoothstep(-0.8, 0.8, off) * (1 - smoothstep(lap * 0.5, lap, off))
    return before + raised - 0.5 * gauss(off, 1)
  })
  brush(worn, path, lap + 2, (off, along, before) => {
    const rope = 0.5 + 0.5 * Math.sign(Math.floor(along / 5) % 2)
    return before - 0.5 * gauss(off, 1.1) + 0.16 * rope * gauss(off - lap * 0.4, lap * 0.4)
  })
}

/** Stitches beside a path: period and length, pixels. */
const STITCH = { period: 4, length: 2.9, halfWidth: 0.85 } as const

export function topstitch({ relief, thread }: ClothLayers, path: readonly Vec2[], beside: number): void {
  const reach = Math.abs(beside) + 4
  brush(relief, path, reach, (off, _, before) => before - 0.5 * gauss(off - beside, 1.6))
  brush(thread, path, reach, (off, along, before) => {
    const isOn = along % STITCH.period < STITCH.length
    return isOn
      ? Math.max(before, 1 - smoothstep(STITCH.halfWidth - 0.4, STITCH.halfWidth + 0.4, Math.abs(off - beside)))
      : before
  })
}

const lengthOf = (path: readonly Vec2[]): number =>
  path.slice(1).reduce((sum, [x, y], i) => sum + hypot2(x - path[i]![0], y - path[i]![1]), 0)
