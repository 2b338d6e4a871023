import { parentPort } from 'node:worker_threads'
import { forgeAvatar } from '../../../content/forge/forge.ts'
import type { AvatarRecipe } from '../../../content/forge/recipe.ts'

/** Answers each recipe with its model and rig. See `forge-apart.ts`. */
parentPort!.on('message', async (recipe: AvatarRecipe) => {
  const { model, rig } = await forgeAvatar(recipe)
  parentPort!.postMessage({ model, rig })
})
