import type { HairStyle } from '../style.ts'

/** A rounded cloud of tight coils. */
export const COILY: HairStyle = {
  cap: 0.1,
  parting: [[0, 11.4, -4.5]],
  hem: [0, 0, 0],
  groups: [],
  coils: { height: 3.4, count: 420, radius: 0.85 },
}
