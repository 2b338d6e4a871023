import type { HairStyle } from '../style.ts'
import { SLEEK } from './sleek.ts'

/** Drawn back and wound into a bun high behind. */
export const BUN: HairStyle = {
  cap: 0.3,
  parting: [[0, 11.4, -4.5]],
  hem: [0, 0, 0],
  groups: SLEEK,
  tie: { polar: 48, height: 0.9 },
  bun: { radius: 3, locks: 9 },
}
