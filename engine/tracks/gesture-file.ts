import * as z from 'zod'
import { bodyPoseSchema } from '../rig/body-pose.ts'
import { HAND_PARTS, TOUCH_POINTS } from '../rig/touch-points.ts'
import { meaningSchema } from './meanings.ts'

const seconds = z.number().min(0).max(30)
const share = z.number().min(0).max(1)

/** BML's seven sync points, seconds from the gesture's start. What carries the meaning is stroke start to stroke end. */
const syncSchema = z
  .strictObject({
    start: z.literal(0),
    ready: seconds,
    strokeStart: seconds,
    stroke: seconds,
    strokeEnd: seconds,
    relax: seconds,
    end: seconds,
  })
  .refine((sync) => {
    const points = [sync.start, sync.ready, sync.strokeStart, sync.stroke, sync.strokeEnd, sync.relax, sync.end]
    return points.every((point, i) => i === 0 || point >= points[i - 1]!)
  }, 'sync points must ascend: start, ready, strokeStart, stroke, strokeEnd, relax, end')

/** A touch that is meant: the hand lands on that place of any body, whatever its height and girth. */
const touchSchema = z.strictObject({
  on: z.enum(TOUCH_POINTS).describe('Where; of a pair the one on the side of the hand'),
  across: z.boolean().default(false).describe('Of a pair the one on the other side'),
  by: z.enum(HAND_PARTS).default('palm').describe('What of the hand touches'),
  hand: z.enum(['left', 'right']).optional().describe('Which hand; default: the one that carries the gesture'),
  from: seconds.optional().describe('When it begins to touch; default: the stroke'),
  to: seconds.optional().describe('When it ceases to; default: relax'),
})

/** `content/gestures/<name>.json`: keyed poses of the bones it moves, and its sync points. */
export const gestureSchema = z
  .strictObject({
    version: z.literal(1),
    unit: z.literal('degrees'),
    description: z.string().min(1),
    means: z.array(meaningSchema).min(1).describe('What it says, best first; planners choose by it'),
    hand: z
      .enum(['left', 'right', 'both', 'none'])
      .optional()
      .describe('Which hands carry it as written; default: those whose arm the keyframes move'),
    mirrors: z
      .boolean()
      .optional()
      .describe('The other hand can carry it just as well; default: yes where one hand carries it'),
    intensity: z
      .tuple([share, share])
      .default([0.3, 1])
      .describe('Least and most at which it still reads; what is asked for is brought within'),
    additive: z
      .boolean()
      .default(false)
      .describe(
        'Turns of the arms, too, are added to the pose beneath rather than replacing it; trunk, neck and head always are',
      ),
    touches: z.array(touchSchema).default([]).describe('Touches that are meant; all else keeps off the body'),
    repeat: z
      .strictObject({ from: seconds, to: seconds })
      .optional()
      .describe('A piece of the stroke that is played again while it is held, as of a wave: one pose at both ends'),
    sync: syncSchema,
    keyframes: z
      .array(
        z.strictObject({
          at: seconds,
          bones: bodyPoseSchema.shape.bones.describe('Bones left out have no key here: they pass by'),
          hands: bodyPoseSchema.shape.hands,
        }),
      )
      .min(1)
      .refine(
        (keyframes) => keyframes.every((k, i) => i === 0 || k.at > keyframes[i - 1]!.at),
        'keyframes must ascend',
      ),
  })
  .refine(({ intensity: [least, most] }) => least <= most, 'intensity must ascend: least, most')
  .refine(
    ({ repeat, sync }) =>
      repeat === undefined ||
      (repeat.from >= sync.strokeStart && repeat.to <= sync.strokeEnd && repeat.to - repeat.from >= 0.1),
    'repeat must lie within the stroke, and be at least 0.1 s long',
  )

export type GestureFile = z.infer<typeof gestureSchema>
export type TouchFile = z.infer<typeof touchSchema>
