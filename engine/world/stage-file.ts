import * as z from 'zod'

const name = z.string().regex(/^[a-z0-9-]{1,40}$/, 'a name of lower-case letters, digits and dashes, at most 40')

/** A place to stand. Metres in the set; yaw in degrees counter-clockwise seen from above, 0 faces +Z, towards the room's front. */
export const markSchema = z.strictObject({
  x: z.number().min(-50).max(50),
  z: z.number().min(-50).max(50),
  yawDegrees: z.number().min(-180).max(180).default(0),
})

/** A slow change of the framing while the shot lasts. */
export const moveSchema = z.strictObject({
  kind: z.enum(['push-in', 'pull-out']),
  amount: z.number().min(0).max(0.5).describe('Share of the distance travelled'),
  seconds: z.number().min(1).max(600).describe('Time it takes, eased at both ends'),
})

/** One camera set-up, described by what it frames rather than by where the camera stands. */
export const shotSchema = z.strictObject({
  description: z.string().min(1),
  subject: z
    .enum(['actor', 'everyone', 'screen'])
    .describe('Whom it frames: the actor of the cut, all on the stage, or the screen'),
  frameHeight: z.number().min(0.2).max(20).describe("Metres of the subject's plane that the picture is high"),
  eyesAt: z
    .number()
    .min(0.05)
    .max(0.95)
    .describe("Height of the eyes, or of the screen's middle, in the picture, as a share from the top"),
  fovDegrees: z.number().min(5).max(90).describe('Vertical angle of view'),
  yawDegrees: z
    .number()
    .min(-180)
    .max(180)
    .describe(
      'Where the camera stands around the subject; 0 before its body, or before the set for everyone; positive to its left',
    ),
  sideways: z
    .number()
    .min(-5)
    .max(5)
    .default(0)
    .describe("How far the picture's middle lies beside the subject, metres; positive to its left"),
  heightOffset: z.number().min(-3).max(3).describe('Camera above (+) or below (−) the eyes, metres'),
  move: moveSchema.optional(),
})

/** Where pictures are shown: a flat surface that hangs in the set. Metres; yaw as a mark's, 0 faces +Z. */
export const screenSchema = z.strictObject({
  x: z.number().min(-50).max(50),
  y: z.number().min(0).max(50).describe('Of its middle'),
  z: z.number().min(-50).max(50),
  width: z.number().min(0.1).max(20),
  height: z.number().min(0.1).max(20),
  yawDegrees: z.number().min(-180).max(180).default(0),
})

/** Where somebody can sit: a chair of the set, told by the middle of its seat's front edge. Metres; yaw as a mark's, the way who sits there faces. */
export const seatSchema = z.strictObject({
  x: z.number().min(-50).max(50),
  z: z.number().min(-50).max(50),
  yawDegrees: z.number().min(-180).max(180).default(0),
  height: z.number().min(0.1).max(1.2).describe("Of the seat's top over the floor, under somebody's weight"),
  depth: z.number().min(0.2).max(1).describe('From its front edge to what the back leans on, or to where it ends'),
})

/** Where something can be put: metres in the set, yaw as a mark's. */
export const placeSchema = z.strictObject({
  x: z.number().min(-50).max(50),
  y: z.number().min(0).max(50).describe('Of the surface'),
  z: z.number().min(-50).max(50),
  yawDegrees: z.number().min(-180).max(180).default(0),
})

/** A thing on the stage: which of content/props it is, and where it stands at first. */
export const stagePropSchema = z.strictObject({ prop: name, at: name.describe('One of the places') })

/** `content/stages/<name>.json`: a set, a look, marks, seats, things and shots. */
export const stageFileSchema = z
  .strictObject({
    version: z.literal(1),
    description: z.string().min(1),
    set: name,
    look: name,
    marks: z.record(name, markSchema).refine((marks) => 'centre' in marks, 'needs a mark "centre"'),
    groups: z
      .array(z.array(name).min(1))
      .default([['centre']])
      .describe('Marks for as many actors as there are in each, for a room that has that many'),
    shots: z.record(name, shotSchema),
    defaultShot: name,
    screen: screenSchema.optional(),
    seats: z.record(name, seatSchema).default({}),
    places: z.record(name, placeSchema).default({}).describe('Where things stand, or can be put'),
    props: z.record(name, stagePropSchema).default({}).describe('Things, by the names they have here'),
  })
  .refine((stage) => stage.groups.flat().every((mark) => mark in stage.marks), 'groups must be of its marks')
  .refine((stage) => stage.defaultShot in stage.shots, 'defaultShot must be one of the shots')
  .refine(
    (stage) => stage.screen !== undefined || Object.values(stage.shots).every(({ subject }) => subject !== 'screen'),
    'a shot of the screen needs a screen',
  )
  .refine((stage) => Object.values(stage.props).every(({ at }) => at in stage.places), 'props must stand at its places')
  .refine(
    ({ props }) => new Set(Object.values(props).map(({ at }) => at)).size === Object.keys(props).length,
    'each prop needs a place of its own',
  )

export type Mark = z.infer<typeof markSchema>
export type Shot = z.infer<typeof shotSchema>
export type Seat = z.infer<typeof seatSchema>
export type Screen = z.infer<typeof screenSchema>
export type StageFile = z.infer<typeof stageFileSchema>
