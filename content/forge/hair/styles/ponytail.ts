import type { HairStyle } from '../style.ts'
import { SLEEK } from './sleek.ts'

/** Drawn back and tied high behind. */
export const PONYTAIL: HairStyle = {
  cap: 0.3,
  parting: [[0, 11.4, -4.5]],
  hem: [0, 0, 0],
  groups: SLEEK,
  tie: { polar: 62, height: 1 },
  tail: {
    length: [16, 27, 40],
    radius: 2.1,
    locks: 16,
    wave: { reach: 0.4, pitch: 13, from: 12, round: 0.2, scatter: 0.2 },
  },
  swing: { bone: 'head', azimuths: [180], from: 0, joints: 5, stiffness: 0.8, drag: 0.3 },
}
