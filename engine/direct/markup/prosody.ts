import type { Delivery } from './script-writer.ts'

/** SSML's words for speed, height and loudness, as factors. Steps of rate and pitch are those that speech services use. */
const RATES = { 'x-slow': 0.6, slow: 0.8, medium: 1, default: 1, fast: 1.25, 'x-fast': 1.6 } as const
const PITCHES = { 'x-low': 0.75, low: 0.88, medium: 1, default: 1, high: 1.12, 'x-high': 1.3 } as const
const VOLUMES = { silent: 0, 'x-soft': 0.35, soft: 0.6, medium: 1, default: 1, loud: 1.35, 'x-loud': 1.7 } as const

/** What voices can do. */
const RANGE = { rate: [0.5, 2], pitch: [0.5, 2], gain: [0, 2] } as const

type Attributes = Readonly<Record<string, string>>

/**
 * How a stretch is said within SSML's `prosody`.
 *
 * @param tell  Told what is asked for in a way that no voice follows.
 * @source      W3C, "Speech Synthesis Markup Language 1.1", 3.2.4.
 */
export function readProsody(attributes: Attributes, outer: Delivery, tell: (message: string) => void): Delivery {
  const delivery = { ...outer }
  for (const [name, value] of Object.entries(attributes)) {
    const factor = factorOf(name, value)
    if (factor === undefined) {
      tell(
        `No voice follows ${name}="${value}". Use rate, pitch or volume with a word of SSML, a percentage or a factor.`,
      )
      continue
    }
    const key = name === 'volume' ? 'gain' : (name as 'rate' | 'pitch')
    const [least, most] = RANGE[key]
    const wanted = outer[key] * factor
    delivery[key] = Math.min(most, Math.max(least, wanted))
    if (delivery[key] !== wanted)
      tell(`${name}="${value}" goes beyond what voices do; it is taken as ${delivery[key]}.`)
  }
  return delivery
}

function factorOf(name: string, value: string): number | undefined {
  const words = { rate: RATES, pitch: PITCHES, volume: VOLUMES }[name] as Readonly<Record<string, number>> | undefined
  if (words === undefined) return undefined
  if (Object.hasOwn(words, value)) return words[value]
  const [, number, unit] = /^([+-]?\d*\.?\d+)\s*(%|st|dB)?$/.exec(value) ?? []
  if (number === undefined) return undefined
  const isRelative = /^[+-]/.test(number)
  if (unit === '%') return isRelative || name === 'pitch' ? 1 + Number(number) / 100 : Number(number) / 100
  if (unit === 'st') return name === 'pitch' ? 2 ** (Number(number) / 12) : undefined
  if (unit === 'dB') return name === 'volume' ? 10 ** (Number(number) / 20) : undefined
  return isRelative ? 1 + Number(number) : Number(number)
}
