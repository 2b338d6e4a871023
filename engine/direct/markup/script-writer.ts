import type { Spelling } from '../../tracks/spelling.ts'
import type { Asked, Direction, Problem, Script, Stretch } from './script.ts'

/** How a stretch is said. */
export type Delivery = Pick<Stretch, 'rate' | 'pitch' | 'gain' | 'voice'>

export const PLAIN: Delivery = { rate: 1, pitch: 1, gain: 1 }

/** Puts a script together from left to right. */
export type ScriptWriter = {
  /** Characters said so far. */
  readonly length: () => number
  readonly say: (text: string, delivery?: Delivery) => void
  /** Silence here, seconds. */
  readonly pause: (seconds: number) => void
  /** Asks for something here, until the returned function is called or in its own time. */
  readonly direct: (asked: Asked) => () => void
  /** Letters for the fingers, here. */
  readonly spell: (spelling: Spelling) => void
  readonly tell: (problem: Problem) => void
  readonly script: () => Script
}

export function createScriptWriter(): ScriptWriter {
  const stretches: Stretch[] = []
  const directions: Direction[] = []
  const problems: Problem[] = []
  let length = 0
  return {
    length: () => length,
    say(text, delivery = PLAIN) {
      if (text === '') return
      const last = stretches.at(-1)
      if (last !== undefined && last.pause === undefined && last.spelling === undefined && isAlike(last, delivery))
        stretches[stretches.length - 1] = { ...last, text: last.text + text }
      else stretches.push({ ...delivery, text })
      length += text.length
    },
    pause(seconds) {
      const last = stretches.at(-1)
      if (last === undefined) stretches.push({ ...PLAIN, text: '', pause: seconds })
      else stretches[stretches.length - 1] = { ...last, pause: (last.pause ?? 0) + seconds }
    },
    direct(asked) {
      const index = directions.push({ asked, at: length }) - 1
      return () => {
        directions[index] = { ...directions[index]!, until: length }
      }
    },
    spell: (spelling) => void stretches.push({ ...PLAIN, text: '', spelling }),
    tell: (problem) => void problems.push(problem),
    script: () => ({ stretches, directions, problems }),
  }
}

const isAlike = (a: Delivery, b: Delivery): boolean =>
  a.rate === b.rate && a.pitch === b.pitch && a.gain === b.gain && a.voice === b.voice
