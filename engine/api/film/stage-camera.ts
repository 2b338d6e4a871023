import { tickAt } from '../../core/clock.ts'
import type { Size } from '../../encode/formats.ts'
import type { StageFrame } from '../../render/frame.ts'
import type { NodeHost } from '../../render/hosts/host.ts'
import type { Preset } from '../../render/presets.ts'
import { avatarOf, readStage } from '../../render/read-stage.ts'
import type { Shot } from '../../world/stage-file.ts'
import { type BlobStore, createBlobStore } from '../blobs.ts'
import { loadCatalogue, requireListed } from '../content.ts'
import type { DiskContent } from '../disk-content.ts'
import { loadLook, loadSet } from '../load-scenery.ts'
import { rehearse, type Show } from '../rehearse.ts'
import type { Speaker } from '../speaker.ts'
import { createStage } from '../stage.ts'

/** A moment of a show, and the shot it is seen in. */
export type Instant = { readonly seconds: number; readonly shot: string }

/** Photographs shows, one after the other: a view is opened once for all of them. */
export type StageCamera = Disposable & {
  /**
   * RGBA pictures, rows from the top, one for each instant.
   *
   * @throws  `stage/unknown-shot`, and what the show throws.
   */
  readonly shoot: (show: Show, instants: readonly Instant[], signal: AbortSignal) => Promise<Uint8Array[]>
}

export type StageCameraOptions = {
  readonly host: NodeHost
  readonly content: DiskContent
  /** Id of a file in content/stages. */
  readonly stage: string
  /** Shots besides those of the stage. */
  readonly shots?: Readonly<Record<string, Shot>>
  readonly size: Size
  readonly preset: Preset
  readonly seed: number
  readonly speakerFor: (blobs: BlobStore) => Speaker
}

/** The longest show, seconds. */
const MAX_SECONDS = 120

/** Opens a camera before a stage on which shows are played. The stage's screen stays at rest. */
export async function openStageCamera(options: StageCameraOptions): Promise<StageCamera> {
  const { host, content, size, preset } = options
  const { createView } = await import('../../render/view.ts')
  const loaded = await loadCatalogue(content, options.stage)
  const catalogue = { ...loaded, stage: { ...loaded.stage, shots: { ...loaded.stage.shots, ...options.shots } } }
  const { look, set, screen } = catalogue.stage
  const scenery = { look: await loadLook(content, look), set: await loadSet(content, set), screen }
  const view = await createView(host, { ...size, preset, ...scenery })
  const known = new Set<string>()

  const play = async (show: Show, instants: readonly Instant[], signal: AbortSignal): Promise<StageFrame[]> => {
    const frames: StageFrame[] = []
    const speaker = options.speakerFor(createBlobStore())
    const stage = createStage({
      catalogue,
      seed: options.seed,
      speaker,
      onTick(world) {
        for (const [i, { seconds, shot }] of instants.entries())
          if (world.tick === tickAt(seconds) + 2)
            frames[i] = readStage(world, 0, { name: shot, actor: undefined, since: 0 })
      },
    })
    const last = Math.max(...instants.map(({ seconds }) => seconds))
    const lastsToTheEnd: Show = async (one) => void (await Promise.all([show(one), one.wait(last)]))
    await rehearse(stage, lastsToTheEnd, { signal, maxSeconds: MAX_SECONDS })
    return frames
  }

  const draw = async (frame: StageFrame): Promise<Uint8Array> => {
    for (const { id } of frame.actors) if (!known.has(id)) await view.addActor(id, await content.avatar(avatarOf(id)))
    for (const { id } of frame.actors) known.add(id)
    await view.ready(frame)
    view.draw(frame)
    return view.readRgba()
  }

  return {
    async shoot(show, instants, signal) {
      for (const { shot } of instants)
        requireListed(Object.keys(catalogue.stage.shots), shot, 'shot', 'stage/unknown-shot')
      const pictures: Uint8Array[] = []
      for (const frame of await play(show, instants, signal)) {
        signal.throwIfAborted()
        pictures.push(await draw(frame))
      }
      return pictures
    },
    [Symbol.dispose]: () => view[Symbol.dispose](),
  }
}
