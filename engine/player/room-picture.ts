import { createPageHost, readStage, type Stage, type StageFrame } from '../api/page.ts'
import { type Orbit, orbitCamera } from './orbit.ts'
import type { PageContent } from './page-content.ts'
import { openShown, type Shown, type Size } from './shown.ts'
import type { Quality } from './state.ts'
import { createThrift } from './thrift.ts'

/** Most pixels along the longer side: beyond it nobody sees a difference, and phones get hot. */
const MOST_PIXELS = 1920
/** How long a size has to last before the room is painted anew for it, milliseconds: edges are pulled, keyboards slide in. */
const SETTLING = 200
/** Milliseconds between looks at the stage, whether pictures come or not: voices and captions wait for none of them. */
const LOOK = 100

/** A stage that moves by itself. */
export type Source = {
  readonly stage: () => Stage
  /** Steps the stage. @returns  Where between its last two poses the moment lies. */
  readonly advance: (now: number) => number
}

export type RoomPictureOptions = {
  readonly canvas: HTMLCanvasElement
  readonly content: PageContent
  /** What is shown: another stage may take the place of the one before. */
  readonly source: () => Source
  readonly orbit: () => Orbit
  readonly quality: () => Quality
  /** Told where the stage stands, ticks, before each picture and in between: brings sound and captions into step. */
  readonly onLook: (position: number) => void
  /** Told once, when the first picture stands. */
  readonly onFirst: () => void
  /** Told that there is no picture any more, and why. The stage goes on, unseen. */
  readonly onTrouble: (error: Error) => void
  /** Told of something to be shown that cannot be had: the screen stays at rest, and all else goes on. */
  readonly onMissing: (error: Error) => void
}

export type RoomPicture = {
  /** The next picture that is drawn, as a PNG. */
  readonly snapshot: () => Promise<Blob>
  readonly close: () => void
}

/** Draws a stage on a canvas until it is closed. Where nothing can be drawn, the stage is followed all the same. */
export function openRoomPicture(options: RoomPictureOptions): RoomPicture {
  const { canvas, content, source, orbit, quality, onLook, onFirst, onTrouble, onMissing } = options
  const waiting: ((picture: Blob | null) => void)[] = []
  let isOpen = true

  /** Brings the stage to now. @returns  Where between its last two poses that is. */
  function follow(): number {
    const { stage, advance } = source()
    const alpha = advance(performance.now())
    onLook(stage().world.tick - 2 + alpha)
    return alpha
  }

  function frameNow(): StageFrame {
    const alpha = follow()
    const frame = readStage(source().stage().world, alpha)
    return { ...frame, camera: orbitCamera(frame.camera, orbit()) }
  }

  async function draw(): Promise<void> {
    using host = await createPageHost(canvas)
    const thrift = createThrift()
    const sizes = createSettling(sizeOf(canvas, 1))
    let shown: Shown | undefined
    let isFirst = true
    while (isOpen) {
      const now = await nextFrame()
      const { preset, scale } = thrift.levelFor(quality(), now)
      const { look, set, screen } = source().stage().world.catalogue.stage
      const scene = { preset, look, set, screen }
      const settled = sizes.settle(sizeOf(canvas, scale), now)
      if (!shown?.isFor(scene)) {
        shown?.close()
        shown = await openShown(host, content, { ...scene, ...sizes.latest() }, onMissing)
      } else if (settled !== undefined) shown.resize(settled)
      await shown.prepare(frameNow())
      // Getting ready may have taken a while: what is drawn is what stands now.
      const frame = frameNow()
      if (!isOpen || !shown.draw(frame)) continue
      // In the task of the draw: afterwards the browser takes the picture away.
      for (const take of waiting.splice(0)) canvas.toBlob(take, 'image/png')
      Object.assign(canvas.dataset, { preset, actors: frame.actors.map(({ id }) => id).join(' ') })
      if (isFirst) onFirst()
      isFirst = false
    }
    shown?.close()
  }

  const following = setInterval(follow, LOOK)

  draw().catch((error: Error) => {
    for (const take of waiting.splice(0)) take(null)
    onTrouble(error)
  })

  return {
    snapshot: () =>
      new Promise((resolve, reject) => {
        waiting.push((picture) =>
          picture === null ? reject(new Error('There is no picture to keep.')) : resolve(picture),
        )
      }),
    close() {
      isOpen = false
      clearInterval(following)
    },
  }
}

/** Tells of another size once it has lasted. */
function createSettling(first: Size) {
  let wanted = first
  let since = 0
  let told = first
  return {
    latest() {
      told = wanted
      return wanted
    },
    settle(size: Size, now: number): Size | undefined {
      if (!isSame(size, wanted)) {
        wanted = size
        since = now
      }
      if (isSame(wanted, told) || now - since < SETTLING) return undefined
      told = wanted
      return told
    },
  }
}

const isSame = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height

const nextFrame = (): Promise<number> =>
  new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())))

function sizeOf({ clientWidth, clientHeight }: HTMLCanvasElement, scale: number): Size {
  const ratio = scale * Math.min(devicePixelRatio, MOST_PIXELS / Math.max(clientWidth, clientHeight, 1))
  const even = (length: number) => Math.max(2, Math.round((length * ratio) / 2) * 2)
  return { width: even(clientWidth), height: even(clientHeight) }
}
