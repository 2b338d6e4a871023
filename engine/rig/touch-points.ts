/** Places of a body that a hand can touch. Those that come in pairs are on the side of the hand, `across` on the other. */
export const TOUCH_POINTS = [
  'forehead',
  'temple',
  'brow',
  'cheek',
  'mouth',
  'chin',
  'ear',
  'neck',
  'chest',
  'heart',
  'belly',
  'hip',
  'pocket',
  'thigh',
  'lap',
  'otherHand',
] as const

/** What of a hand touches. */
export const HAND_PARTS = ['palm', 'fingertips', 'index', 'thumb', 'knuckles'] as const

export type TouchPoint = (typeof TOUCH_POINTS)[number]
export type HandPart = (typeof HAND_PARTS)[number]
