/** Half width, height of the back and height of the pad above the axis, at a distance along it. Centimetres. */
export type Station = readonly [distance: number, halfWidth: number, dorsal: number, palmar: number]

/** Girth of a finger whose bones have these lengths: a waist in the first bone, knobs at the joints, a full pad. */
export const fingerStations = ([p, i, d]: readonly [number, number, number]): readonly Station[] => [
  [-2, 0.9, 0.5, 0.9],
  [0, 0.88, 0.72, 0.92],
  [0.45 * p, 0.835, 0.7, 0.9],
  [0.75 * p, 0.775, 0.665, 0.86],
  [p, 0.785, 0.7, 0.71],
  [p + 0.5 * i, 0.7, 0.61, 0.79],
  [p + i, 0.68, 0.59, 0.61],
  [p + i + 0.4 * d, 0.66, 0.52, 0.68],
  [p + i + 0.7 * d, 0.6, 0.45, 0.6],
  [p + i + d, 0.5, 0.36, 0.48],
]

/** Girth of the thumb: broad at the base, a slim waist, a wide pad. */
export const thumbStations = ([m, p, d]: readonly [number, number, number]): readonly Station[] => [
  [-1, 1.2, 1.0, 1.2],
  [0, 1.25, 1.05, 1.35],
  [0.5 * m, 1.1, 0.95, 1.28],
  [m, 0.93, 0.86, 0.95],
  [m + 0.5 * p, 0.79, 0.73, 0.85],
  [m + p, 0.85, 0.75, 0.75],
  [m + p + 0.4 * d, 0.86, 0.64, 0.82],
  [m + p + 0.7 * d, 0.79, 0.54, 0.74],
  [m + p + d, 0.64, 0.42, 0.56],
]

/**
 * A column of a station table at a distance, by cubic Hermite with the slopes of neighbouring stations.
 *
 * @param column  1 half width, 2 dorsal, 3 palmar.
 * @returns       Beyond the ends, the value of the end.
 */
export function stationValue(stations: readonly Station[], distance: number, column: 1 | 2 | 3): number {
  let k = 0
  while (k < stations.length - 2 && distance > stations[k + 1]![0]) k++
  const from = stations[k]!
  const to = stations[k + 1]!
  const span = to[0] - from[0]
  const t = Math.min(1, Math.max(0, (distance - from[0]) / span))
  const t2 = t * t
  const t3 = t2 * t
  return (
    (2 * t3 - 3 * t2 + 1) * from[column] +
    (t3 - 2 * t2 + t) * span * slope(stations, k, column) +
    (3 * t2 - 2 * t3) * to[column] +
    (t3 - t2) * span * slope(stations, k + 1, column)
  )
}

function slope(stations: readonly Station[], k: number, column: 1 | 2 | 3): number {
  const before = stations[Math.max(0, k - 1)]!
  const after = stations[Math.min(stations.length - 1, k + 1)]!
  return (after[column] - before[column]) / (after[0] - before[0])
}
