import * as z from 'zod'
import type { Stage } from '../../../engine/api/host.ts'
import { give } from './perform.ts'
import { defineTool } from './tool.ts'

/** How far somebody goes towards a manner when they are asked to be more like it; asked again, they go all the way. */
const FIRST_STEP = 0.7

export const setManner = defineTool({
  name: 'setManner',
  description:
    'Moves in another manner from now on, where the person asks for it: "professional" (formal), "casual", "enthusiastic", "academic", "calm" or "shy".',
  input: z.object({ manner: z.string().trim().toLowerCase().min(1).max(40).describe('Name of a manner') }),
  run({ stage, actor }, { manner }) {
    const { first, second, share } = mannerNow(stage, actor)
    if (isThere(manner, first, second, share)) return 'I am that already, as much as I can.'
    const from = share < 0.5 ? first : second
    const isMore = second === manner && share > 0
    if (from === manner || isMore) return give(stage, 'setManner', { actor, manner })
    return give(stage, 'setManner', { actor, manner: from, towards: manner, share: FIRST_STEP })
  },
})

const isThere = (manner: string, first: string, second: string, share: number): boolean =>
  (first === manner && share === 0) || (second === manner && share === 1)

function mannerNow({ world }: Stage, actor: string): { first: string; second: string; share: number } {
  const { Manner } = world.components
  const e = world.lists.byId.get(actor)!
  return { first: Manner.first[e]!, second: Manner.second[e]!, share: Manner.share[e]! }
}
