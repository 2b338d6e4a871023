import { acos, atan2, cos, hypot3, sin } from '../../core/math/ops.ts'
import { fromEuler, slerp } from '../../core/math/quat.ts'
import { clamp, radians } from '../../core/math/scalar.ts'
import { createPlacedBones, placeBones } from '../../pose/forward.ts'
import { turnBone } from '../../pose/turn-bone.ts'
import { twoBoneIk } from '../../pose/two-bone-ik.ts'
import { followClips, giveWay } from '../clip-feet.ts'
import { POSE_STRIDE } from '../components.ts'
import { createFootState, type FootState, placeFoot } from '../feet.ts'
import { toActorSpace } from '../placement.ts'
import type { PlantedLeg } from '../stance.ts'
import type { World } from '../world.ts'

/** Share of a leg that hips leave unstretched above it, and how much they let a leg in the air off, metres. */
const UNSTRETCHED = 0.003
const FLIGHT_SLACK = 0.12
/** Two heights are joined over this span, so that hips change from one leg to the other without a corner. Metres. */
const JOINED = 0.012
/** An ankle bends this far by itself, and by this much more at most: beyond it the heel follows. Radians. Source: `limits.ts`. */
const ANKLE_EASE = radians(12)
const ANKLE_ROOM = radians(5)
/** How far ahead of the leg the point lies that its knee turns to, metres, and the share of the foot in that direction. */
const POLE_AHEAD = 1
const POLE_BY_FOOT = 0.75

const placed = createPlacedBones()
const feet = [createFootState(), createFootState()] as const
const ankles = [new Float32Array(3), new Float32Array(3)] as const
const pole = new Float32Array(3)
const rolled = new Float32Array(4)

/** Puts feet where they stand or step, and the hips no higher than the legs reach. */
export function solveLimbs(world: World): void {
  const { Actor, ClipFeet, Pose, Transform } = world.components
  for (const e of world.lists.actors) {
    const { rest, stance } = world.catalogue.rigs.get(Actor.avatar[e]!)!
    placeBones(placed, rest, Pose.rotations, e * POSE_STRIDE, Pose.hips, e * 3)
    giveWay(world, e, stance.legs, placed)
    for (const foot of [0, 1] as const) {
      placeFoot(feet[foot], world, e, foot, world.tick)
      feet[foot].yaw -= Transform.yaw[e]!
      placeAnkle(ankles[foot], world, e, feet[foot], stance.legs[foot])
    }
    const sink = Math.min(0, hipsWithinReach(stance.legs)) * (1 - ClipFeet.share[e]!)
    Pose.hips[e * 3 + 1] = Pose.hips[e * 3 + 1]! + sink
    for (const foot of [0, 1] as const) plantFoot(world, e, stance.legs[foot], foot, sink)
  }
}

/** Where the ankle is when the foot rolls on ball or heel, in the actor's space. */
function placeAnkle(out: Float32Array, world: World, e: number, foot: FootState, leg: PlantedLeg): void {
  toActorSpace(out, world, e, foot.x, 0, foot.z)
  out[1] = leg.ankle + foot.height
  foot.pitch += heelFollows(foot, out, leg)
  const [pivotAhead, pivotHeight] = foot.pitch > 0 ? [leg.ballAhead, leg.ballHeight] : [-leg.heelBehind, 0]
  const [s, c] = [sin(foot.pitch), cos(foot.pitch)]
  // From the pivot to the ankle, turned by the roll.
  const up = leg.ankle - pivotHeight
  const ahead = pivotAhead - pivotAhead * c + up * s
  out[0] = out[0]! + ahead * sin(foot.yaw)
  out[1] = foot.height + pivotHeight + up * c + pivotAhead * s
  out[2] = out[2]! + ahead * cos(foot.yaw)
}

/** How much further the heel must rise, radians, so that the ankle bends no more than it can under a shin that leans ahead. */
function heelFollows({ yaw, pitch }: FootState, ankle: Float32Array, { chain }: PlantedLeg): number {
  const hip = chain.upper * 3
  const dx = placed.positions[hip]! - ankle[0]!
  const dy = placed.positions[hip + 1]! - ankle[1]!
  const dz = placed.positions[hip + 2]! - ankle[2]!
  const { upperLength, lowerLength } = chain
  const span = Math.min(hypot3(dx, dy, dz), upperLength + lowerLength)
  const atAnkle = (lowerLength * lowerLength + span * span - upperLength * upperLength) / (2 * lowerLength * span)
  const lean = atan2(dx * sin(yaw) + dz * cos(yaw), dy) + acos(clamp(atAnkle, -1, 1))
  const over = lean - pitch - ANKLE_EASE
  return over <= 0 ? 0 : (over * over) / (over + ANKLE_ROOM)
}

/** How much the hips must rise (+) or sink (−) for the leg that reaches least to reach its ankle, metres. */
function hipsWithinReach(legs: readonly PlantedLeg[]): number {
  let room = 0
  for (const foot of [0, 1] as const) {
    const hip = legs[foot]!.chain.upper * 3
    const dx = placed.positions[hip]! - ankles[foot][0]!
    const dz = placed.positions[hip + 2]! - ankles[foot][2]!
    const reach = legs[foot]!.length * (1 - UNSTRETCHED)
    const height = Math.sqrt(Math.max(1e-4, reach * reach - dx * dx - dz * dz))
    const spare = ankles[foot][1]! + height - placed.positions[hip + 1]! + FLIGHT_SLACK * feet[foot].free
    room = smoothMin(room, spare)
  }
  return room
}

/** The lesser of two, rounded where they meet. Source: I. Quilez, "Smooth minimum", polynomial. */
function smoothMin(a: number, b: number): number {
  const near = Math.max(0, JOINED - Math.abs(a - b)) / JOINED
  return Math.min(a, b) - (near * near * JOINED) / 4
}

/** Bends a leg to its ankle, turns the foot as it rolls, and keeps the toes on the floor; a clip may have its own way with it. */
function plantFoot(world: World, e: number, leg: PlantedLeg, foot: 0 | 1, sink: number): void {
  const { ClipFeet, Pose } = world.components
  const { chain, toes } = leg
  const { yaw, pitch } = feet[foot]
  const ankle = ankles[foot]
  const hip = chain.upper * 3
  const share = ClipFeet.share[e]!
  fromEuler(rolled, 0, yaw, pitch, 0)
  slerp(placed.rotations, chain.end * 4, rolled, 0, placed.rotations, chain.end * 4, share)
  const kneeYaw = yaw * POLE_BY_FOOT
  pole[0] = (placed.positions[hip]! + ankle[0]!) / 2 + POLE_AHEAD * sin(kneeYaw)
  pole[1] = (placed.positions[hip + 1]! + ankle[1]!) / 2
  pole[2] = (placed.positions[hip + 2]! + ankle[2]!) / 2 + POLE_AHEAD * cos(kneeYaw)
  followClips(world, e, foot, { chain, placed, ankle, kneeAt: pole })
  // The bones were placed before the hips sank: the ankle lies as much higher for them.
  ankle[1] = ankle[1]! - sink
  twoBoneIk(Pose.rotations, e * POSE_STRIDE, chain, placed, ankle, pole, 1)
  if (pitch > 0) turnBone(Pose.rotations, e * POSE_STRIDE + toes * 4, 0, -pitch * (1 - share), 0)
}
