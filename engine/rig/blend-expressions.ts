import { clamp01 } from '../core/math/scalar.ts'
import { type Bearing, type Expression, type ExpressionTiming, weightAt } from './expressions.ts'
import { FACE_REGIONS } from './face-regions.ts'

/** An expression and how strongly, [0, 1]. */
export type ExpressionShare = { readonly expression: Expression; readonly intensity: number }

/** One face made of one or several expressions. */
export type Blend = {
  readonly channels: Uint8Array
  readonly weights: Float32Array
  readonly timing: ExpressionTiming
  readonly bearing: Bearing
  /** How far it hides what lies under it, [0, 1]. */
  readonly cover: number
}

/** Intensity from which a face hides what lies under it. */
const COVERS_AT = 0.6

const BEARINGS = ['headPitch', 'headRoll', 'headYaw', 'leanPitch'] as const

/**
 * Makes one face of several expressions.
 *
 * Weights join as chances do, 1 − (1 − a)(1 − b): two smiles are a broader smile and never more than a whole one, in any
 * order. Times and bearing are means by intensity, so that the stronger one leads.
 */
export function blendExpressions(shares: readonly ExpressionShare[]): Blend {
  const channels = [...new Set(shares.flatMap(({ expression }) => [...expression.channels]))]
  const total = shares.reduce((sum, { intensity }) => sum + intensity, 0)
  const mean = (of: (expression: Expression) => number): number =>
    total === 0
      ? of(shares[0]!.expression)
      : shares.reduce((sum, { expression, intensity }) => sum + of(expression) * intensity, 0) / total
  const timed = (name: Exclude<keyof ExpressionTiming, 'delays'>) => mean(({ timing }) => timing[name])
  return {
    channels: Uint8Array.from(channels),
    weights: Float32Array.from(channels, (channel) => joined(shares, channel)),
    timing: {
      onset: timed('onset'),
      overshoot: timed('overshoot'),
      settle: timed('settle'),
      hold: timed('hold'),
      offset: timed('offset'),
      delays: FACE_REGIONS.map((_, region) => mean(({ timing }) => timing.delays[region]!)),
    },
    bearing: Object.fromEntries(
      BEARINGS.map((name) => [name, mean(({ bearing }) => bearing[name]) * clamp01(total)]),
    ) as Bearing,
    cover: clamp01(total / COVERS_AT),
  }
}

function joined(shares: readonly ExpressionShare[], channel: number): number {
  let without = 1
  for (const { expression, intensity } of shares) {
    const i = expression.channels.indexOf(channel)
    if (i >= 0) without *= 1 - weightAt(expression, i, intensity)
  }
  return 1 - without
}
