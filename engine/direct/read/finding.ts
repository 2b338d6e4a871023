/**
 * What can be read in a text. Where a gesture says the same, the name is the gesture's meaning; the rest are signs that
 * rules turn into something else.
 */
export const FINDINGS = [
  'greeting',
  'farewell',
  'thanks',
  'apology',
  'yes',
  'no',
  'maybe',
  'unknown',
  'think',
  'self',
  'you',
  'we',
  'here',
  'there',
  'up',
  'down',
  'left',
  'right',
  'big',
  'small',
  'explain',
  'present',
  'offer',
  'invite',
  'stop',
  'listen',
  'precision',
  'love',
  'praise',
  'playful',
  'facepalm',
  'screen',
  /** A word that denies. */
  'negation',
  /** A number with its value; an ordinal has its rank. */
  'number',
  'ordinal',
  /** One of several things in a row, with its place in the row from 1. */
  'item',
  /** The sides of a contrast. */
  'oneSide',
  'otherSide',
  'yesNoQuestion',
  'whQuestion',
  'tagQuestion',
  /** A question of a language whose words are not read. */
  'question',
  'exclamation',
  /** What is said is not what is meant. */
  'sarcasm',
] as const

export type FindingName = (typeof FINDINGS)[number]

/** Something that was read, and where. */
export type Finding = {
  readonly what: FindingName
  /** Word that carries it, the most stressed of those that say it. */
  readonly word: number
  /** Words that say it. */
  readonly first: number
  readonly last: number
  /** How surely or strongly it is said, (0, 1]. */
  readonly strength: number
  /** Of a number its value, of an ordinal its rank, of an item its place in the row. */
  readonly value?: number
}
