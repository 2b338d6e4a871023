import { clamp, gauss, lerp, smoothstep } from '../kit/scalar.ts'
import { addScaled, distance, dot, mix3, subtract, type Vec3 } from '../kit/vec3.ts'
import { HAND_SCALE, LIMB_JOINTS } from '../skeleton/measures.ts'
import { forearmRoll } from '../weights/body-weights.ts'
import { addInfluence, bendAt, finishInfluences, type Influences, smoothInfluences } from '../weights/influences.ts'
import type { Digit } from './digit.ts'
import type { HandShape } from './hand.ts'

/** Bend bands on either side of a joint, for a girth of 1. Centimetres. */
const PIP_REACH = 0.58
const DIP_REACH = 0.48
const THUMB_MCP_REACH = 0.75
const THUMB_IP_REACH = 0.6
/** The wrist bends a little beyond the hand's origin. */
const WRIST = { at: 0.25, before: 2.6, after: 2.3 }
/** How far each finger's knuckle pulls the palm sideways. */
const KNUCKLE_SPREAD = 0.78

/** Divides every vertex of a hand among the joints of its side; names carry no side ("IndexProximal", "HandHalf"). */
export function weighHand(hand: HandShape): Influences[] {
  const raw = hand.mesh.positions.map((p, v) => {
    const at = hand.places[v]!
    if (at.part === 'thumb') return thumbInfluences(hand, p, at.distance, at.ring)
    if (at.part === 'finger' && at.ring > 3) {
      const finger = hand.fingers[at.finger]!
      const isBack = p[1] > finger.frameAt(at.distance).origin[1]
      return fingerInfluences(finger, at.distance, isBack)
    }
    return palmInfluences(hand, p, v)
  })
  const smooth = smoothInfluences(raw, hand.gridNeighbours, { iterations: 4, share: (v) => smoothing(hand, v) })
  return smooth.map((influences, v) => finishInfluences(bendWrist(influences, hand.mesh.positions[v]![0])))
}

function smoothing({ places }: HandShape, v: number): number {
  const { part, ring } = places[v]!
  if (part === 'finger') return ring <= 3 ? 0.8 : 0.25
  if (part === 'thumb') return ring <= 5 ? 1 : 0.25
  return 1
}

/** A place on a straight finger: hand, knuckle, first bone, middle joint, … to the last bone. */
function fingerInfluences({ name, joints, girth }: Digit, along: number, isBack: boolean): Influences {
  const influences: Influences = new Map()
  const mcp = isBack ? bendAt(along, 0, 0.75 * girth, girth) : bendAt(along, 0.15, 1.1 * girth, 1.15 * girth)
  const pip = bendAt(along, joints[1], PIP_REACH * girth)
  const dip = bendAt(along, joints[2], DIP_REACH * girth)
  addInfluence(influences, 'Hand', mcp.before)
  addInfluence(influences, `${name}ProximalHalf`, mcp.half)
  addInfluence(influences, `${name}Proximal`, mcp.after * pip.before)
  addInfluence(influences, `${name}IntermediateHalf`, mcp.after * pip.half)
  const beyond = mcp.after * pip.after
  addInfluence(influences, `${name}Intermediate`, beyond * dip.before)
  addInfluence(influences, `${name}DistalHalf`, beyond * dip.half)
  addInfluence(influences, `${name}Distal`, beyond * dip.after)
  return influences
}

function thumbInfluences(hand: HandShape, p: Vec3, along: number, ring: number): Influences {
  const influences: Influences = new Map()
  const [, mcpAt, ipAt] = hand.thumb.joints
  const mcp = bendAt(along, mcpAt, THUMB_MCP_REACH)
  const ip = bendAt(along, ipAt, THUMB_IP_REACH)
  const own = ring <= 4 ? lerp(thumbShare(hand, p), 1, smoothstep(0, 4.5, ring)) : 1
  addInfluence(influences, 'Hand', mcp.before * (1 - own) * 0.5)
  addInfluence(influences, 'ThumbMetacarpalHalf', mcp.before * (1 - own) * 0.5)
  addInfluence(influences, 'ThumbMetacarpal', mcp.before * own)
  addInfluence(influences, 'ThumbProximalHalf', mcp.half)
  addInfluence(influences, 'ThumbProximal', mcp.after * ip.before)
  addInfluence(influences, 'ThumbDistalHalf', mcp.after * ip.half)
  addInfluence(influences, 'ThumbDistal', mcp.after * ip.after)
  return influences
}

