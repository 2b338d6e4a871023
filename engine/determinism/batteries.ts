import { hashBattery, noiseBattery, opsBattery } from './math-battery.ts'
import { poseBattery } from './pose-battery.ts'
import { planBattery, stageBattery } from './stage-battery.ts'

/** A function that computes much and returns one hash of it. It needs nothing but the language: no Node, no DOM. */
export type Battery = { readonly name: string; readonly run: () => string | Promise<string> }

/**
 * What must be the same bits in Node, Chromium and Firefox.
 *
 * To add one, add a line: content that it needs is imported as JSON (`with { type: 'json' }`), which Node and the bundle
 * both understand.
 */
export const BATTERIES: readonly Battery[] = [
  { name: 'ops', run: opsBattery },
  { name: 'noise', run: noiseBattery },
  { name: 'hash', run: hashBattery },
  { name: 'pose', run: poseBattery },
  { name: 'plan', run: planBattery },
  { name: 'stage', run: stageBattery },
]

/** Hashes by battery, and who computed them. */
export type BatteryReport = { readonly userAgent: string; readonly hashes: Readonly<Record<string, string>> }

/** Runs every battery, wherever this is called. */
export async function runBatteries(): Promise<BatteryReport> {
  const hashes: Record<string, string> = {}
  for (const { name, run } of BATTERIES) hashes[name] = await run()
  return { userAgent: navigator.userAgent, hashes }
}
