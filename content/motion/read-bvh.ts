import { EngineError } from '../../engine/core/errors.ts'
import { fromAxisAngle, multiply, setIdentity } from '../../engine/core/math/quat.ts'
import { radians } from '../../engine/core/math/scalar.ts'
import { checkMotionSize, MAX_JOINTS } from './motion-limits.ts'
import type { SourceJoint, SourceMotion } from './source-motion.ts'

const CHANNELS = ['Xposition', 'Yposition', 'Zposition', 'Xrotation', 'Yrotation', 'Zrotation'] as const
type Channel = (typeof CHANNELS)[number]

type BvhJoint = SourceJoint & { readonly channels: readonly Channel[] }

/** One word of the file, and where it stands: counted from 1. */
type Token = { readonly text: string; readonly line: number; readonly column: number }

/** Reads words one after the other; every complaint says where. */
type Reader = {
  readonly next: (wanted: string) => Token
  readonly peek: () => string | undefined
  readonly expect: (word: string) => void
  readonly number: (what: string) => number
  readonly fail: (token: Token | undefined, problem: string) => never
}

/** An end site closes a chain: it is kept as a joint that never moves, so that toes have a length. */
const END = 'end'
/** Words of a joint's name. */
const MAX_NAME_WORDS = 6

/**
 * Reads a BVH file: a hierarchy of joints with offsets, and a line of channels for each frame.
 *
 * Strict in what the format says and nothing else: channels come in any order and each is applied in its order, words
 * are spaced in any way, lines end in any way.
 *
 * @param text  The whole file.
 * @param from  What to call it in a message.
 * @throws      `clip/bad-file` with line and column; `clip/too-many-joints`, `clip/too-long`, `clip/no-motion`.
 */
export function readBvh(text: string, from: string): SourceMotion {
  const reader = createReader(text, from)
  reader.expect('HIERARCHY')
  const joints = readHierarchy(reader, from)
  reader.expect('MOTION')
  reader.expect('Frames:')
  const frames = wholeNumber(reader)
  reader.expect('Frame')
  reader.expect('Time:')
  const seconds = reader.number('the time of a frame')
  const fps = 1 / seconds
  checkMotionSize({ from, joints: joints.length, frames, seconds: frames * seconds })
  const rotations = new Float32Array(frames * joints.length * 4)
  const translations = new Float32Array(frames * joints.length * 3)
  for (let frame = 0; frame < frames; frame++) {
    for (const [i, joint] of joints.entries()) {
      readChannels(
        reader,
        joint,
        rotations,
        (frame * joints.length + i) * 4,
        translations,
        (frame * joints.length + i) * 3,
      )
    }
  }
  if (reader.peek() !== undefined)
    reader.fail(reader.next('the end'), `follows the ${frames} frames that the file says it has`)
  return { joints, fps, frames, rotations, translations, face: new Map() }
}

function readHierarchy(reader: Reader, from: string): BvhJoint[] {
  const joints: BvhJoint[] = []
  reader.expect('ROOT')
  readJoint(reader, joints, -1, from)
  // What stands beside the first root, such as a prop, is no part of the body; its channels must be counted all the same.
  while (reader.peek() === 'ROOT') {
    reader.expect('ROOT')
    readJoint(reader, joints, -1, from)
  }
  return joints
}

/** Goes down without recursion: a file may nest ten thousand deep. */
function readJoint(reader: Reader, joints: BvhJoint[], root: number, from: string): void {
  const open: number[] = []
  const begin = (name: string, isEnd: boolean) => {
    if (joints.length >= MAX_JOINTS) checkMotionSize({ from, joints: joints.length + 1, frames: 2, seconds: 1 })
    reader.expect('{')
    reader.expect('OFFSET')
    const translation = [reader.number('an offset'), reader.number('an offset'), reader.number('an offset')] as const
    const channels = isEnd ? [] : readChannelNames(reader)
    const joint = {
      name,
      parent: open.at(-1) ?? root,
      translation: [...translation] as [number, number, number],
      channels,
    }
    open.push(joints.push({ ...joint, rotation: [0, 0, 0, 1] }) - 1)
  }
  begin(readName(reader), false)
  while (open.length > 0) {
    const token = reader.next('JOINT, End Site or }')
    if (token.text === '}') open.pop()
    else if (token.text === 'JOINT') begin(readName(reader), false)
    else if (token.text === 'End') {
      reader.expect('Site')
      begin(END, true)
    } else reader.fail(token, 'is not JOINT, End Site or }')
  }
}

