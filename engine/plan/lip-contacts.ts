import { smoothstep } from '../core/math/scalar.ts'
import { visemeIndex } from '../rig/visemes.ts'
import { MOUTH_LEAD, phoneShape } from './mouth-segments.ts'
import type { Phone } from './plan.ts'

/** A stretch in which the lips, or lip and teeth, touch and nothing else may show. */
export type LipContact = {
  readonly viseme: number
  /** Seconds on the mouth's clock: full contact from start to end. */
  start: number
  end: number
  /** Seconds of the way into contact and out of it. */
  attack: number
  release: number
  /** How far the contact may give way to its neighbours without failing a sound: seconds. */
  latestStart: number
  earliestEnd: number
}

/** Shortest contact, seconds: at least two ticks see it. Source: Rhubarb Lip Sync holds plosives 40–120 ms. */
const MIN_CONTACT = 0.042
/** Closing is slower than the pop open. Seconds. Source: Rhubarb's tweens, 40–80 ms. */
const ATTACK = 0.065
const RELEASE = 0.05
/** A mouth that opens for less than this between two contacts is only a flicker. Seconds. */
const MIN_GAP = 0.105
/** The lips need this long from one contact to another kind. Seconds. */
const MIN_CROSSING = 0.05
/** The burst of p and b at the end of the phone, when the lips are already apart: this share, up to this long. Seconds. */
const BURST_SHARE = 0.3
const MAX_BURST = 0.03

const PLOSIVES = new Set(['p', 'b'])

/**
 * Finds when lips must touch, which no weighted mean of shapes ensures.
 *
 * Contacts of one kind too close for the mouth to open between them become one.
 */
export function planLipContacts(phones: readonly Phone[]): LipContact[] {
  const contacts: LipContact[] = []
  for (const phone of phones) {
    const contact = contactOf(phone)
    if (!contact) continue
    const previous = contacts.at(-1)
    if (!previous) contacts.push(contact)
    else if (previous.viseme === contact.viseme) joinOrPart(contacts, previous, contact)
    else contacts.push(crossOver(previous, contact))
  }
  return shapeRamps(contacts)
}

/** Share of a contact at a time, [0, 1]: 1 from its start to its end. */
export function contactWeight({ start, end, attack, release }: LipContact, seconds: number): number {
  if (seconds < start) return smoothstep(start - attack, start, seconds)
  if (seconds <= end) return 1
  return 1 - smoothstep(end, end + release, seconds)
}

function contactOf({ phone, start, end }: Phone): LipContact | undefined {
  const { articulation } = phoneShape(phone)
  if (articulation !== 'shut' && articulation !== 'bite') return undefined
  const burst = PLOSIVES.has(phone) ? Math.min(MAX_BURST, BURST_SHARE * (end - start)) : 0
  const released = end - burst - MOUTH_LEAD
  // What a short sound lacks is taken before it: the ear hears the release.
  const from = Math.min(start - MOUTH_LEAD, released - MIN_CONTACT)
  return {
    viseme: visemeIndex(articulation === 'shut' ? 'PP' : 'FF'),
    start: from,
    end: released,
    attack: ATTACK,
    release: RELEASE,
    latestStart: released - MIN_CONTACT,
    earliestEnd: from + MIN_CONTACT,
  }
}

/** Opens a gap wide enough to be seen between two contacts of one kind, or makes them one. */
function joinOrPart(contacts: LipContact[], previous: LipContact, next: LipContact): void {
  const gap = next.latestStart - previous.earliestEnd
  if (gap < MIN_GAP) {
    previous.end = next.end
    previous.earliestEnd = next.earliestEnd
    return
  }
  const missing = Math.max(0, MIN_GAP - (next.start - previous.end))
  const early = Math.min(missing, previous.end - previous.earliestEnd)
  previous.end -= early
  next.start += missing - early
  contacts.push(next)
}

/** Makes room to cross from one kind of contact to the other; the second comes late rather than short. */
function crossOver(previous: LipContact, next: LipContact): LipContact {
  const missing = Math.max(0, MIN_CROSSING - (next.start - previous.end))
  const early = Math.min(missing, previous.end - previous.earliestEnd)
  previous.end -= early
  const start = next.start + missing - early
  const end = Math.max(next.end, start + MIN_CONTACT)
  return { ...next, start, end, latestStart: end - MIN_CONTACT, earliestEnd: start + MIN_CONTACT }
}

/** Fits the ways out of and into neighbouring contacts into the time between them. */
function shapeRamps(contacts: LipContact[]): LipContact[] {
  for (let i = 1; i < contacts.length; i++) {
    const previous = contacts[i - 1]!
    const next = contacts[i]!
    const gap = next.start - previous.end
    if (gap >= MIN_GAP) {
      next.attack = Math.min(ATTACK, gap - RELEASE)
      continue
    }
    // No time to open: the second takes over from the first.
    next.attack = gap
    previous.end = next.start
    previous.release = 0
  }
  return contacts
}
