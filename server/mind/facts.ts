import type { Fact, Phrases } from './persona.ts'
import { turnRound } from './turn-round.ts'

/** Something that a person told about themselves. */
export type Told = { readonly fact: Fact; readonly value: string }

/** Words that open a sentence and tell nothing. */
const OPENERS = /^(?:(?:yes|yeah|yep|no|well|oh|and|but|so|actually|because|hi|hello|hey|thanks|okay|ok)\b[\s,.!]*)+/i
/** Words around an answer of a few words: "mostly jazz, I think". */
const AROUND =
  /^(?:(?:mostly|maybe|probably|perhaps|usually|i think|i guess|it is|it's|that is|that would be|just|my|a|an|the|some|in|as)\s+)+|(?:,?\s+(?:mostly|maybe|probably|i think|i guess|of course|please|really|too|as well|a lot|very much|so much))+$/gi
/** What is told is a few words; more is a tale, and cannot be said back. */
const MOST_WORDS = 6
/** What cannot be kept as a thing that is liked or owned. */
const NO_THING =
  /^(?:it|that|this|you|them|him|her|to know|to ask|to|how|what|your?\b.*|when|problem|question|idea|minute|moment|lot|good|bad)$/i

/** "I am Ada": who is called by a word in capitals, and means nothing else by it, says a name. */
const INTRODUCTION = /^(?:i am|i'm|this is) (\p{Lu}[\p{L}'-]+)[.!]?$/u

/**
 * @returns  A function that finds what a sentence tells about who says it; `isStrange` says that it means nothing else
 *           one would know.
 */
export function createFactFinder(facts: Phrases['facts']): (sentence: string, isStrange: boolean) => Told | undefined {
  const patterns = Object.entries(facts).flatMap(([fact, forms]) =>
    forms.map((form) => ({ fact: fact as Fact, form: patternOf(form) })),
  )
  return (sentence, isStrange) => {
    const plain = sentence.replace(/[’‘]/g, "'").replace(OPENERS, '').trim()
    if (plain.endsWith('?')) return undefined
    for (const { fact, form } of patterns) {
      const value = form.exec(plain)?.[1]
      const told = value === undefined ? undefined : readFact(fact, value)
      if (told !== undefined) return { fact, value: told }
    }
    const name = isStrange ? INTRODUCTION.exec(plain.replace(/^./, (first) => first.toLowerCase()))?.[1] : undefined
    return name === undefined ? undefined : { fact: 'name', value: name }
  }
}

/** What an answer of a few words tells, as it is said back to who gave it. */
export function readFact(fact: Fact, words: string): string | undefined {
  const clause = words.split(/[.,;!?]|\b(?:and you|but|because|what about|how about)\b/i)[0]!.trim()
  const plain = clause
    .replace(OPENERS, '')
    .replace(AROUND, '')
    .replace(/^["'(]+|["')]+$/g, '')
    .trim()
  const count = plain.split(/\s+/).length
  if (plain === '' || count > MOST_WORDS || plain.length > 60 || NO_THING.test(plain)) return undefined
  return fact === 'name' ? nameOf(plain) : fact === 'home' ? plain : turnRound(plain)
}

/** "ada" is "Ada"; a sentence is no name. */
function nameOf(words: string): string | undefined {
  const name = words.split(/\s+/).slice(0, 2).join(' ')
  return /^[\p{L}'’ -]{2,30}$/u.test(name)
    ? name.replace(/(^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase())
    : undefined
}

function patternOf(form: string): RegExp {
  const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replace('\\*', '[\\w-]+(?: [\\w-]+)?').replace('\\{\\}', '(.+)')}$`, 'i')
}
