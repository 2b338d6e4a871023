import { knownDirection } from './known-direction.ts'
import { readSpelling } from './read-spelling.ts'
import type { Asked, Problem, Script, Vocabulary } from './script.ts'
import { createScriptWriter, type ScriptWriter } from './script-writer.ts'
import { readStageVerb } from './stage-verbs.ts'

/** `[name]`, `[name:0.6]`, `[/name]`, or words between asterisks; a backslash before it makes it text. */
const MARKUP = /\\([[*])|\[(\/?)([a-z][a-z-]{0,39})(?:[:\s]\s*([^\]\n]{1,40}))?\]|\*([^*\n]{2,60})\*/gi

/** The longest silence that may be asked for, seconds. */
export const LONGEST_PAUSE = 10
const DEFAULT_PAUSE = 0.5

/**
 * Reads directions that stand in a text: `[happy:0.6]` and `[/happy]`, `[wave]`, `[look:up]`, `[pause:0.5]`,
 * `[mark:here]`, `[spell:Milla]`, `*smiles warmly*`.
 *
 * What nobody knows is spoken around and told, with its place and the nearest known name. Asterisks around what is no
 * stage direction stay, and stress the word.
 */
export function readInline(text: string, vocabulary: Vocabulary): Script {
  const writer = createScriptWriter()
  const open = new Map<string, () => void>()
  let from = 0
  for (const match of text.matchAll(MARKUP)) {
    const [written, escaped, slash, name, value, words] = match
    const place = placeOf(text, match.index)
    writer.say(text.slice(from, match.index))
    from = match.index + written.length
    if (escaped !== undefined) writer.say(escaped)
    else if (words !== undefined) directVerb(writer, written, words, vocabulary, place)
    else if (slash === '/') close(open, name!.toLowerCase(), writer, place)
    else directName(writer, open, { name: name!.toLowerCase(), value }, vocabulary, place)
  }
  writer.say(text.slice(from))
  return writer.script()
}

type Place = Pick<Problem, 'line' | 'column'>

function directName(
  writer: ScriptWriter,
  open: Map<string, () => void>,
  { name, value }: { readonly name: string; readonly value: string | undefined },
  vocabulary: Vocabulary,
  place: Place,
): void {
  if (name === 'pause' || name === 'break') {
    pause(writer, value, place)
    return
  }
  if (name === 'spell') {
    const spelling = readSpelling(value ?? '', vocabulary.alphabets)
    if (typeof spelling === 'string') writer.tell({ ...place, message: spelling })
    else writer.spell(spelling)
    return
  }
  const asked = knownDirection(name, value, vocabulary)
  if (typeof asked === 'string') writer.tell({ ...place, message: asked })
  else open.set(name, writer.direct(asked))
}

function close(open: Map<string, () => void>, name: string, writer: ScriptWriter, place: Place): void {
  const end = open.get(name)
  if (end === undefined)
    writer.tell({ ...place, message: `"[/${name}]" ends what did not begin. Put "[${name}]" before it.` })
  end?.()
  open.delete(name)
}

function directVerb(writer: ScriptWriter, written: string, words: string, vocabulary: Vocabulary, place: Place): void {
  const verbs = readStageVerb(words)
  if (verbs === undefined) writer.say(written)
  for (const asked of verbs ?? []) {
    const lacking = isLacking(asked, vocabulary)
    if (lacking === undefined) writer.direct(asked)
    else writer.tell({ ...place, message: `"${written}" asks for "${lacking}", which content does not have.` })
  }
}

const isLacking = (asked: Asked, { gestures, expressions }: Vocabulary): string | undefined => {
  if (asked.type === 'gesture' && !gestures.includes(asked.name)) return asked.name
  if (asked.type === 'express' && !expressions.includes(asked.name)) return asked.name
  return undefined
}

/** Seconds, or milliseconds where it says "ms". */
function pause(writer: ScriptWriter, value: string | undefined, place: Place): void {
  const [, digits, unit] = /^\s*(\d*\.?\d+)\s*(ms|s)?\s*$/i.exec(value ?? String(DEFAULT_PAUSE)) ?? []
  const seconds = Number(digits) / (unit?.toLowerCase() === 'ms' ? 1000 : 1)
  if (seconds >= 0 && seconds <= LONGEST_PAUSE) writer.pause(seconds)
  else
    writer.tell({ ...place, message: `A pause of "${value}" is asked for; pauses last from 0 to ${LONGEST_PAUSE} s.` })
}

/** Line and column of a character, both from 1. */
export function placeOf(text: string, at: number): Place {
  const before = text.slice(0, at)
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') }
}
