import { leastJerk, radians } from '../../core/math/scalar.ts'

/**
 * What a body does on its way to a seat, by how far it sits (0 stands … 1 sits). Rising is the same way back: the trunk
 * leans ahead before the hips leave the seat, and comes up with them.
 *
 * @source  M. Schenkman et al., "Whole-body movements during rising to standing from sitting", Physical Therapy 70 (1990):
 *          flexion momentum, transfer about seat-off, extension.
 */
export type SitPath = {
  /** Shares of the way that the hips go down and back, [0, 1]. */
  down: number
  back: number
  /** How far the trunk leans ahead, radians, over hips, spine and chest together. */
  lean: number
  /** Share of the seated tilt of the pelvis and of the rounder back, [0, 1]. */
  tilt: number
  /** How far arms are those of someone who sits, hands are over the lap, and lie in it, [0, 1]. */
  arms: number
  overLap: number
  inLap: number
}

/** The hips meet the seat here. */
const CONTACT = 0.8
/** The trunk leans most here, just before the hips arrive: the weight stays over the feet. */
const LEANS_MOST = 0.55
/** Source: Schenkman et al.: trunk flexion of 40° to 50° at seat-off, at a natural pace. */
const LEAN = radians(42)
/** Hips set out at this share of their mean speed: with the trunk, not after it. */
const SETS_OUT = 1.2
/** Hands go over the thighs from the sides, then down on them: straight there they would go through. From and until here. */
const OVER_FROM = 0.05
const OVER_UNTIL = 0.55
const DOWN_FROM = 0.4
const DOWN_UNTIL = 0.8

export const createSitPath = (): SitPath => ({ down: 0, back: 0, lean: 0, tilt: 0, arms: 0, overLap: 0, inLap: 0 })

/** Writes where a body is on its way. @param share  [0, 1]. */
export function readSitPath(out: SitPath, share: number): void {
  out.down = arrive(share / CONTACT)
  // Back before down: over the heels, and never with the knees far ahead of the toes.
  out.back = out.down * (2 - out.down)
  const leaving = (share - LEANS_MOST) / (1 - LEANS_MOST)
  out.lean = LEAN * (arrive(share / LEANS_MOST) - leastJerk(leaving))
  out.tilt = leastJerk(leaving)
  out.arms = out.overLap = leastJerk((share - OVER_FROM) / (OVER_UNTIL - OVER_FROM))
  out.inLap = leastJerk((share - DOWN_FROM) / (DOWN_UNTIL - DOWN_FROM))
}

/** From 0 to 1 with a slope at the start and none at the end, and without a corner there: Hermite's quintic. */
function arrive(share: number): number {
  const t = Math.min(1, share)
  return leastJerk(t) + SETS_OUT * t * (1 + t * t * (-6 + t * (8 - t * 3)))
}
