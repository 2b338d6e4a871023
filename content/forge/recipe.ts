import * as z from 'zod'
import { contradictionsOf } from './contradictions.ts'
import { describeProblems, type FieldSchema } from './describe-problems.ts'

const hex = z
  .string()
  .regex(/^#[0-9a-f]{6}$/)
  .meta({ examples: ['#f2c9b0'] })

const between = (min: number, max: number, otherwise: number) => z.number().min(min).max(max).default(otherwise)

/** How far a feature leaves the figure as drawn, −1 to 1; 0 is as drawn. */
const trait = (less: string, more: string) => between(-1, 1, 0).describe(`−1 ${less}, 1 ${more}`)
/** How much there is of something, 0 to 1. */
const amount = (what: string, otherwise = 0) => between(0, 1, otherwise).describe(what)

export const HAIR_STYLES = ['bob', 'long', 'bun', 'ponytail', 'crop', 'curly', 'coily', 'bald'] as const
export const BEARD_STYLES = ['stubble', 'moustache', 'goatee', 'full'] as const
export const TOPS = ['sweater', 'tshirt', 'blouse', 'hoodie', 'dress'] as const
export const BOTTOMS = ['trousers', 'skirt'] as const
export const SHOES = ['sneakers', 'loafers', 'boots'] as const

/** A person's frame. */
export const bodySchema = z.strictObject({
  height: between(1.45, 2, 1.62).describe('Metres, barefoot'),
  build: trait('slender', 'heavy'),
  muscle: amount('Muscle of shoulders and limbs'),
  shoulders: trait('narrow', 'broad'),
  hips: trait('narrow', 'wide'),
  bust: trait('flat', 'full'),
  legs: trait('short for the height', 'long'),
})

export const faceSchema = z.strictObject({
  width: trait('narrow', 'wide'),
  length: trait('short', 'long'),
  jaw: trait('fine', 'strong and square'),
  chin: trait('short and small', 'long and prominent'),
  cheekbones: trait('soft', 'high and marked'),
  cheeks: trait('hollow', 'full'),
  forehead: trait('low', 'high'),
  browRidge: trait('smooth', 'heavy'),
})

export const eyesSchema = z.strictObject({
  colour: hex.describe('The middle of the iris'),
  size: trait('small', 'large'),
  spacing: trait('close', 'far apart'),
  tilt: trait('outer corners low', 'outer corners high'),
  opening: trait('narrow', 'round'),
  fold: amount('Skin over the upper lid’s inner part, as in much of East Asia'),
})

export const browsSchema = z.strictObject({
  colour: hex,
  thickness: trait('fine', 'bushy'),
  arch: trait('straight', 'arched'),
  height: trait('low', 'high'),
})

export const noseSchema = z.strictObject({
  length: trait('short', 'long'),
  width: trait('narrow', 'broad at the wings'),
  bridge: trait('low', 'high'),
  profile: trait('scooped', 'hooked'),
  tip: trait('fine', 'round'),
})

export const mouthSchema = z.strictObject({
  width: trait('small', 'wide'),
  upperLip: trait('thin', 'full'),
  lowerLip: trait('thin', 'full'),
})

export const earsSchema = z.strictObject({ size: trait('small', 'large') })

export const skinSchema = z.strictObject({
  tone: between(0, 1, 0.2).describe('0 very light, 1 very dark'),
  undertone: trait('cool and rosy', 'warm and golden'),
  blush: amount('Colour in cheeks, nose and knuckles', 0.5),
  freckles: amount('Over nose and cheeks'),
  lips: hex.optional().describe('Lipstick; absent, lips have the colour that goes with the skin'),
})

export const hairSchema = z.strictObject({
  style: z.enum(HAIR_STYLES),
  colour: hex.describe('The middle of the locks; roots are darker, tips lighter'),
  length: trait('short for the style', 'long'),
  volume: trait('flat', 'voluminous'),
  grey: amount('Share of grey'),
})

export const beardSchema = z.strictObject({ style: z.enum(BEARD_STYLES), colour: hex })

const piece = <const Pieces extends readonly [string, ...string[]]>(pieces: Pieces) =>
  z.strictObject({
    piece: z.enum(pieces),
    colour: hex,
    accent: hex.optional().describe('Trims, prints and soles; absent, what suits the colour'),
  })

export const outfitSchema = z.strictObject({
  top: piece(TOPS),
  jacket: piece(['jacket', 'cardigan']).optional().describe('Worn open over the top'),
  bottom: piece(BOTTOMS).optional().describe('Needed with every top but a dress'),
  shoes: piece(SHOES),
})

export const accessoriesSchema = z.strictObject({
  glasses: z.strictObject({ style: z.enum(['round', 'square', 'cat-eye']), colour: hex }).optional(),
  earrings: z.strictObject({ style: z.enum(['studs', 'hoops', 'drops']), colour: hex }).optional(),
  necklace: z.strictObject({ style: z.enum(['chain', 'pendant', 'beads']), colour: hex }).optional(),
  hat: z.strictObject({ style: z.enum(['beanie', 'helmet']), colour: hex }).optional(),
})

/** What a user may choose about an avatar: `content/avatars/<name>/recipe.json`. All colours sRGB. */
export const avatarRecipeSchema = z
  .strictObject({
    $schema: z.string().max(200).optional().describe('Where an editor finds this schema; the forge does not read it'),
    version: z.literal(1),
    name: z.string().min(1).max(40),
    seed: z.int().min(0).max(0xffffffff).describe('Chance in hair, brows and freckles'),
    age: between(16, 85, 27).describe('How old the person looks, years'),
    masculinity: between(0, 1, 0).describe('0 a woman’s, 1 a man’s forms'),
    body: bodySchema.prefault({}),
    face: faceSchema.prefault({}),
    eyes: eyesSchema,
    brows: browsSchema,
    nose: noseSchema.prefault({}),
    mouth: mouthSchema.prefault({}),
    ears: earsSchema.prefault({}),
    skin: skinSchema.prefault({}),
    hair: hairSchema,
    beard: beardSchema.optional(),
    outfit: outfitSchema,
    accessories: accessoriesSchema.prefault({}),
  })
  .superRefine((recipe, context) => {
    for (const { path, message } of contradictionsOf(recipe)) context.addIssue({ code: 'custom', path, message })
  })

/** A recipe as written, and as understood: with every default filled in. */
export type WrittenRecipe = z.input<typeof avatarRecipeSchema>
export type AvatarRecipe = z.output<typeof avatarRecipeSchema>

/** The schema of a recipe as JSON Schema, draft 2020-12: for editors, and for what is said of a faulty recipe. */
export const recipeJsonSchema = (): FieldSchema => z.toJSONSchema(avatarRecipeSchema, { io: 'input' })

/**
 * What is wrong with a recipe, one sentence for each problem.
 *
 * @returns  The recipe, or its problems: never both.
 */
export function parseRecipe(value: unknown): { recipe: AvatarRecipe } | { problems: string[] } {
  const result = avatarRecipeSchema.safeParse(value)
  if (result.success) return { recipe: result.data }
  return { problems: describeProblems(result.error.issues, value, recipeJsonSchema()) }
}
