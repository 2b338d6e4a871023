import { readBml } from './bml.ts'
import { readInline } from './inline.ts'
import { readModelPlan } from './model-plan.ts'
import type { Script, Vocabulary } from './script.ts'
import { readSsml } from './ssml.ts'

/**
 * Reads a text with directions, in whichever form it comes: SSML, BML, a plan in JSON, or words with directions in
 * brackets and between asterisks.
 *
 * @throws  `markup/bad-xml` for a document that is broken or declares entities.
 */
export function readScript(text: string, vocabulary: Vocabulary): Script {
  const [, root] = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(!DOCTYPE|\w+:?\w*)/i.exec(text) ?? []
  if (root === 'speak' || root === '!DOCTYPE') return readSsml(text, vocabulary)
  if (root?.replace(/^.*:/, '') === 'bml') return readBml(text, vocabulary)
  if (/^\s*(?:```(?:json)?\s*)?\{\s*"/.test(text)) return readModelPlan(text, vocabulary)
  return readInline(text, vocabulary)
}