/** The palm, the webs and the first rings of the fingers: a blend over the fingers by how near each passes. */
function palmInfluences(hand: HandShape, p: Vec3, v: number): Influences {
  const { part, finger, ring } = hand.places[v]!
  const influences: Influences = new Map()
  const thumb = part === 'palm' ? thumbShare(hand, p) : 0
  addInfluence(influences, 'ThumbMetacarpal', thumb * thumb)
  addInfluence(influences, 'ThumbMetacarpalHalf', thumb * (1 - thumb))
  const rest = 1 - thumb * thumb - thumb * (1 - thumb)
  const shares = fingerShares(hand, p)
  if (shares === undefined) {
    addInfluence(influences, 'Hand', rest)
    return influences
  }
  // A finger's first rings belong to it ever more.
  const own = part === 'finger' ? smoothstep(0, 3.2, ring) : 0
  hand.fingers.forEach((digit, k) => {
    const share = lerp(shares[k]!, k === finger ? 1 : 0, own) * rest
    if (share < 1e-4) return
    const { origin, along } = digit.frameAt(0)
    const distanceAlong = dot(subtract(p, origin), along)
    for (const [joint, weight] of fingerInfluences(digit, distanceAlong, p[1] - origin[1] > -0.1)) {
      addInfluence(influences, joint, weight * share)
    }
  })
  return influences
}

function fingerShares({ fingers }: HandShape, p: Vec3): number[] | undefined {
  const near = fingers.map((digit) => {
    const { origin, across } = digit.frameAt(0)
    return gauss(dot(subtract(p, origin), across), KNUCKLE_SPREAD)
  })
  const total = near.reduce((sum, n) => sum + n, 0)
  return total < 1e-6 ? undefined : near.map((n) => n / total)
}

/** How much of the palm goes with the thumb's metacarpal: by which bone lies nearer, none at the wrist. */
function thumbShare({ fingers, thumb }: HandShape, p: Vec3): number {
  const base = thumb.frameAt(0).origin
  const mcp = thumb.frameAt(thumb.joints[1]).origin
  const knuckle = (i: number) => fingers[i]!.frameAt(0).origin
  const toThumb = distanceToSegment(p, mix3(base, mcp, 0.25), mcp)
  const toHand = Math.min(
    distanceToSegment(p, [1, 0.1, 0.6], knuckle(0)),
    distanceToSegment(p, [1, 0.1, 0], knuckle(1)),
    distanceToSegment(p, [1, -0.4, -1.5], knuckle(3)),
    distanceToSegment(p, [-3, 0, 0], [0.8, 0, 0]) + 0.3,
  )
  return smoothstep(-1.15, 1.25, toHand - toThumb) * smoothstep(0.2, 2.4, p[0])
}

function distanceToSegment(p: Vec3, a: Vec3, b: Vec3): number {
  const ab = subtract(b, a)
  return distance(p, addScaled(a, ab, clamp(dot(subtract(p, a), ab) / dot(ab, ab))))
}

/** What the hand carries divides at the wrist: the forearm's end turns with the hand's roll but does not bend. */
function bendWrist(influences: Influences, x: number): Influences {
  const wrist = bendAt(x, WRIST.at, WRIST.before, WRIST.after)
  const bent: Influences = new Map()
  for (const [joint, share] of influences) {
    if (joint !== 'Hand') {
      addInfluence(bent, joint, share)
      continue
    }
    for (const [bone, part] of forearmRoll(LIMB_JOINTS.Hand[0] + x * HAND_SCALE)) {
      addInfluence(bent, bone, share * wrist.before * part)
    }
    addInfluence(bent, 'HandHalf', share * wrist.half)
    addInfluence(bent, 'Hand', share * wrist.after)
  }
  return bent
}
