import type { HairStyle, Pull, Wave } from '../style.ts'

/** Off the face, and off the eyes. */
const FRAME: Pull = { push: [0.04, 0, -0.22], y: [-12, -8, 4, 7], z: [2, 4.5, 20, 21] }
const OFF_EYE: Pull = { push: [0.16, 0, -0.1], x: [-1, 0, 5.2, 7.2], y: [-5, -3, 3, 6.5], z: [2, 5, 20, 21] }
/** Off the shoulders' ridge, before or behind it. */
const BEFORE: Pull = { push: [0, 0, 0.13], x: [5.5, 7.5, 40, 41], y: [-60, -50, -15, -11], z: [-2.4, -1.6, 20, 21] }
const BEHIND: Pull = { push: [0, 0, -0.13], y: [-60, -50, -15, -11], z: [-21, -20, -3.2, -2.4] }
/** What hangs close to the neck falls behind. */
const BY_THE_NECK: Pull = { push: [0, 0, -0.2], x: [-20, -19, 5.5, 7.5], y: [-60, -50, -12, -6], z: [-3, -2, 3, 5] }
/** What would slide out along a shoulder stays by the chest or the back. */
const OFF_SHOULDER: Pull = { push: [-0.16, 0, 0], x: [10.5, 14, 60, 61], y: [-60, -50, -14, -10] }
const PULLS = [FRAME, OFF_EYE, BEFORE, BEHIND, BY_THE_NECK, OFF_SHOULDER]
const WAVE: Wave = { reach: 0.55, pitch: 11, from: 18, round: 0.35, scatter: 0.22 }

/** Past the shoulders in loose waves, parted a little off the middle. */
export const LONG: HairStyle = {
  cap: 0.35,
  parting: [
    [0.9, 7.4, 7.2],
    [0.9, 9.4, 5.2],
    [0.8, 10.9, 2.2],
    [0.6, 11.6, -1.5],
    [0.2, 11.4, -4.5],
  ],
  hem: [-19, -27, -39],
  reach: 14,
  groups: [
    {
      name: 'nape',
      layer: 'under',
      roots: { on: 'ring', polar: 98, azimuth: [116, 180] },
      count: 8,
      length: 42,
      lift: [0.2, 0.5],
      gravity: [0.16, 0.16],
      pulls: [BEFORE, BEHIND, BY_THE_NECK, OFF_SHOULDER],
      wave: WAVE,
      halfWidth: 2,
      rows: 10,
      columns: 2,
      tone: 0.7,
      openness: 0.5,
      fray: 4,
    },
    {
      name: 'mass',
      roots: { on: 'ring', polar: 76, azimuth: [104, 180] },
      count: 11,
      length: 44,
      lift: [0.3, 0.8],
      gravity: [0.16, 0.16],
      pulls: [BEFORE, BEHIND, BY_THE_NECK, OFF_SHOULDER],
      wave: WAVE,
      halfWidth: 2,
      rows: 13,
      columns: 2,
      tone: 0.9,
      openness: 0.85,
      fray: 4,
    },
    {
      name: 'sides',
      roots: { on: 'ring', polar: 54, azimuth: [84, 180] },
      count: 17,
      length: 48,
      lift: [0.35, 1.2],
      gravity: [0.1, 0.18],
      pulls: PULLS,
      wave: WAVE,
      halfWidth: 2.1,
      rows: 17,
      columns: 2,
      tone: 0.93,
      openness: 0.9,
      fray: 5,
    },
    {
      name: 'cover',
      roots: { on: 'parting', along: [0.06, 1], aside: -0.1, heading: [68, 172] },
      count: 24,
      length: [52, 58],
      lift: [0.3, 1.65],
      gravity: [0.05, 0.18],
      pulls: PULLS,
      wave: WAVE,
      halfWidth: 1.9,
      rows: 20,
      columns: 3,
      fray: 5,
    },
    {
      name: 'face',
      roots: { on: 'parting', along: [0, 0.2], aside: 0, heading: [62, 74] },
      count: 6,
      length: [34, 50],
      lift: [0.3, 1.1],
      gravity: [0.05, 0.17],
      pulls: PULLS,
      wave: WAVE,
      halfWidth: 1.1,
      rows: 18,
      columns: 2,
      fray: 5,
    },
    {
      name: 'hairline',
      roots: { on: 'hairline', azimuth: [6, 74], above: 0, heading: [84, 128] },
      count: 12,
      length: [25, 19],
      lift: [0.1, 0.7],
      gravity: [0.03, 0.14],
      pulls: PULLS,
      halfWidth: 0.95,
      rows: 11,
      columns: 2,
      tone: 0.92,
    },
    {
      name: 'wisps',
      roots: { on: 'parting', along: [0.05, 1], aside: 0.1, heading: [66, 172] },
      count: 9,
      length: [40, 56],
      lift: [0.45, 1.92],
      gravity: [0.05, 0.18],
      pulls: PULLS,
      wave: { ...WAVE, reach: 0.8 },
      halfWidth: 0.45,
      rows: 16,
      columns: 1,
      disorder: 1.5,
      fray: 5,
    },
  ],
  swing: { bone: 'neck', azimuths: [-165, -125, -60, 60, 125, 165], from: -5, joints: 4, stiffness: 0.6, drag: 0.4 },
}
