import { type Catalogue, type LintReport, lintPerformance, TICK_RATE, type Voice } from '../../../engine/api/node.ts'
import { type Casting, performText } from './perform-text.ts'

/** What came out of one performance. */
export type Acted = Casting & {
  readonly seconds: number
  readonly findings: LintReport['findings']
  readonly measures: Readonly<Record<string, number>>
  /** What somebody asked for and hands, face or voice did not do. */
  readonly degraded: readonly string[]
}

/** Performs a text, and looks at it as lint does. */
export async function measureActing(catalogue: Catalogue, voice: Voice, casting: Casting): Promise<Acted> {
  const { stage, ticks, degraded } = await performText(catalogue, voice, casting)
  const { findings, measures } = lintPerformance(stage, { ticks })
  return { ...casting, seconds: ticks / TICK_RATE, findings, measures: measures.get('ana') ?? {}, degraded }
}

/** A measure summed over performances. */
export const total = (acted: readonly Acted[], measure: string): number =>
  acted.reduce((sum, { measures }) => sum + (measures[measure] ?? 0), 0)

/** The largest of a measure. */
export const most = (acted: readonly Acted[], measure: string): number =>
  acted.reduce((largest, { measures }) => Math.max(largest, measures[measure] ?? 0), 0)

/** Findings by rule, with an example of each. */
export function tally(acted: readonly Acted[]): Readonly<Record<string, string>> {
  const found = new Map<string, { count: number; example: string }>()
  for (const { findings, text, manner, expression, seed } of acted) {
    for (const finding of findings) {
      const where = `"${text.slice(0, 30)}…" (${manner}, ${expression}, seed ${seed}, tick ${finding.from})`
      const before = found.get(finding.rule)
      found.set(finding.rule, {
        count: (before?.count ?? 0) + 1,
        example: before?.example ?? `${finding.text}: ${where}`,
      })
    }
  }
  return Object.fromEntries([...found].map(([rule, { count, example }]) => [rule, `${count}, such as ${example}`]))
}
