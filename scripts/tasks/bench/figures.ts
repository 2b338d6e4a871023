/** One measurement and the limit it is held to, in the same unit. */
export type Figure = { readonly what: string; readonly value: number; readonly unit: string; readonly limit?: number }

/** Prints figures with their share of the limit; above 1 a limit is missed. */
export function printFigures(figures: readonly Figure[]): void {
  for (const { what, value, unit, limit } of figures) {
    const held =
      limit === undefined
        ? ''
        : `limit ${limit} ${unit}${limit === 0 ? '' : `, ratio ${(value / limit).toFixed(2)}`}${value > limit ? '  MISSED' : ''}`
    console.log(`  ${what.padEnd(46)} ${value.toPrecision(3).padStart(8)} ${unit.padEnd(14)} ${held}`)
  }
}

/** The middle of several runs. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** The value below which a share of them lies. @param share  [0, 1]. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Seconds of processor time of this process, all threads. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
