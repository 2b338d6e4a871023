import type { Stage } from '../stage.ts'
import { createScratch, observe } from './observe.ts'
import type { Finding, Rule, Watcher } from './rule.ts'
import { RULES } from './rules/index.ts'

export type LintReport = {
  /** In order of time. */
  readonly findings: readonly Finding[]
  /** What rules measured of each actor, by name. */
  readonly measures: ReadonlyMap<string, Readonly<Record<string, number>>>
}

export type LintOptions = {
  /** How long to watch, ticks. */
  readonly ticks: number
  readonly rules?: readonly Rule[]
  readonly signal?: AbortSignal
}

/** Plays a stage from where it stands, and looks for what a viewer would find uncanny. */
export function lintPerformance(stage: Stage, { ticks, rules = RULES, signal }: LintOptions): LintReport {
  const { world } = stage
  const findings: Finding[] = []
  const measures = new Map<string, Record<string, number>>()
  const watched = new Map<string, readonly Watcher[]>()
  const scratch = createScratch()
  const end = world.tick + ticks
  while (world.tick < end) {
    signal?.throwIfAborted()
    stage.step()
    for (const [id, e] of world.lists.byId) {
      const watchers = watched.get(id) ?? watch(id)
      const observation = observe(world, e, scratch)
      for (const watcher of watchers) watcher.see(observation)
    }
    for (const id of watched.keys()) if (!world.lists.byId.has(id)) dismiss(id)
  }
  for (const id of [...watched.keys()]) dismiss(id)
  return { findings: findings.sort((a, b) => a.from - b.from || a.rule.localeCompare(b.rule)), measures }

  function watch(actor: string): readonly Watcher[] {
    const watchers = rules.map(({ name, watch }) => watch((breach) => findings.push({ rule: name, actor, ...breach })))
    watched.set(actor, watchers)
    return watchers
  }

  /** Someone who comes again is watched anew, under the same name. */
  function dismiss(actor: string): void {
    const measured = watched.get(actor)!.map((watcher) => watcher.end())
    measures.set(actor, Object.assign(measures.get(actor) ?? {}, ...measured))
    watched.delete(actor)
  }
}