/** Names may hold spaces: all up to the brace. */
function readName(reader: Reader): string {
  const first = reader.next('the name of a joint')
  if (first.text === '{') reader.fail(first, 'stands where the name of a joint belongs')
  const words = [first.text]
  while (reader.peek() !== undefined && reader.peek() !== '{' && words.length < MAX_NAME_WORDS)
    words.push(reader.next('{').text)
  return words.join(' ')
}

function readChannelNames(reader: Reader): Channel[] {
  reader.expect('CHANNELS')
  const token = reader.next('the number of channels')
  const count = Number(token.text)
  if (![0, 1, 2, 3, 6].includes(count)) reader.fail(token, 'is no number of channels; a joint has 3 or 6')
  return Array.from({ length: count }, () => {
    const name = reader.next('the name of a channel')
    const channel = CHANNELS.find((known) => known.toLowerCase() === name.text.toLowerCase())
    return channel ?? reader.fail(name, `is no channel. Known: ${CHANNELS.join(', ')}`)
  })
}

const turn = new Float64Array(4)
const turned = new Float64Array(4)

/** A joint's turns apply in the order of its channels, the last one first. Positions take the place of the offset. */
function readChannels(
  reader: Reader,
  { channels, translation }: BvhJoint,
  rotations: Float32Array,
  at: number,
  translations: Float32Array,
  place: number,
): void {
  setIdentity(turned, 0)
  translations.set(translation, place)
  for (const channel of channels) {
    const value = reader.number(channel)
    const axis = channel.charCodeAt(0) - 88
    if (channel.endsWith('position')) {
      translations[place + axis] = value
      continue
    }
    fromAxisAngle(turn, 0, axis === 0 ? 1 : 0, axis === 1 ? 1 : 0, axis === 2 ? 1 : 0, radians(value))
    multiply(turned, 0, turned, 0, turn, 0)
  }
  rotations.set(turned, at)
}

function wholeNumber(reader: Reader): number {
  const value = reader.number('the number of frames')
  if (Number.isInteger(value) && value >= 0) return value
  return reader.fail(undefined, `has ${value} frames, which is no whole number`)
}

function createReader(text: string, from: string): Reader {
  const words = /\S+/g
  let ahead = words.exec(text)
  const fail = (token: Token | undefined, problem: string): never => {
    const where = token === undefined ? '' : ` line ${token.line}, column ${token.column}: "${token.text.slice(0, 40)}"`
    throw new EngineError('clip/bad-file', `"${from}" is not a sound BVH file:${where} ${problem}. Export it again.`)
  }
  const take = (wanted: string): Token => {
    if (ahead === null) {
      throw new EngineError(
        'clip/bad-file',
        `"${from}" ends at line ${text.split('\n').length}, where ${wanted} belongs: the file is cut short. Export or fetch it again.`,
      )
    }
    const { index } = ahead
    const token = { text: ahead[0], ...placeOf(text, index) }
    ahead = words.exec(text)
    return token
  }
  const number = (what: string): number => {
    const word = ahead?.[0]
    const value = word === undefined ? Number.NaN : Number(word)
    if (!Number.isFinite(value))
      return word === undefined ? Number(take(what).text) : fail(take(what), `is not a number; ${what} belongs there`)
    ahead = words.exec(text)
    return value
  }
  return {
    fail,
    number,
    next: take,
    peek: () => ahead?.[0],
    expect(word) {
      const token = take(word)
      if (token.text.toLowerCase() !== word.toLowerCase()) fail(token, `stands where ${word} belongs`)
    },
  }
}

/** Worked out only for words that a message may name. */
function placeOf(text: string, index: number): { line: number; column: number } {
  const lineStart = text.lastIndexOf('\n', index - 1) + 1
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line++
  return { line, column: index - lineStart + 1 }
}
