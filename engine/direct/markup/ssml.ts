import { knownNames } from '../../core/suggest.ts'
import { LONGEST_PAUSE } from './inline.ts'
import { knownDirection } from './known-direction.ts'
import { readProsody } from './prosody.ts'
import { readSpelling } from './read-spelling.ts'
import { readXml, type XmlPlace } from './read-xml.ts'
import { READING_NAMES, readAs } from './say-as.ts'
import type { Script, Vocabulary } from './script.ts'
import { createScriptWriter, type Delivery, PLAIN } from './script-writer.ts'

/** Silences that `break` names by strength, and those around paragraphs and sentences. Seconds. */
const BREAKS = { none: 0, 'x-weak': 0.1, weak: 0.2, medium: 0.4, strong: 0.7, 'x-strong': 1.2 } as const
const AFTER = { p: 0.8, s: 0.45 } as const

const EMPHASIS = { strong: 1, moderate: 0.85, none: 0.1, reduced: 0.1 } as const

/** Styles of speaking that services name, as faces. Source: Microsoft, "Speech Synthesis Markup Language", mstts:express-as. */
const STYLES: Readonly<Record<string, string>> = {
  cheerful: 'happy', excited: 'happy', friendly: 'friendly', hopeful: 'interested', sad: 'sad', depressed: 'sad',
  angry: 'angry', unfriendly: 'angry', disgruntled: 'disgusted', terrified: 'fearful', fearful: 'fearful',
  embarrassed: 'apologetic', gentle: 'tender', affectionate: 'tender', empathetic: 'tender', calm: 'neutral',
} // biome-ignore format: a table

/** Elements whose text is not said. */
const SILENT = new Set(['desc', 'metadata', 'meta', 'lexicon', 'lookup', 'token-type'])
/** Elements of which only the text is taken, and why. */
const TAKEN_AS_TEXT: Readonly<Record<string, string>> = {
  lang: 'the voice speaks its own language',
  phoneme: 'no voice here takes phonemes',
  audio: 'no sound is played within speech',
}

/** An element that is open. */
type Open = {
  readonly name: string
  readonly delivery: Delivery
  /** Text that is gathered rather than said, for an element that changes it. */
  gathered?: string
  readonly end?: () => void
  readonly finish?: (gathered: string) => void
}

/**
 * Reads SSML 1.1: `break`, `emphasis`, `prosody`, `say-as`, `sub`, `mark`, `voice`, `p`, `s`, and `express-as`.
 *
 * A mark that names a direction ("gesture:wave", "express:happy:0.6", "look:up") is one. What is not understood is spoken
 * around and told with its place.
 *
 * @throws  `markup/bad-xml` with line and column.
 * @source  W3C, "Speech Synthesis Markup Language (SSML) Version 1.1" (2010).
 */
export function readSsml(text: string, vocabulary: Vocabulary): Script {
  const writer = createScriptWriter()
  const stack: Open[] = []
  const delivery = (): Delivery => stack.at(-1)?.delivery ?? PLAIN

  function say(written: string): void {
    const gathering = stack.findLast(({ gathered }) => gathered !== undefined)
    if (gathering !== undefined) gathering.gathered += written
    else if (!stack.some(({ name }) => SILENT.has(name))) writer.say(written.replace(/\s+/g, ' '), delivery())
  }

  function open(name: string, attributes: Readonly<Record<string, string>>, place: XmlPlace): void {
    const tell = (message: string) => writer.tell({ ...place, message })
    const opened: Open = { name, delivery: delivery(), ...opening(name, attributes, tell) }
    stack.push(opened)
  }

  function opening(
    name: string,
    attributes: Readonly<Record<string, string>>,
    tell: (message: string) => void,
  ): Partial<Open> {
    switch (name) {
      case 'speak':
      case 'p':
      case 's':
      case 'w':
      case 'token':
        return {}
      case 'break':
        writer.pause(silence(attributes, tell))
        return {}
      case 'emphasis':
        return {
          end: writer.direct({
            type: 'emphasis',
            level: EMPHASIS[(attributes.level ?? 'moderate') as 'strong'] ?? 0.85,
          }),
        }
      case 'prosody':
        return { delivery: readProsody(attributes, delivery(), tell) }
      case 'voice':
        return attributes.name === undefined ? {} : { delivery: { ...delivery(), voice: attributes.name } }
      case 'sub':
        return { gathered: '', finish: (written) => say(attributes.alias ?? written) }
      case 'say-as':
        return { gathered: '', finish: (written) => sayAs(written, attributes, tell) }
      case 'mark':
        mark(attributes.name ?? '', tell)
        return {}
      case 'express-as':
        return { ...style(attributes, tell) }
      default:
        if (!SILENT.has(name))
          tell(`<${name}> is not followed: ${TAKEN_AS_TEXT[name] ?? 'nobody knows it'}; what stands in it is said.`)
        return {}
    }
  }

  function close(): void {
    const { name, gathered, finish, end } = stack.pop()!
    if (gathered !== undefined) finish!(gathered)
    end?.()
    if (name === 'p' || name === 's') writer.pause(AFTER[name])
  }

  function sayAs(written: string, attributes: Readonly<Record<string, string>>, tell: (message: string) => void): void {
    const kind = attributes['interpret-as'] ?? ''
    const said = readAs(kind, written, attributes.format ?? '')
    if (said === undefined) tell(`"${written.trim()}" is not read as "${kind}". ${knownNames(kind, READING_NAMES)}`)
    say(said ?? written)
  }

  function mark(name: string, tell: (message: string) => void): void {
    const [kind, first = '', second] = name.split(':')
    if (kind === 'spell') {
      const spelling = readSpelling(first, vocabulary.alphabets)
      if (typeof spelling === 'string') tell(spelling)
      else writer.spell(spelling)
      return
    }
    if (!['gesture', 'express', 'look'].includes(kind!)) return void writer.direct({ type: 'mark', name })
    const asked =
      kind === 'look' ? knownDirection('look', first, vocabulary) : knownDirection(first, second, vocabulary)
    if (typeof asked === 'string') tell(asked)
    else writer.direct(asked)
  }

  function style(attributes: Readonly<Record<string, string>>, tell: (message: string) => void): Partial<Open> {
    const name = STYLES[attributes.style ?? ''] ?? attributes.style ?? ''
    const degree = Math.min(1, Number(attributes.styledegree ?? 1) * 0.7)
    const asked = knownDirection(name, String(degree), vocabulary)
    if (typeof asked !== 'string') return { end: writer.direct(asked) }
    tell(asked)
    return {}
  }

  readXml(text, 'SSML', { open, close, text: say })
  return writer.script()
}

/** Seconds that a `break` lasts. */
function silence({ time, strength }: Readonly<Record<string, string>>, tell: (message: string) => void): number {
  if (time === undefined) return BREAKS[(strength ?? 'medium') as 'medium'] ?? BREAKS.medium
  const [, digits, unit] = /^(\d*\.?\d+)(ms|s)$/.exec(time.trim()) ?? []
  const seconds = Number(digits) / (unit === 'ms' ? 1000 : 1)
  if (seconds <= LONGEST_PAUSE) return seconds
  tell(`A break of "${time}" is asked for; breaks last at most ${LONGEST_PAUSE} s, as "500ms" or "2s".`)
  return Number.isNaN(seconds) ? BREAKS.medium : LONGEST_PAUSE
}
