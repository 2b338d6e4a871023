import type { StageFrame, View } from '../api/page.ts'
import type { PageContent } from './page-content.ts'

/** The pictures that a view has for its stage's screen: fetched once they are asked for. */
export type ScreenPictures = {
  /** A frame as it can be drawn by now: nobody waits for a picture, and where it is still to come the screen rests. */
  readonly fill: (frame: StageFrame) => StageFrame
}

/** @param onMissing  Told where a picture cannot be had; the screen then stays at rest. */
export function openScreenPictures(
  view: View,
  content: PageContent,
  onMissing: (error: Error) => void,
): ScreenPictures {
  const asked = new Set<string>()
  const here = new Set<string>()

  async function fetchPicture(media: string): Promise<void> {
    await view.addPicture(media, await content.picture(media))
    here.add(media)
  }

  function known(media: string): string {
    if (media !== '' && !asked.has(media)) {
      asked.add(media)
      fetchPicture(media).catch(onMissing)
    }
    return here.has(media) ? media : ''
  }

  return {
    fill({ screen, ...frame }) {
      if (screen === undefined) return frame
      return { ...frame, screen: { ...screen, before: known(screen.before), shown: known(screen.shown) } }
    },
  }
}
