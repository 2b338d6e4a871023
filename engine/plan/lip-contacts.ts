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
}

/** Shortest contact, seconds: at least two ticks see it. Source: Rhubarb Lip Sync holds plosives 40–120 ms. */
const MIN_CONTACT = 0.045
/** Closing is slower than the pop open. Seconds. Source: Rhubarb's tweens, 40–80 ms. */
const ATTACK = 0.065
const RELEASE = 0.05
/** A mouth that opens for less than this between two contacts is only a flicker. Seconds. */
const MIN_GAP = ATTACK / 2 + RELEASE + 0.015
/** The lips need this long from one contact to another kind. Seconds. */
const MIN_CROSSING = 0.04
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
  return 1 - smoothstep(end, end + release, seconds)
}

function contactOf({ phone, start, end }: Phone): LipContact | undefined {
  const { articulation } = phoneShape(phone)
  if (articulation !== 'shut' && articulation !== 'bite') return undefined
  const burst = PLOSIVES.has(phone) ? Math.min(MAX_BURST, BURST_SHARE * (end - start)) : 0
  const released = end - burst - MOUTH_LEAD
  return {
    viseme: visemeIndex(articulation === 'shut' ? 'PP' : 'FF'),
    // What a short sound lacks is taken before it: the ear hears the release.
    start: Math.min(start - MOUTH_LEAD, released - MIN_CONTACT),
    end: released,
    attack: ATTACK,
    release: RELEASE,
  }
}

function joinOrPart(contacts: LipContact[], previous: LipContact, next: LipContact): void {
  const missing = MIN_GAP - (next.start - previous.end)
  const before = previous.end - previous.start - MIN_CONTACT
  const after = next.end - next.start - MIN_CONTACT
  if (missing > before + after || next.start <= previous.end) {
    previous.end = next.end
    return
  }
  const first = Math.min(before, Math.max(0, missing / 2, missing - after))
  previous.end -= Math.min(first, Math.max(0, missing))
  next.start += Math.max(0, missing - first)
  contacts.push(next)
}

/** Makes room to cross from one kind of contact to the other; the second comes late rather than short. */
function crossOver(previous: LipContact, next: LipContact): LipContact {
  const missing = Math.max(0, MIN_CROSSING - (next.start - previous.end))
  const early = Math.min(missing, Math.max(0, previous.end - previous.start - MIN_CONTACT))
  previous.end -= early
  const start = next.start + missing - early
  return { ...next, start, end: Math.max(next.end, start + MIN_CONTACT) }
}

/** Fits the ways out of and into neighbouring contacts into the time between them. */
function shapeRamps(contacts: LipContact[]): LipContact[] {
  for (let i = 1; i < contacts.length; i++) {
    const previous = contacts[i - 1]!
    const next = contacts[i]!
    const gap = next.start - previous.end
    if (gap < MIN_GAP) {
      // One way: as much as the first lets go, the second takes.
      previous.release = gap
      next.attack = gap
    } else {
      next.attack = Math.min(ATTACK, gap - RELEASE)
    }
  }
  return contacts
}
