import type { Observation } from './observe.ts'

/** Something that a viewer would find uncanny. */
export type Finding = {
  readonly rule: string
  readonly actor: string
  /** First and last tick of it. */
  readonly from: number
  readonly to: number
  /** The worst of it, and what it may be, in the rule's unit. */
  readonly value: number
  readonly limit: number
  /** One sentence, without rule, actor and time. */
  readonly text: string
}

/** What a rule tells of a span of ticks. */
export type Breach = Omit<Finding, 'rule' | 'actor'>

/** One rule's eye on one actor, from the tick it arrives until it leaves or the performance ends. */
export type Watcher = {
  readonly see: (observation: Observation) => void
  /** Tells what is still open, and what was measured: figures by name, with the unit in the name. */
  readonly end: () => Readonly<Record<string, number>>
}

export type Rule = {
  readonly name: string
  /** What it looks for, with its limit. */
  readonly description: string
  readonly watch: (tell: (breach: Breach) => void) => Watcher
}

export const defineRule = (rule: Rule): Rule => rule
