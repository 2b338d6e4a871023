import { knownNames } from '../../core/suggest.ts'
import type { LookAct } from '../../plan/acts.ts'
import type { Asked, Vocabulary } from './script.ts'

const LOOKS: readonly LookAct['at'][] = ['listener', 'screen', 'up', 'down', 'left', 'right']

/** How strongly what came without a number is shown. */
const DEFAULT_INTENSITY = 0.8

/**
 * What a name asks for: an expression, a gesture, or a look ("look:up").
 *
 * @param name   As written, without brackets.
 * @param value  What stands behind its colon: an intensity, or where to look, or what a mark is called.
 * @returns      What is asked for, or a sentence that tells what is wrong.
 */
export function knownDirection(name: string, value: string | undefined, vocabulary: Vocabulary): Asked | string {
  if (name === 'look') return lookAt(value)
  if (name === 'mark' && value !== undefined) return { type: 'mark', name: value }
  const { gestures, expressions } = vocabulary
  const type = expressions.includes(name) ? 'express' : gestures.includes(name) ? 'gesture' : undefined
  if (type === undefined) return `Nobody knows "${name}". ${nearest(name, vocabulary)}`
  const intensity = value === undefined ? DEFAULT_INTENSITY : Number(value)
  if (value?.trim() === '' || !(intensity >= 0 && intensity <= 1))
    return `"${name}" is asked for at "${value}"; intensities go from 0 to 1.`
  return { type, name, intensity }
}

function lookAt(value: string | undefined): Asked | string {
  const at = LOOKS.find((name) => name === value)
  if (at !== undefined) return { type: 'look', at }
  return `Nobody looks "${value ?? ''}". ${knownNames(value ?? '', LOOKS)}`
}

/** A list of all would be longer than a message should be. */
const nearest = (name: string, { gestures, expressions }: Vocabulary): string => {
  const [hint] = knownNames(name, [...expressions, ...gestures]).split(' Known: ')
  return hint!.startsWith('Did') ? hint! : 'Gestures and expressions have the names of their files in content.'
}
