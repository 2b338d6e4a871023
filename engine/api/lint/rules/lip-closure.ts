import { secondsAt, TICK_RATE } from '../../../core/clock.ts'
import { phoneShape } from '../../../plan/mouth-segments.ts'
import type { Phone } from '../../../plan/plan.ts'
import { type BlendshapeName, FIRST_VISEME, faceChannel } from '../../../rig/blendshapes.ts'
import { visemeIndex } from '../../../rig/visemes.ts'
import type { LineCue } from '../../../world/cues.ts'
import type { Observation } from '../observe.ts'
import { type Breach, defineRule } from '../rule.ts'

/** Weight at which lips meet, and at which the lower one is at the teeth. */
const SHUT = 0.9
const BITTEN = 0.85
/** How much may be left of what pulls corners apart, and of what opens. */
const PULLED_LIMIT = 0.35
const OPENED_LIMIT = 0.06
/** A contact is looked for from this long before its sound, seconds: the mouth leads. */
const LEAD = 0.06

const channels = (names: readonly BlendshapeName[]) => names.map(faceChannel)
const PULLERS = channels([
  'mouthSmileLeft',
  'mouthSmileRight',
  'mouthFrownLeft',
  'mouthFrownRight',
  'mouthStretchLeft',
  'mouthStretchRight',
])
const OPENERS = channels([
  'jawOpen',
  'mouthUpperUpLeft',
  'mouthUpperUpRight',
  'mouthLowerDownLeft',
  'mouthLowerDownRight',
  'mouthFunnel',
])
const PP = FIRST_VISEME + visemeIndex('PP')
const FF = FIRST_VISEME + visemeIndex('FF')

/** A sound whose contact is still looked for. */
type Pending = {
  readonly part: string
  readonly phone: Phone
  readonly from: number
  readonly to: number
  weight: number
  pulled: number
  opened: number
}

export const lipClosure = defineRule({
  name: 'lip-closure',
  description: 'Lips meet on every p, b and m and bite on every f and v, and no smile holds them apart.',
  watch(tell) {
    const known = new Set<string>()
    let pending: Pending[] = []
    let contacts = 0
    let missed = 0
    const settle = (one: Pending) => {
      contacts++
      const breach = judge(one)
      if (breach === undefined) return
      missed++
      tell(breach)
    }
    return {
      see(observation) {
        for (const cue of observation.lines) {
          if (!known.has(cue.id)) pending.push(...contactsOf(cue))
          known.add(cue.id)
          // What was cut short is not looked for.
          pending = pending.filter(({ part, to }) => part !== cue.id || to < cue.released)
        }
        for (const one of pending) {
          if (observation.tick >= one.from && observation.tick <= one.to) measure(one, observation)
          if (observation.tick > one.to) settle(one)
        }
        pending = pending.filter(({ to }) => observation.tick <= to)
      },
      end: () => ({ 'lip contacts': contacts, 'lip contacts missed': missed }),
    }
  },
})

function contactsOf({ id, start, plan }: LineCue): Pending[] {
  return plan.phones.flatMap((phone) => {
    const kind = phoneShape(phone.phone).articulation
    if (kind !== 'shut' && kind !== 'bite') return []
    const from = start + Math.floor((phone.start - LEAD) * TICK_RATE)
    return [{ part: id, phone, from, to: start + Math.ceil(phone.end * TICK_RATE), weight: 0, pulled: 1, opened: 1 }]
  })
}

/** Keeps what there was beside the contact where it was firmest. */
function measure(one: Pending, { face }: Observation): void {
  const weight = face[isBite(one) ? FF : PP]!
  if (weight < one.weight) return
  one.weight = weight
  one.pulled = Math.max(...PULLERS.map((channel) => face[channel]!))
  one.opened = Math.max(...OPENERS.map((channel) => face[channel]!))
}

const isBite = ({ phone }: Pending): boolean => phoneShape(phone.phone).articulation === 'bite'

function judge(one: Pending): Breach | undefined {
  const { phone, from, to, weight, pulled, opened } = one
  const least = isBite(one) ? BITTEN : SHUT
  const span = { from, to }
  const sound = `"${phone.phone}" at ${secondsAt(from).toFixed(2)} s`
  if (weight < least) {
    return {
      ...span,
      value: weight,
      limit: least,
      text: `no contact of the lips for ${sound}: weight ${weight.toFixed(2)}`,
    }
  }
  if (opened > OPENED_LIMIT) {
    return { ...span, value: opened, limit: OPENED_LIMIT, text: `the mouth is held open on ${sound}` }
  }
  if (pulled > PULLED_LIMIT) {
    return { ...span, value: pulled, limit: PULLED_LIMIT, text: `a smile or frown pulls at the lips on ${sound}` }
  }
  return undefined
}
