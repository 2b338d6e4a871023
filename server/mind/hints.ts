/** What the body says along with a sentence: a gesture by what it means, and an expression by its name. */
export type Hints = { readonly means?: string; readonly express?: string }

/** Signs in a text, the first that is found counts. English; a sentence without any is spoken with a calm body. */
const GESTURES: readonly (readonly [means: string, sign: RegExp])[] = [
  ['farewell', /\b(?:good-?bye|bye|see you|farewell|take care|until next time)\b/i],
  ['greeting', /^(?:oh,? )?(?:hello|hi|hey|welcome)\b|^good (?:morning|evening|afternoon)\b/i],
  ['no', /^(?:no|nope|not (?:at all|really|yet|quite)|never|unfortunately|i am afraid (?:not|i)|i do not think so)\b/i],
  [
    'yes',
    /^(?:yes|yeah|of course|certainly|exactly|gladly|absolutely|indeed|right|sure|agreed|my pleasure|you are (?:very )?welcome)\b/i,
  ],
  [
    'explain',
    /^(?:here (?:is|are|it is)|this is|there (?:is|are)|for example|for instance|imagine|look|listen|once there was|you can|try)\b/i,
  ],
  // Three things in a row are counted out with the hands.
  ['explain', /\b[\p{L}' ]+, [\p{L}' ]+,? (?:and|or) \p{L}+/iu],
]

const EXPRESSIONS: readonly (readonly [express: string, sign: RegExp])[] = [
  [
    'sad',
    /\b(?:i am (?:so |very )?sorry|sorry to hear|sad(?:ly)?|unfortunately|what a (?:pity|shame)|that sounds hard|poor you|oh dear|oh no)\b/i,
  ],
  ['surprised', /^(?:wow|oh|really|what|no way|goodness)\b[^.]*!/i],
  [
    'happy',
    /\b(?:glad|happy|wonderful|lovely|delighted|congratulations|how nice|haha|hurray|well done|great)\b|\bi (?:love|like) (?:that|it|this|you)\b/i,
  ],
  ['friendly', /^(?:hello|hi|hey|welcome|thank you|thanks|nice to)\b|\b(?:thank you|welcome|my pleasure)\b/i],
  ['curious', /\?["'”’)]*\s*$/],
]

/** Infers from a text what hands and face would do, where a mind says nothing about it. */
export function inferHints(text: string): Hints {
  const means = GESTURES.find(([, sign]) => sign.test(text))?.[0]
  const express = EXPRESSIONS.find(([, sign]) => sign.test(text))?.[0]
  return { ...(means === undefined ? {} : { means }), ...(express === undefined ? {} : { express }) }
}
