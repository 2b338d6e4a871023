import * as z from 'zod'

const hex = z.string({ error: 'must be a colour like "#f2c9b0"' }).regex(/^#[0-9a-f]{6}$/, {
  error: ({ input }) => `must be a colour like "#f2c9b0", in lower case, not "${String(input)}"`,
})

/** What a user may choose about an avatar: `content/avatars/<name>/recipe.json`. All colours sRGB. */
export const avatarRecipeSchema = z.strictObject({
  version: z.literal(1),
  name: z.string().min(1).max(40),
  seed: z.int().min(0).max(0xffffffff).describe('Chance in hair and brows'),
  colours: z.strictObject({
    skin: hex,
    lips: hex,
    blush: hex,
    hair: hex.describe('The middle of the locks; roots are darker, tips lighter'),
    brows: hex,
    eyes: hex.describe('The middle of the iris'),
    sweater: hex,
    trousers: hex,
    shoes: hex,
  }),
})

export type AvatarRecipe = z.infer<typeof avatarRecipeSchema>

/**
 * What is wrong with a recipe, one sentence for each problem.
 *
 * @returns  The recipe, or its problems: never both.
 */
export function parseRecipe(value: unknown): { recipe: AvatarRecipe } | { problems: string[] } {
  const result = avatarRecipeSchema.safeParse(value)
  if (result.success) return { recipe: result.data }
  return { problems: result.error.issues.map(({ path, message }) => `${path.join('.') || 'The recipe'}: ${message}.`) }
}
