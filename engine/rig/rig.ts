import * as z from 'zod'
import { lidsSchema } from './lids.ts'
import { boneName, colliderSchema, MAX_COLLIDERS, position, springsSchema } from './springs.ts'

/**
 * A joint that the engine turns from a humanoid bone, so that elbows, wrists and fingers keep their volume:
 * rotation = slerp(1, swing, `swing`) · slerp(1, twist, `twist`), where swing · twist is the source bone's rotation
 * and twist turns about `axis`. The node hangs beside or below the source bone and has no children that matter.
 */
export const helperSchema = z.strictObject({
  node: z.string().describe('Name of the helper node in the model'),
  source: boneName,
  axis: position.describe("Unit twist axis in the source bone's rest frame"),
  swing: z.number().min(0).max(1),
  twist: z.number().min(0).max(1),
})

/** A shape the engine drives from finger bends: weight = clamp((sum of flexion − from) / (to − from)). */
export const correctiveSchema = z.strictObject({
  shape: z.string().describe('Name of the morph target'),
  sources: z.array(boneName).min(1),
  axis: position.describe('Flexion axis; the signed turn about it counts'),
  from: z.number().describe('Radians'),
  to: z.number().describe('Radians'),
})

/** How an avatar's model carries the humanoid standard; `content/avatars/<name>/rig.json`. */
export const rigSchema = z.strictObject({
  version: z.literal(1),
  name: z.string().min(1),
  licence: z.string().min(1).describe('SPDX id or a short name'),
  bones: z.partialRecord(
    boneName,
    z.strictObject({
      node: z.string().describe('Name of the node in the model'),
      rest: position,
    }),
  ),
  helpers: z.array(helperSchema),
  correctives: z.array(correctiveSchema),
  lids: lidsSchema.default({}),
  springs: springsSchema.default([]),
  colliders: z.array(colliderSchema).max(MAX_COLLIDERS).default([]),
  landmarks: z.strictObject({
    crown: position,
    eyes: position.describe('Between the eyes'),
    chin: position,
    mouth: position,
  }),
  ground: z.strictObject({
    /** Height of the ankle bone above the floor when standing. Metres. */
    ankle: z.number().min(0).max(1),
  }),
})

export type Rig = z.infer<typeof rigSchema>
export type Helper = z.infer<typeof helperSchema>
export type Corrective = z.infer<typeof correctiveSchema>
