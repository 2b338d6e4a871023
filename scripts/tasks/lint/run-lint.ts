import { EngineError, type LintReport, lintPerformance, TICK_RATE } from '../../../engine/api/node.ts'
import { explain } from '../capture/explain.ts'
import { type Interruption, listenForInterruption } from '../capture/interruption.ts'
import { createProgress, type Output } from '../capture/progress.ts'
import { readPerformance } from '../read-performance.ts'
import { type LintCommand, parseOptions } from './options.ts'

/** Where the command writes: what was found to `out`, all else to `err`. */
export type Streams = { readonly out: Output; readonly err: Output }

/** What was found in one file. */
type Linted = { readonly file: string; readonly seconds: number; readonly report: LintReport }

/**
 * The command that looks performances over.
 *
 * @returns  The exit code: 0 nothing was found, 1 something was, 2 or a signal's when it could not look.
 */
export async function runLint(args: readonly string[], streams: Streams): Promise<number> {
  using interruption = listenForInterruption()
  try {
    const command = parseOptions(args, (text) => void streams.out.write(text))
    return command === undefined ? 0 : await lint(command, interruption, streams)
  } catch (error) {
    const { aborted, reason } = interruption.signal
    streams.err.write(`lint:performance: ${explain(aborted ? reason : error)}\n`)
    return interruption.exitCode() ?? 2
  }
}

async function lint(command: LintCommand, { signal }: Interruption, { out, err }: Streams): Promise<number> {
  const linted: Linted[] = []
  const progress = createProgress(command.json, err)
  try {
    for (const file of command.files) {
      progress.phase(`Looking at ${file}`)
      const { stage, ticks } = await readPerformance(file, command.seed, signal)
      const report = lintPerformance(stage, { ticks, rules: command.rules, signal })
      linted.push({ file, seconds: ticks / TICK_RATE, report: ofActor(report, command.actor, file) })
    }
  } finally {
    progress.stop()
  }
  out.write(command.json ? `${JSON.stringify(linted.map(asPlain), null, 2)}\n` : linted.map(describe).join('\n'))
  return linted.some(({ report }) => report.findings.length > 0) ? 1 : 0
}

/** What concerns one actor, or all of it. @throws `api/unknown-actor` */
function ofActor(report: LintReport, actor: string | undefined, file: string): LintReport {
  if (actor === undefined) return report
  const measured = report.measures.get(actor)
  if (measured === undefined) {
    const known = [...report.measures.keys()].join(', ')
    throw new EngineError('api/unknown-actor', `No actor "${actor}" in ${file}; it has ${known}. Name one of them.`)
  }
  return { findings: report.findings.filter((found) => found.actor === actor), measures: new Map([[actor, measured]]) }
}

const asPlain = ({ file, seconds, report }: Linted) => ({
  file,
  seconds,
  findings: report.findings,
  measures: Object.fromEntries(report.measures),
})

function describe({ file, seconds, report: { findings, measures } }: Linted): string {
  const count = findings.length === 0 ? 'nothing uncanny' : `${findings.length} uncanny`
  const lines = [`${file}: ${seconds.toFixed(1)} s, ${count}`]
  for (const { from, to, actor, rule, text } of findings) {
    const span = `${(from / TICK_RATE).toFixed(2)}–${(to / TICK_RATE).toFixed(2)} s`
    lines.push(`  ${span.padEnd(16)} ${actor.padEnd(10)} ${rule.padEnd(14)} ${text}`)
  }
  for (const [actor, measured] of measures) {
    const figures = Object.entries(measured).map(([name, value]) => `${name} ${Number(value.toPrecision(3))}`)
    lines.push(`  ${actor}: ${figures.join('; ')}`)
  }
  return `${lines.join('\n')}\n`
}
