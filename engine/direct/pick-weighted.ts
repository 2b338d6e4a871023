/**
 * One of several, by weight.
 *
 * @param draw  From 0 up to the sum of all weights.
 * @returns     Undefined where the draw lies beyond that sum.
 */
export function pickWeighted<T>(options: readonly (readonly [T, number])[], draw: number): T | undefined {
  let left = draw
  for (const [one, weight] of options) {
    left -= weight
    if (left < 0) return one
  }
  return undefined
}
