import type { AvatarRecipe } from './recipe.ts'

export type Contradiction = { readonly path: (string | number)[]; readonly message: string }

/** Parts of a recipe that cannot go together. Each is one sentence at the part to change. */
export function contradictionsOf({ outfit, hair, accessories: { glasses, hat } }: AvatarRecipe): Contradiction[] {
  const found: Contradiction[] = []
  const report = (path: string, message: string) => found.push({ path: path.split('.'), message })
  if (outfit.top.piece === 'dress' && outfit.bottom)
    report('outfit.bottom', `a dress leaves no room for "${outfit.bottom.piece}"; take one of them away`)
  if (outfit.top.piece !== 'dress' && !outfit.bottom)
    report('outfit.bottom', `is missing; a ${outfit.top.piece} wants one of "trousers", "skirt"`)
  if (outfit.jacket && outfit.top.piece === 'hoodie')
    report('outfit.jacket', 'a hood does not fit under a jacket; take one of them away')
  if (hat?.style === 'helmet' && glasses)
    report('accessories.glasses', `"${glasses.style}" glasses do not fit into a closed helmet; take one of them away`)
  if (hat && TALL_HAIR.includes(hair.style))
    report('accessories.hat', `a ${hat.style} does not fit over hair "${hair.style}"; take another style or no hat`)
  return found
}

const TALL_HAIR: readonly string[] = ['bun', 'curly', 'coily']
