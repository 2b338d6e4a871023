import { avatarOf, createView, type Host, loadLook, loadSet, type StageFrame, type View } from '../api/page.ts'
import type { PageContent } from './page-content.ts'
import { openScreenPictures } from './screen-pictures.ts'
import type { Level } from './thrift.ts'

export type Size = { readonly width: number; readonly height: number }
/** What a view is made for; for anything else another is made. */
export type Scene = Pick<Level, 'preset'> & { readonly look: string; readonly set: string; readonly screen: Screen }
type Screen = Parameters<typeof createView>[1]['screen']

/** A view with whom and what it has on. */
export type Shown = {
  readonly isFor: (scene: Scene) => boolean
  readonly resize: (size: Size) => void
  /** Brings on who has come, takes off who has gone, and resolves when the frame can be drawn. */
  readonly prepare: (frame: StageFrame) => Promise<void>
  /** @returns  False where someone is to be drawn who is not there yet. */
  readonly draw: (frame: StageFrame) => boolean
  readonly close: () => void
}

/** @param onMissing  Told of something to be shown that cannot be had: the screen stays at rest, and all else goes on. */
export async function openShown(
  host: Host,
  content: PageContent,
  made: Scene & Size,
  onMissing: (error: Error) => void,
): Promise<Shown> {
  const { width, height, preset, screen } = made
  const [look, set] = await Promise.all([loadLook(content, made.look), loadSet(content, made.set)])
  const view: View = await createView(host, { width, height, preset, look, set, screen })
  const pictures = openScreenPictures(view, content, onMissing)
  const figures = new Set<StageFrame['actors'][number]['id']>()

  async function cast({ actors }: StageFrame): Promise<void> {
    const here = new Set(actors.map(({ id }) => id))
    for (const id of figures) {
      if (here.has(id)) continue
      view.removeActor(id)
      figures.delete(id)
    }
    for (const id of here) {
      if (figures.has(id)) continue
      await view.addActor(id, await content.avatar(avatarOf(id)))
      figures.add(id)
    }
  }

  return {
    isFor: (scene) => nameOf(scene) === nameOf(made),
    resize: (size) => view.resize(size),
    async prepare(frame) {
      await cast(frame)
      await view.ready(pictures.fill(frame))
    },
    draw(frame) {
      if (!frame.actors.every(({ id }) => figures.has(id))) return false
      view.draw(pictures.fill(frame))
      return true
    },
    close: () => view[Symbol.dispose](),
  }
}

const nameOf = ({ preset, look, set, screen }: Scene): string => JSON.stringify([preset, look, set, screen])
