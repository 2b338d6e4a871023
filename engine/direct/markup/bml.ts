import { knownDirection } from './known-direction.ts'
import { readXml, type XmlPlace } from './read-xml.ts'
import type { Asked, Problem, Script, Vocabulary } from './script.ts'
import { createScriptWriter } from './script-writer.ts'

/** BML's lexemes for what our content has other names for, in lower case. */
const LEXEMES: Readonly<Record<string, string>> = {
  beat: 'beat-both', nod: 'nod', shake: 'shake', tilt: 'tilt', smile: 'happy', frown: 'sad', raise_brows: 'interested',
  raise_eyebrows: 'interested', lower_brows: 'angry', joy: 'happy', happiness: 'happy', sadness: 'sad', anger: 'angry',
  surprise: 'surprised', disgust: 'disgusted', fear: 'fearful', you: 'point-you', me: 'point-self', contemplate: 'think',
} // biome-ignore format: a table

/** Where BML lets eyes go, by the ends of its names. */
const TARGETS: Readonly<Record<string, 'listener' | 'screen' | 'up' | 'down' | 'left' | 'right'>> = {
  user: 'listener', camera: 'listener', listener: 'listener', screen: 'screen',
  up: 'up', down: 'down', left: 'left', right: 'right',
} // biome-ignore format: a table

/** Sync points that may anchor a behaviour, the most telling first. Source: BML 1.0, 2.3. */
const ANCHORS = ['stroke', 'strokeStart', 'ready', 'start', 'attackPeak', 'strokeEnd', 'relax', 'end'] as const
/** Behaviours that are directed. Others are told. */
const DIRECTED = new Set(['gesture', 'pointing', 'head', 'face', 'faceLexeme', 'gaze', 'gazeShift'])
const CONTAINERS = new Set(['bml', 'speech', 'text', 'description', 'required', 'constraint', 'act'])

type Behaviour = {
  readonly asked: Asked
  readonly anchor: string
  readonly until: string | undefined
  readonly place: XmlPlace
}

/**
 * Reads BML 1.0: `speech` with its `sync` points, and `gesture`, `head`, `face`, `faceLexeme`, `gaze` and `pointing`
 * behaviours that refer to them ("s1:tm1", "s1:start", or another behaviour's sync point).
 *
 * Times are the voice's to find, so references in seconds are told, and taken as the nearest sync point before.
 *
 * @throws  `markup/bad-xml` with line and column.
 * @source  "Behavior Markup Language 1.0", Mindmakers (2014).
 */
export function readBml(text: string, vocabulary: Vocabulary): Script {
  const writer = createScriptWriter()
  /** Characters of the spoken text, by "speech:sync". */
  const syncs = new Map<string, number>()
  const behaviours = new Map<string, Behaviour>()
  let speech: string | undefined
  let isText = false
  const problems: Problem[] = []
  const tell = (place: XmlPlace, message: string) => void problems.push({ ...place, message })

  readXml(text, 'BML', {
    open(name, attributes, place) {
      if (name === 'speech') {
        speech = attributes.id ?? 'speech'
        syncs.set(`${speech}:start`, writer.length())
      } else if (name === 'text') isText = true
      else if (name === 'sync') syncs.set(`${speech}:${attributes.id ?? ''}`, writer.length())
      else if (DIRECTED.has(name)) note(name, attributes, place)
      else if (!CONTAINERS.has(name)) tell(place, `<${name}> is not followed; gestures, heads, faces and gazes are.`)
    },
    close(name) {
      if (name === 'text') isText = false
      if (name !== 'speech') return
      syncs.set(`${speech}:end`, Math.max(0, writer.length() - 1))
      writer.say(' ')
    },
    text(written) {
      if (isText) writer.say(written.replace(/\s+/g, ' '))
    },
  })

  function note(name: string, attributes: Readonly<Record<string, string>>, place: XmlPlace): void {
    const asked = readBehaviour(name, attributes, vocabulary)
    if (typeof asked === 'string') {
      tell(place, asked)
      return
    }
    const key = ANCHORS.find((point) => attributes[point] !== undefined)
    const isFace = asked.type === 'express'
    const anchor = (isFace ? attributes.start : undefined) ?? (key === undefined ? 'start' : attributes[key]!)
    behaviours.set(attributes.id ?? `#${behaviours.size}`, {
      asked,
      anchor,
      until: isFace ? attributes.end : undefined,
      place,
    })
  }

  const script = writer.script()
  const resolve = (reference: string, place: XmlPlace): number =>
    resolveSync(reference, { syncs, behaviours, tell, place })
  const directions = [...behaviours.values()].map(({ asked, anchor, until, place }) => ({
    asked,
    at: resolve(anchor, place),
    ...(until === undefined ? {} : { until: resolve(until, place) + 1 }),
  }))
  return { ...script, directions, problems }
}

function readBehaviour(
  name: string,
  attributes: Readonly<Record<string, string>>,
  vocabulary: Vocabulary,
): Asked | string {
  const { lexeme = '', target = '', amount } = attributes
  if (name === 'gaze' || name === 'gazeShift') {
    const end = target
      .toLowerCase()
      .split(/[:._-]/)
      .at(-1)!
    return knownDirection('look', TARGETS[end] ?? end, vocabulary)
  }
  const known = lexeme.toLowerCase().replace(/\s+/g, '-')
  const id = name === 'pointing' ? 'point-there' : (LEXEMES[known] ?? known.replaceAll('_', '-'))
  return knownDirection(id, amount, vocabulary)
}

type Resolving = {
  readonly syncs: ReadonlyMap<string, number>
  readonly behaviours: ReadonlyMap<string, Behaviour>
  readonly tell: (place: XmlPlace, message: string) => void
  readonly place: XmlPlace
}

/** The character that a reference stands for. Behaviours may refer to one another, but not in a ring. */
function resolveSync(reference: string, resolving: Resolving, depth = 0): number {
  const { syncs, behaviours, tell, place } = resolving
  const [, id, point, offset] = /^\s*([\w.-]+)(?::([\w.-]+))?\s*([+-]\s*[\d.]+)?\s*$/.exec(reference) ?? []
  if (offset !== undefined && Number(offset.replace(/\s/g, '')) !== 0)
    tell(
      place,
      `"${reference}" is taken without its ${offset.replace(/\s/g, '')} s: the voice decides when words are said.`,
    )
  const sync = syncs.get(`${id}:${point ?? 'start'}`)
  if (sync !== undefined) return sync
  const other = behaviours.get(id ?? '')
  if (other !== undefined && depth < behaviours.size) return resolveSync(other.anchor, resolving, depth + 1)
  if (id !== 'start' && Number(id) !== 0)
    tell(place, `"${reference}" refers to nothing that is there; it is taken as the beginning.`)
  return 0
}
