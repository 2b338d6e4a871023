/**
 * What lights and cameras tell apart, as bits of a mesh's layer mask.
 *
 * `skin` is kept from the lights behind the actor: those cast no shadows, and would shine through lips and nostrils.
 */
export const LAYERS = {
  /** Furniture and walls, drawn for the plate or, without one, in the picture. */
  set: 1,
  /** Faces and other skin, eyes, teeth, brows. */
  skin: 2,
  /** Hair, ears, cloth, jewels. */
  edge: 4,
  /** The painted room. */
  plate: 8,
  /** The part of the painted room that the actors' shadows fall on. */
  ground: 16,
} as const

export const ACTOR_LAYERS = LAYERS.skin | LAYERS.edge
