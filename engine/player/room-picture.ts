import {
  avatarOf,
  createPageHost,
  createView,
  loadLook,
  loadSet,
  type Preset,
  readStage,
  type Stage,
  type StageFrame,
  type View,
} from '../api/page.ts'
import { type Orbit, orbitCamera } from './orbit.ts'
import type { PageContent } from './page-content.ts'
import { openScreenPictures, type ScreenPictures } from './screen-pictures.ts'

/** Most pixels along the longer side: beyond it nobody sees a difference, and phones get hot. */
const MOST_PIXELS = 1920
/** Milliseconds beyond which a picture is slow, and how many slow ones in a row make a page draw less. */
const SLOW = 40
const SLOW_RUN = 30

export type RoomPictureOptions = {
  readonly canvas: HTMLCanvasElement
  readonly content: PageContent
  readonly stage: () => Stage
  /** Steps the stage. @returns  Where between its last two poses the moment lies. */
  readonly advance: (now: number) => number
  readonly orbit: () => Orbit
  /** Told before each picture what it shows, ticks: the place to bring sound and captions into step. */
  readonly onFrame: (position: number) => void
  /** Told once, when the first picture stands. */
  readonly onFirst: () => void
  readonly onTrouble: (error: Error) => void
  /** Told of something to be shown that cannot be had: the screen stays at rest, and all else goes on. */
  readonly onMissing: (error: Error) => void
}

type ActorName = StageFrame['actors'][number]['id']
type Size = { readonly width: number; readonly height: number }
/** A view, what it was made for, and whom and what it has on. */
type Open = {
  readonly view: View
  readonly size: Size
  readonly preset: Preset
  readonly figures: Set<ActorName>
  readonly pictures: ScreenPictures
}

/** Draws a stage on a canvas until it is closed. */
export async function openRoomPicture(options: RoomPictureOptions): Promise<{ close: () => void }> {
  const { canvas, content, stage, advance, orbit, onFrame, onFirst, onTrouble, onMissing } = options
  const host = await createPageHost(canvas)
  const file = stage().world.catalogue.stage
  const scenery = {
    look: await loadLook(content, file.look),
    set: await loadSet(content, file.set),
    screen: file.screen,
  }
  let open: Open | undefined
  let preset: Preset = 'default'
  let isOpen = true
  let drawn = 0
  let slow = 0

  async function viewFor(size: Size): Promise<Open> {
    if (open?.size.width === size.width && open.size.height === size.height && open.preset === preset) return open
    open?.view[Symbol.dispose]()
    open = undefined
    const view = await createView(host, { ...size, preset, ...scenery })
    const pictures = openScreenPictures(view, content, onMissing)
    open = { view, size, preset, figures: new Set(), pictures }
    return open
  }

  /** Brings on who has come, and takes off who has gone. */
  async function cast({ view, figures }: Open, { actors }: StageFrame): Promise<void> {
    const wanted = new Set(actors.map(({ id }) => id))
    for (const id of figures) {
      if (wanted.has(id)) continue
      view.removeActor(id)
      figures.delete(id)
    }
    for (const id of wanted) {
      if (figures.has(id)) continue
      await view.addActor(id, await content.avatar(avatarOf(id)))
      figures.add(id)
    }
  }

  async function draw(now: number): Promise<void> {
    const current = await viewFor(sizeOf(canvas))
    const asked = frameAt(now)
    await cast(current, asked)
    await current.view.ready(current.pictures.fill(asked))
    // Getting ready may have taken a while: what is drawn is what stands now, unless someone has come or gone since.
    const frame = frameAt(performance.now())
    if (!frame.actors.every(({ id }) => current.figures.has(id))) return
    current.view.draw(current.pictures.fill(frame))
    if (drawn++ === 0) onFirst()
    else spare(performance.now() - now)
  }

  function frameAt(now: number): StageFrame {
    const alpha = advance(now)
    onFrame(stage().world.tick - 2 + alpha)
    const frame = readStage(stage().world, alpha)
    return { ...frame, camera: orbitCamera(frame.camera, orbit()) }
  }

  /** A page that cannot keep up draws less, and says so on its canvas. */
  function spare(milliseconds: number): void {
    slow = milliseconds > SLOW ? slow + 1 : 0
    if (slow >= SLOW_RUN) preset = 'draft'
    canvas.dataset.preset = preset
  }

  async function run(): Promise<void> {
    while (isOpen) {
      const now = await new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())))
      if (isOpen) await draw(now)
    }
  }
  run().catch(onTrouble)

  return {
    close() {
      isOpen = false
      open?.view[Symbol.dispose]()
      host[Symbol.dispose]()
    },
  }
}

function sizeOf({ clientWidth, clientHeight }: HTMLCanvasElement): Size {
  const ratio = Math.min(devicePixelRatio, MOST_PIXELS / Math.max(clientWidth, clientHeight, 1))
  const even = (length: number) => Math.max(2, Math.round((length * ratio) / 2) * 2)
  return { width: even(clientWidth), height: even(clientHeight) }
}
