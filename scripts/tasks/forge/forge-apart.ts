import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { AvatarRecipe } from '../../../content/forge/recipe.ts'
import { type Rig, rigSchema } from '../../../engine/api/node.ts'

/** Somebody forged, ready to be drawn. */
export type Sitter = { readonly model: Uint8Array; readonly rig: Rig }

/**
 * Forges people in their order on a thread of its own: Ctrl-C is heard at once, and while one is drawn, the next is made.
 *
 * No more than one waits to be drawn, so that a crowd needs no more memory than two.
 */
export async function* forgeApart(recipes: readonly AvatarRecipe[], signal: AbortSignal): AsyncGenerator<Sitter> {
  const thread = new Worker(new URL('./forge-thread.ts', import.meta.url))
  const forge = async (recipe: AvatarRecipe): Promise<Sitter> => {
    const answered = once(thread, 'message', { signal })
    thread.postMessage(recipe)
    const [{ model, rig }] = (await answered) as [{ model: Uint8Array; rig: string }]
    return { model, rig: rigSchema.parse(JSON.parse(rig)) }
  }
  try {
    let next: Promise<Sitter> | undefined
    for (const [index, recipe] of recipes.entries()) {
      const sitter = await (next ?? forge(recipe))
      const following = recipes[index + 1]
      next = following && forge(following)
      // Its failure is heard where it is awaited; until then it is nobody's.
      next?.catch(() => {})
      yield sitter
    }
  } finally {
    await thread.terminate()
  }
}
