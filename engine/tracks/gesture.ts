import { EngineError } from '../core/errors.ts'
import { type BodyPose, bodyPoseRotations } from '../rig/body-pose.ts'
import { BONES, type BoneName, boneIndex } from '../rig/bones.ts'
import { type HandPoses, handBones, type Side } from '../rig/hand-poses.ts'
import type { HandPart, TouchPoint } from '../rig/touch-points.ts'
import { mirrorTurn } from '../rig/turn.ts'
import type { GestureFile } from './gesture-file.ts'
import type { Meaning } from './meanings.ts'
import { createRotationTrack, type RotationTrack } from './rotation-track.ts'

/** Which hands carry a gesture. */
export type Hands = 'left' | 'right' | 'both' | 'none'

/** A touch that is meant, seconds on the gesture's clock. */
export type Touch = {
  readonly on: TouchPoint
  readonly across: boolean
  readonly by: HandPart
  readonly hand: Side
  readonly from: number
  readonly to: number
}

/** A gesture ready to be sampled. */
export type Gesture = {
  readonly name: string
  /** What it says: who plans a performance chooses by it. */
  readonly means: readonly Meaning[]
  readonly hand: Hands
  /** Arms that it has to itself, left and right: those it moves, but those of an additive one. */
  readonly arms: readonly [boolean, boolean]
  /** Least and most at which it still reads, [0, 1]. */
  readonly intensity: readonly [number, number]
  readonly additive: boolean
  /** Made as it is written by whoever makes it, as signs are: no manner makes it larger or harder. */
  readonly exact: boolean
  readonly touches: readonly Touch[]
  /** A piece of the stroke that is played again while it is held, seconds. */
  readonly repeat: GestureFile['repeat']
  readonly sync: GestureFile['sync']
  readonly tracks: readonly RotationTrack[]
  /** The same by the other hand, where that can carry it. */
  readonly mirrored: Gesture | undefined
}

/**
 * Turns a gesture's keyed poses into one track for each bone that any of them names.
 *
 * @param hands  The hand poses it may name.
 * @throws       `pose/unknown-hand` where a keyframe names a hand pose that is not there; `gesture/hands` where the file
 *               says that other hands carry it than those its keyframes move.
 */
export function compileGesture(name: string, file: GestureFile, hands: HandPoses): Gesture {
  const poses = file.keyframes.map(({ bones, hands: named }) => bodyPoseRotations(asPose(bones, named), hands))
  const tracks = BONES.flatMap((bone) => {
    const keyed = file.keyframes.flatMap((keyframe, i) => (moves(keyframe, bone) ? [i] : []))
    return keyed.length === 0 ? [] : [compileTrack(boneIndex(bone), keyed, file, poses)]
  })
  const moved = (['left', 'right'] as const).filter((side) => tracks.some(({ bone }) => sideOfArm(bone) === side))
  const hand = handsOf(name, file, moved)
  const gesture: Gesture = {
    name,
    means: file.means,
    hand,
    arms: [!file.additive && moved.includes('left'), !file.additive && moved.includes('right')],
    intensity: file.intensity,
    additive: file.additive,
    exact: false,
    touches: file.touches.map((touch) => compileTouch(touch, hand, file.sync)),
    repeat: file.repeat,
    sync: file.sync,
    tracks,
    mirrored: undefined,
  }
  const mirrors = file.mirrors ?? (hand === 'left' || hand === 'right')
  return mirrors ? { ...gesture, mirrored: mirrorGesture(gesture) } : gesture
}

type Keyframe = GestureFile['keyframes'][number]

const asPose = (bones: BodyPose['bones'], hands: BodyPose['hands']): BodyPose => ({
  version: 1,
  unit: 'degrees',
  description: 'keyframe',
  mirror: false,
  bones,
  ...(hands === undefined ? {} : { hands }),
})

const FINGERS: Readonly<Record<Side, ReadonlySet<BoneName>>> = {
  left: new Set(handBones('left')),
  right: new Set(handBones('right')),
}

/** Whether a keyframe says anything of a bone; a hand pose speaks of all fifteen of its hand. */
const moves = ({ bones, hands }: Keyframe, bone: BoneName): boolean =>
  bones[bone] !== undefined ||
  (hands?.left !== undefined && FINGERS.left.has(bone)) ||
  (hands?.right !== undefined && FINGERS.right.has(bone))

/** Keys of one bone, from the keyframes that say something of it. */
function compileTrack(
  bone: number,
  keyed: readonly number[],
  { keyframes }: GestureFile,
  poses: readonly Float32Array[],
): RotationTrack {
  const rotations = new Float32Array(keyed.length * 4)
  for (const [key, i] of keyed.entries()) rotations.set(poses[i]!.subarray(bone * 4, bone * 4 + 4), key * 4)
  const times = Float64Array.from(keyed, (i) => keyframes[i]!.at)
  return createRotationTrack(bone, times, rotations)
}

/** The arm that a bone is part of, with its hand and fingers. */
const SIDES = BONES.map((bone) => /^(left|right)(?!Eye|.*Leg|Foot|Toes)/.exec(bone)?.[1] as Side | undefined)

export const sideOfArm = (bone: number): Side | undefined => SIDES[bone]

/** Which hands carry it: those whose arms it moves, unless the file names fewer. */
function handsOf(name: string, { hand }: GestureFile, sides: readonly Side[]): Hands {
  const moved: Hands = sides.length === 2 ? 'both' : (sides[0] ?? 'none')
  if (hand === undefined || hand === moved || moved === 'both') return hand ?? moved
  throw new EngineError(
    'gesture/hands',
    `Gesture "${name}" says that its hand is "${hand}", but its keyframes move the arm of "${moved}". Key the arm, or leave "hand" out.`,
  )
}

function compileTouch(touch: GestureFile['touches'][number], hands: Hands, sync: GestureFile['sync']): Touch {
  const { on, across, by, hand = hands === 'left' ? 'left' : 'right', from = sync.stroke, to = sync.relax } = touch
  return { on, across, by, hand, from, to }
}

/** The same gesture, mirrored at x = 0. */
function mirrorGesture(gesture: Gesture): Gesture {
  const { hand, arms, touches, tracks } = gesture
  return {
    ...gesture,
    hand: otherHand(hand),
    arms: [arms[1], arms[0]],
    touches: touches.map((touch) => ({ ...touch, hand: otherHand(touch.hand) })),
    tracks: tracks.map(mirrorTrack),
  }
}

function otherHand<T extends Hands>(hand: T): T {
  if (hand === 'left') return 'right' as T
  return hand === 'right' ? ('left' as T) : hand
}

function mirrorTrack({ bone, times, rotations }: RotationTrack): RotationTrack {
  const name = BONES[bone]!
  const twin = name.startsWith('left') ? name.replace('left', 'right') : name.replace('right', 'left')
  const mirrored = new Float32Array(rotations.length)
  for (let i = 0; i < rotations.length; i += 4) {
    mirrored.set(mirrorTurn([rotations[i]!, rotations[i + 1]!, rotations[i + 2]!, rotations[i + 3]!]), i)
  }
  return createRotationTrack(boneIndex(twin as BoneName), times, mirrored)
}
