import type { Vec3 } from '../kit/vec3.ts'
import type { AvatarRecipe } from '../recipe.ts'

/**
 * How a person's frame differs from the figure as drawn: a smooth map of space.
 *
 * Skin, cloth, joints and shapes all go through the same map, so that what lay inside cloth stays inside and what touched
 * still touches; weights are found before it. About the head and the hands it only scales and moves.
 */
export type Fit = {
  /** Where a place of the drawn figure lies on the person. Centimetres, T-pose, floor at y = 0. */
  readonly place: (p: Vec3) => Vec3
}

export function createFit(_recipe: Pick<AvatarRecipe, 'body' | 'masculinity' | 'age'>): Fit {
  return { place: (p) => p }
}
