import * as z from 'zod'

const kelvin = z.number().min(1700).max(25000).describe('Colour temperature of a black body, K')
const colour = z.tuple([z.number().min(0), z.number().min(0), z.number().min(0)]).describe('Linear sRGB')

const lamp = z.strictObject({
  azimuthDegrees: z.number().describe('0 comes from the front of the set, + from screen right, 180 from behind'),
  elevationDegrees: z.number().min(-90).max(90),
  kelvin,
  intensity: z.number().min(0).describe('Irradiance of a surface that faces it, over π; the room gives about 1'),
})

/** What the room's surfaces and windows send to the actors, as radiance. */
export const roomLightSchema = z.strictObject({
  dayKelvin: kelvin,
  lampKelvin: kelvin,
  bounceKelvin: kelvin,
  ambient: z.number().min(0).describe('Light on every wall'),
  window: z.number().min(0).describe("Window at the actor's right, screen left, in front of her"),
  bounce: z.number().min(0).describe('Bright wall opposite the window'),
  front: z.number().min(0).describe('Soft source above and behind the camera'),
  ceiling: z.number().min(0),
  lamp: z.number().min(0).describe('Table lamp behind, screen right'),
  backWindow: z.number().min(0).describe('Window behind, screen left'),
  wallColour: colour,
  floorColour: colour,
  ceilingColour: colour,
})

/** A named look: how a set and its actors are lit, exposed and graded; `content/looks/<name>.json`. */
export const lookSchema = z.strictObject({
  version: z.literal(1),
  name: z.string().min(1),
  whiteBalance: kelvin,
  exposure: z.number().min(0.05).max(20).describe('For light skin; darker skin is given a little more'),
  contrast: z.number().min(0).max(3),
  fStop: z.number().min(0.7).max(64).describe('Aperture on a full-frame camera: how soft the room is'),
  vignette: z.number().min(0).max(1).describe('How much darker the room is in the corners'),
  room: roomLightSchema,
  lights: z.strictObject({
    key: lamp.describe('The main light, the only one that casts shadows'),
    rim: lamp.optional().describe('Edge light from behind on hair and cloth'),
    kick: lamp.optional().describe('Edge light of the other side; drawn by the preset "fine" only'),
  }),
  paint: z.record(z.string(), colour).optional().describe('Colours for materials of the set, by name'),
})

export type Look = z.infer<typeof lookSchema>
export type RoomLight = z.infer<typeof roomLightSchema>
export type Lamp = z.infer<typeof lamp>
