import { createStage, loadCatalogue, TICK_RATE } from '../api/page.ts'
import type { PageContent } from './page-content.ts'
import type { Source } from './room-picture.ts'

/** Seconds that the stage can go back: nobody asks it to. */
const HISTORY = 1
/** A page that was away does not catch up, seconds. */
const LONGEST_STEP = 0.25

/** A stage of the page's own with someone who waits: what is seen before anyone has come in. */
export async function openDoorStage(content: PageContent, stageName: string, avatar: string): Promise<Source> {
  const stage = createStage({ catalogue: await loadCatalogue(content, stageName), seed: 1, history: HISTORY })
  stage.spawnActor({ id: 'host', avatar })
  let shown = 0
  let last: number | undefined
  return {
    stage: () => stage,
    advance(now) {
      shown += Math.min((now - (last ?? now)) / 1000, LONGEST_STEP) * TICK_RATE
      last = now
      const tick = Math.floor(shown)
      while (stage.world.tick < tick + 2) stage.step()
      return shown - tick
    },
  }
}
