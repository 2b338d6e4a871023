import * as z from 'zod'
import { BONES, type BoneName } from './bones.ts'

/** Metres, in the avatar's space: ground at Y = 0, facing +Z, at rest. */
export const position = z
  .tuple([z.number(), z.number(), z.number()])
  .describe("Metres, in the avatar's space: ground at Y = 0, facing +Z")

export const boneName = z.enum(BONES as [BoneName, ...BoneName[]])

/** Most joints of an avatar that swing: a stage keeps room for those of the richest avatar, for every actor. */
const MAX_SWINGING = 256
/** Most colliders of an avatar: every joint is held against each at every tick. */
export const MAX_COLLIDERS = 64

/**
 * A chain of joints that swings behind the body's moves: a lock of hair, a skirt's panel, an earring.
 *
 * Its numbers are those of VRM, where a pull of 1 moves a joint's tail by a metre a second.
 *
 * @source VRM Consortium, VRMC_springBone 1.0.
 */
export const springSchema = z
  .strictObject({
    name: z.string().min(1),
    bone: boneName.describe('What the chain hangs from'),
    nodes: z
      .array(z.string())
      .min(2)
      .max(32)
      .describe('Nodes from the root to the tip; the last one marks the end and does not turn'),
    rests: z.array(position).describe('Where each of them stands'),
    stiffness: z.number().min(0).max(4).describe('Pull back to the rest pose, metres per second'),
    gravity: z.number().min(0).max(2).describe('Pull downwards, metres per second'),
    drag: z.number().min(0).max(1).describe('Share of speed lost at every tick'),
    radius: z.number().min(0).max(0.5).describe('Of the ball about each tail that keeps off the colliders, metres'),
  })
  .refine(({ nodes, rests }) => nodes.length === rests.length, {
    error: ({ input }) => {
      const { name, nodes, rests } = input as { name: string; nodes: string[]; rests: unknown[] }
      return `spring "${name}" names ${nodes.length} nodes and gives ${rests.length} places: give one for each`
    },
  })

/** What springs must not enter: a ball about `at`, or the capsule from there to `tail`. */
export const colliderSchema = z.strictObject({
  bone: boneName.describe('What it moves with'),
  at: position,
  tail: position.optional(),
  radius: z.number().positive().max(1).describe('Metres'),
})

export const springsSchema = z.array(springSchema).refine((springs) => swingingJoints(springs) <= MAX_SWINGING, {
  error: `springs have more than ${MAX_SWINGING} joints that swing; leave out joints`,
})

export type Spring = z.infer<typeof springSchema>
export type Collider = z.infer<typeof colliderSchema>

/** Joints that turn: all but the end of each chain. */
export const swingingJoints = (springs: readonly Pick<Spring, 'nodes'>[]): number =>
  springs.reduce((sum, { nodes }) => sum + nodes.length - 1, 0)
