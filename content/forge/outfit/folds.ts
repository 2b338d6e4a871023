import { createDice } from '../kit/noise.ts'
import { gauss, lerp, smoothstep } from '../kit/scalar.ts'
import { addScaled, cross, dot, mirrorX, normalize, subtract, type Vec3 } from '../kit/vec3.ts'

/** A crease: a ridge that springs from where cloth is held or pressed, and fades where it is free. Left side, cm. */
export type Fold = {
  readonly from: Vec3
  readonly to: Vec3
  /** Of the ridge; the furrow below it is as wide. */
  readonly width: number
  readonly height: number
}

/** Height of the folds at a point of a surface with a normal, centimetres. */
export type FoldField = (p: Vec3, normal: Vec3) => number

/** How far along the normal a fold still counts: one on the chest must not reach the back. */
const THROUGH = 3.5
/** The furrow beside a ridge: how deep, and how far off in widths. */
const FURROW = { depth: 0.75, at: 1.5 } as const

/** Folds on both sides; no two sides of a garment crease alike. */
export function foldsOf(folds: readonly Fold[], name: string): FoldField {
  const dice = createDice(5, `folds/${name}`)
  const vary = (p: Vec3): Vec3 => [p[0], p[1] + lerp(-1, 1, dice()), p[2]]
  const all = [...folds, ...folds.map((f) => ({ ...f, from: mirrorX(f.from), to: mirrorX(f.to) }))].map((fold) => {
    const isRight = fold.from[0] + fold.to[0] < 0
    const from = vary(fold.from)
    const way = subtract(vary(fold.to), from)
    const height = fold.height * lerp(0.7, 1.2, dice())
    return { from, way, squared: dot(way, way), width: fold.width * (isRight ? -1 : 1), height }
  })
  return (p, normal) =>
    all.reduce((sum, { from, way, squared, width, height }) => {
      const offset = subtract(p, from)
      const t = dot(offset, way) / squared
      if (t < -0.2 || t > 1.2) return sum
      const rest = addScaled(offset, way, -t)
      const across = dot(rest, normalize(cross(way, normal))) / width
      if (Math.abs(across) > 4) return sum
      const strength = smoothstep(-0.15, 0.2, t) * (1 - smoothstep(0.4, 1.15, t)) * gauss(dot(rest, normal), THROUGH)
      return sum + height * strength * (gauss(across, 1) - FURROW.depth * gauss(across - FURROW.at, 1))
    }, 0)
}
