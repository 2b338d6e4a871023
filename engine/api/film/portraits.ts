import { actorId } from '../../core/ids.ts'
import type { Size } from '../../encode/formats.ts'
import type { Avatar } from '../../render/avatar.ts'
import { type CameraPlace, restingActor, type StageFrame } from '../../render/frame.ts'
import type { NodeHost } from '../../render/hosts/host.ts'
import type { Preset } from '../../render/presets.ts'
import { type FaceChannelName, faceChannel } from '../../rig/blendshapes.ts'
import { type BodyPose, bodyPoseRotations, bodyPoseSchema } from '../../rig/body-pose.ts'
import { handPosesSchema } from '../../rig/hand-poses.ts'
import { readContent } from '../content.ts'
import type { DiskContent } from '../disk-content.ts'
import { loadLook, loadSet } from '../load-scenery.ts'

/** How someone sits for one portrait. */
export type Sitting = {
  readonly camera: CameraPlace
  /** Radians by which they turn to their left, away from facing the set's front. Default 0. */
  readonly turn?: number
  /** Weights of face channels, [0, 1]; the others rest. */
  readonly face?: Partial<Record<FaceChannelName, number>>
  /** What differs from standing at ease. */
  readonly pose?: Partial<Pick<BodyPose, 'bones' | 'hands'>>
}

/** Takes portraits of one avatar after another. */
export type PortraitStudio = Disposable & {
  /** RGBA pictures, rows from the top, one for each sitting. @throws `render/broken-model`, `render/missing-node` */
  readonly take: (avatar: Avatar, sittings: readonly Sitting[], signal: AbortSignal) => Promise<Uint8Array[]>
}

export type PortraitOptions = {
  readonly host: NodeHost
  readonly content: DiskContent
  readonly size: Size
  readonly preset: Preset
  readonly look: string
  readonly set: string
}

const SITTER = actorId('sitter')

/** Opens a studio in which avatars that no stage knows can be looked at: those just forged, say. */
export async function openPortraitStudio(options: PortraitOptions): Promise<PortraitStudio> {
  const { host, content, size, preset } = options
  const { createView } = await import('../../render/view.ts')
  const hands = await readContent(content, 'poses/hands.json', handPosesSchema)
  const standing = await readContent(content, 'poses/standing.json', bodyPoseSchema)
  const scenery = { look: await loadLook(content, options.look), set: await loadSet(content, options.set) }
  const view = await createView(host, { ...size, preset, ...scenery })
  const frameOf = ({ camera, turn = 0, face = {}, pose }: Sitting): StageFrame => {
    const actor = restingActor(SITTER)
    const bones = { ...standing.bones, ...pose?.bones }
    actor.rotations.set(bodyPoseRotations({ ...standing, ...pose, bones }, hands))
    for (const [channel, weight] of Object.entries(face)) actor.face[faceChannel(channel as FaceChannelName)] = weight
    return { actors: [{ ...actor, transform: { ...actor.transform, yaw: turn } }], camera, seconds: 0 }
  }
  return {
    async take(avatar, sittings, signal) {
      await view.addActor(SITTER, avatar)
      try {
        const pictures: Uint8Array[] = []
        for (const frame of sittings.map(frameOf)) {
          signal.throwIfAborted()
          await view.ready(frame)
          view.draw(frame)
          pictures.push(await view.readRgba())
        }
        return pictures
      } finally {
        view.removeActor(SITTER)
      }
    },
    [Symbol.dispose]: () => view[Symbol.dispose](),
  }
}
