import type { Stage } from '../../engine/api/host.ts'
import type { Performance } from '../mind/persona.ts'

/** Lets an actor move as its persona does, or as somebody chose. */
export function performAs(
  stage: Stage,
  actor: string,
  { manner, towards, share, culture, mannerisms }: Performance,
): void {
  stage.run('setManner', { actor, manner, ...(towards === undefined ? {} : { towards, share }) })
  stage.run('setCulture', { actor, culture })
  stage.run('setMannerisms', { actor, ...mannerisms })
}

/** How an actor moves now, so that it still does so in another body. */
export function performanceOf({ world }: Stage, actor: string): Performance {
  const { Manner } = world.components
  const e = world.lists.byId.get(actor)!
  return {
    manner: Manner.first[e]!,
    towards: Manner.second[e]!,
    share: Manner.share[e]!,
    culture: Manner.culture[e]!,
    mannerisms: Manner.own[e]!,
  }
}
