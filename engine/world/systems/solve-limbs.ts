import { acos, atan2, cos, hypot3, sin } from '../../core/math/ops.ts'
import { fromEuler, slerp } from '../../core/math/quat.ts'
import { clamp, radians, smoothMin, smoothstep } from '../../core/math/scalar.ts'
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
/** And over so much more for each radian that a heel has risen: a leg left behind lets go of the hips within a few ticks. */
const JOINED_RISEN = 0.05
/** An ankle bends this far by itself, and by this much more at most: beyond it the heel follows. Radians. Source: `limits.ts`. */
const ANKLE_EASE = radians(8)
const ANKLE_ROOM = radians(5)
/** Hips that are this far ahead of an ankle, metres, begin to lift its heel where the leg gets short, and do so fully. */
const HEEL_LEAVES = 0.05
const HEEL_LEFT = 0.2
/** What a heel leaves of the leg's length to the knee, and how far it rises for that, radians: as high as at push-off. */
const KNEE_BEND = 0.008
const HEEL_MOST = radians(52)
const HEEL_SOFT = radians(6)
/** How far ahead of the leg the point lies that its knee turns to, metres, and the share of the foot in that direction. */
const POLE_AHEAD = 1
const POLE_BY_FOOT = 0.78

const placed = createPlacedBones()
const feet = [createFootState(), createFootState()] as const
const flat = [new Float32Array(3), new Float32Array(3)] as const
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
      toActorSpace(flat[foot], world, e, feet[foot].x, stance.legs[foot].ankle + feet[foot].height, feet[foot].z)
      raiseHeel(feet[foot], flat[foot], stance.legs[foot])
      rollAnkle(ankles[foot], flat[foot], feet[foot], stance.legs[foot])
    }
    const sink = Math.min(0, hipsWithinReach(stance.legs)) * (1 - ClipFeet.share[e]!)
    Pose.hips[e * 3 + 1] = Pose.hips[e * 3 + 1]! + sink
    for (const foot of [0, 1] as const) {
      // Hips that have sunk bend ankles further: their heels follow once more.
      feet[foot].pitch += heelFollows(feet[foot], flat[foot], stance.legs[foot], sink)
      rollAnkle(ankles[foot], flat[foot], feet[foot], stance.legs[foot])
      plantFoot(world, e, stance.legs[foot], foot, sink)
    }
  }
}

/** Heels rise where a leg left behind gets short, and where its shin leans too far. */
function raiseHeel(foot: FootState, ankle: Float32Array, leg: PlantedLeg): void {
  foot.pitch += heelReaches(foot, ankle, leg)
  foot.pitch += heelFollows(foot, ankle, leg, 0)
}

/** Where the ankle is when the foot rolls on ball or heel, from where it is while the sole is flat. */
function rollAnkle(out: Float32Array, ankle: Float32Array, foot: FootState, leg: PlantedLeg): void {
  const isOnBall = foot.pitch > 0
  const pivotAhead = isOnBall ? leg.ballAhead : -leg.heelBehind
  const pivotHeight = isOnBall ? leg.ballHeight : 0
  const s = sin(foot.pitch)
  const c = cos(foot.pitch)
  // From the pivot to the ankle, turned by the roll.
  const up = leg.ankle - pivotHeight
  const ahead = pivotAhead - pivotAhead * c + up * s
  out[0] = ankle[0]! + ahead * sin(foot.yaw)
  out[1] = foot.height + pivotHeight + up * c + pivotAhead * s
  out[2] = ankle[2]! + ahead * cos(foot.yaw)
}

/**
 * How much further the heel must rise, radians, so that a leg left behind reaches up to the hips: a triangle of the ball,
 * the ankle and the hip. Whoever stops in mid-stride stands like this.
 */
function heelReaches({ yaw, pitch, height }: FootState, ankle: Float32Array, leg: PlantedLeg): number {
  const hip = leg.chain.upper * 3
  const dx = placed.positions[hip]! - ankle[0]!
  const dz = placed.positions[hip + 2]! - ankle[2]!
  const ahead = dx * sin(yaw) + dz * cos(yaw)
  if (ahead <= HEEL_LEAVES) return 0
  const aside = dx * dx + dz * dz - ahead * ahead
  const length = Math.max(0.01, leg.length * leg.length * (1 - KNEE_BEND) * (1 - KNEE_BEND) - aside)
  const above = placed.positions[hip + 1]! - height - leg.ballHeight
  const before = ahead - leg.ballAhead
  const up = leg.ankle - leg.ballHeight
  const toHip = above * above + before * before
  const toAnkle = leg.ballAhead * leg.ballAhead + up * up
  const atBall = acos(clamp((toHip + toAnkle - length) / (2 * Math.sqrt(toHip * toAnkle)), -1, 1))
  const needed = atan2(up, -leg.ballAhead) - atan2(above, before) - atBall - Math.max(0, pitch)
  if (needed <= 0) return 0
  const room = Math.max(0, HEEL_MOST - pitch)
  const share = (needed * needed) / (needed + HEEL_SOFT) / Math.max(1e-6, room)
  return (
    (smoothstep(HEEL_LEAVES, HEEL_LEFT, ahead) * room * share) / Math.sqrt(Math.sqrt(1 + share * share * share * share))
  )
}

/** How much further the heel must rise, radians, so that the ankle bends no more than it can under a shin that leans ahead. */
function heelFollows({ yaw, pitch }: FootState, ankle: Float32Array, { chain }: PlantedLeg, sink: number): number {
  const hip = chain.upper * 3
  const dx = placed.positions[hip]! - ankle[0]!
  const dy = placed.positions[hip + 1]! + sink - ankle[1]!
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
    room = smoothMin(room, spare, JOINED + JOINED_RISEN * Math.max(0, feet[foot].pitch))
  }
  return room
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
