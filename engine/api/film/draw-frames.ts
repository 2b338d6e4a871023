import { TICK_RATE } from '../../core/clock.ts'
import type { FrameRate, Size } from '../../encode/formats.ts'
import type { StageFrame } from '../../render/frame.ts'
import type { NodeHost } from '../../render/hosts/host.ts'
import type { Preset } from '../../render/presets.ts'
import { figureId, readStage } from '../../render/read-stage.ts'
import { createView, type View } from '../../render/view.ts'
import type { Catalogue } from '../../world/world.ts'
import { advanceTo, seekTo } from '../advance-to.ts'
import type { DiskContent } from '../disk-content.ts'
import { shownMedia } from '../load-picture.ts'
import { loadLook, loadSet } from '../load-scenery.ts'
import type { CastMember } from '../play-through.ts'
import { beginOf, stageOfTake, type Take } from '../take.ts'
import { cpuSeconds, threadSeconds } from './cpu-time.ts'

/** Frames from `from` up to but without `to`; all of them, or with `every` 3 each third. */
export type FrameRange = { readonly from: number; readonly to: number; readonly every?: number }

export type DrawnFrame = { readonly index: number; readonly i420: Uint8Array; readonly rgba: Uint8Array | undefined }

export type DrawOptions = {
  readonly host: NodeHost
  readonly take: Take
  readonly catalogue: Catalogue
  readonly content: DiskContent
  readonly cast: readonly CastMember[]
  readonly size: Size
  readonly fps: FrameRate
  readonly preset: Preset
  readonly shot?: string
  readonly range: FrameRange
  readonly wantsRgba: boolean
  readonly signal: AbortSignal
}

/** Seconds of processor time: until the first frame is on its way, from there on, and of that for stepping the stage. */
export type DrawCost = { readonly start: number; readonly frames: number; readonly simulate: number }

/** Frames as they arrive, and what they cost, known once they have. */
export type Drawing = { readonly frames: AsyncIterable<DrawnFrame>; readonly cost: () => DrawCost }

/** Pictures on their way from the GPU while the next is drawn. */
const IN_FLIGHT = 2

/** Draws a take's frames in order, in this process. */
export function drawFrames(options: DrawOptions): Drawing {
  const begun = cpuSeconds()
  const cost = { start: 0, end: 0, simulate: 0 }
  async function* frames(): AsyncGenerator<DrawnFrame> {
    using view = await openView(options)
    const onTheWay: Arriving[] = []
    for (const instant of walk(options, cost)) {
      options.signal.throwIfAborted()
      await view.ready(instant.picture)
      onTheWay.push(send(view, instant, options))
      if (cost.start === 0) cost.start = cpuSeconds() - begun
      if (onTheWay.length >= IN_FLIGHT) yield await onTheWay.shift()!.frame
    }
    for (const { frame } of onTheWay) yield await frame
    cost.end = cpuSeconds()
  }
  return {
    frames: frames(),
    cost: () => ({ start: cost.start, frames: cost.end - begun - cost.start, simulate: cost.simulate }),
  }
}

/** A view with everyone in it who is ever on the stage, and all that is shown there. */
async function openView({ host, take, size, preset, content, catalogue, cast }: DrawOptions): Promise<View> {
  const { stage } = catalogue
  const look = await loadLook(content, stage.look)
  const set = await loadSet(content, stage.set)
  const view = await createView(host, { ...size, preset, look, set, screen: stage.screen })
  for (const { actor, avatar } of cast) await view.addActor(figureId(actor, avatar), await content.avatar(avatar))
  for (const media of shownMedia(take.log, take.start)) await view.addPicture(media, await content.picture(media))
  return view
}

type Instant = { readonly index: number; readonly picture: StageFrame }

/** The take's instants, frame by frame: multiply first, since (frame / fps) · 60 misses whole ticks. */
function* walk({ take, catalogue, fps, range, shot }: DrawOptions, cost: { simulate: number }): Generator<Instant> {
  const stage = stageOfTake(take, catalogue)
  const begin = beginOf(take)
  const elsewhere = shot === undefined ? undefined : { name: shot, actor: undefined, since: begin }
  seekTo(stage, begin + (range.from * TICK_RATE) / fps)
  for (let index = range.from; index < range.to; index += range.every ?? 1) {
    const begun = threadSeconds()
    const alpha = advanceTo(stage, begin + (index * TICK_RATE) / fps)
    stage.takeEvents()
    const picture = readStage(stage.world, alpha, elsewhere)
    cost.simulate += threadSeconds() - begun
    yield { index, picture }
  }
}

/** A picture that is being fetched. Wrapped, so that an `await` on the way does not wait for it. */
type Arriving = { readonly frame: Promise<DrawnFrame> }

function send(view: View, { index, picture }: Instant, { signal, wantsRgba }: DrawOptions): Arriving {
  view.draw(picture)
  const frame = Promise.all([view.readFrame(signal), wantsRgba ? view.readRgba() : undefined]).then(
    ([i420, rgba]): DrawnFrame => ({ index, i420, rgba }),
  )
  return { frame }
}
