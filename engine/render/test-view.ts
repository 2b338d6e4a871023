import { readFile } from 'node:fs/promises'
import { actorId } from '../core/ids.ts'
import { type FaceChannelName, faceChannel } from '../rig/blendshapes.ts'
import { type BoneName, boneIndex } from '../rig/bones.ts'
import { rigSchema } from '../rig/rig.ts'
import { stageFileSchema } from '../world/stage-file.ts'
import type { Avatar } from './avatar.ts'
import { type ActorFrame, type CameraFrame, restingActor, type StageFrame } from './frame.ts'
import { lookSchema } from './look/look.ts'
import { setSchema } from './set/set.ts'

const content = new URL('../../content/', import.meta.url)

export async function readContent() {
  const [avatar, look, set] = await Promise.all([readAvatar('milla'), readLook('natural'), readSet('living-room')])
  return { avatar, look, set }
}

export async function readAvatar(name: string): Promise<Avatar> {
  const model = new Uint8Array(await readFile(new URL(`avatars/${name}/model.glb`, content)))
  return { model, rig: rigSchema.parse(await readJson(`avatars/${name}/rig.json`)) }
}

export const readLook = async (name: string) => lookSchema.parse(await readJson(`looks/${name}.json`))
/** Where the studio's screen hangs, and a picture to be shown on it. */
export const readScreen = async () => stageFileSchema.parse(await readJson('stages/studio.json')).screen!
export const readPicture = async (media: string) =>
  new Uint8Array(await readFile(new URL(`media/${media}/picture.webp`, content)))
export const readSet = async (name: string) => setSchema.parse(await readJson(`sets/${name}.json`))

/** Set-ups to look from; the figure is 1.6 m tall and stands at the origin. */
export const CAMERAS = {
  close: { position: [0.27, 1.485, 1.27], target: [0, 1.485, 0], fovDegrees: 10.5 },
  medium: { position: [0, 1.385, 2], target: [0, 1.385, 0], fovDegrees: 16.5 },
  wide: { position: [0, 0.92, 4.2], target: [0, 0.92, 0], fovDegrees: 28 },
  screen: { position: [0.62, 1.76, -0.35], target: [0.62, 1.76, -2.35], fovDegrees: 28 },
} as const satisfies Record<string, CameraFrame>

export type PoseOptions = {
  readonly camera?: CameraFrame
  readonly face?: Partial<Record<FaceChannelName, number>>
  /** Turns about the actor's own axes: bone, axis and angle in radians. */
  readonly turns?: readonly (readonly [bone: BoneName, axis: readonly [number, number, number], angle: number])[]
}

/** One actor with her arms down, as she would stand on a stage. */
export function standingFrame({ camera = CAMERAS.close, face = {}, turns = [] }: PoseOptions = {}): StageFrame {
  const actor = restingActor(actorId('ana'))
  turnBone(actor, 'leftUpperArm', [0, 0, 1], -1.25)
  turnBone(actor, 'rightUpperArm', [0, 0, 1], 1.25)
  for (const [bone, axis, angle] of turns) turnBone(actor, bone, axis, angle)
  for (const [channel, weight] of Object.entries(face)) actor.face[faceChannel(channel as FaceChannelName)] = weight
  return { actors: [actor], camera, seconds: 0 }
}

function turnBone(actor: ActorFrame, bone: BoneName, axis: readonly [number, number, number], angle: number): void {
  const s = Math.sin(angle / 2)
  actor.rotations.set([axis[0] * s, axis[1] * s, axis[2] * s, Math.cos(angle / 2)], boneIndex(bone) * 4)
}

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(new URL(path, content), 'utf8'))
