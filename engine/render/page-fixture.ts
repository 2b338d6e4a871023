/** What the browser test runs inside its page: the Node tests' frames, drawn on a canvas. */
import { actorId } from '../core/ids.ts'
import type { Screen } from '../world/stage-file.ts'
import type { Avatar } from './avatar.ts'
import type { StageFrame } from './frame.ts'
import type { Adapter } from './hosts/host.ts'
import { createPageHost } from './hosts/page.ts'
import type { Look } from './look/look.ts'
import type { StageSet } from './set/set.ts'
import { createView } from './view.ts'

export type PageOrder = {
  readonly api: Adapter['api']
  readonly width: number
  readonly height: number
  readonly rig: Avatar['rig']
  readonly look: Look
  readonly set: StageSet
  readonly screen: Screen
  /** Of media, base64. */
  readonly pictures: Readonly<Record<string, string>>
  /** Frames as JSON carries them: rows as plain arrays. */
  readonly frames: readonly unknown[]
}

export type PageAnswer = { readonly adapter: Adapter; readonly pictures: readonly string[] }

/** Draws each frame and answers with its pixels, base64. */
export async function drawInPage(order: PageOrder, model: Uint8Array): Promise<PageAnswer> {
  const canvas = document.createElement('canvas')
  document.body.append(canvas)
  using host = await createPageHost(canvas, { api: order.api })
  using view = await createView(host, { ...order, preset: 'draft' })
  await view.addActor(actorId('ana'), { model, rig: order.rig })
  for (const [media, file] of Object.entries(order.pictures)) {
    await view.addPicture(
      media,
      Uint8Array.from(atob(file), (c) => c.charCodeAt(0)),
    )
  }
  const pictures: string[] = []
  for (const packed of order.frames) {
    const frame = unpackFrame(packed as StageFrame)
    await view.ready(frame)
    view.draw(frame)
    pictures.push(toBase64(await view.readRgba()))
  }
  return { adapter: host.adapter, pictures }
}

export function packFrame(frame: StageFrame): unknown {
  const actors = frame.actors.map((actor) => ({
    ...actor,
    rotations: [...actor.rotations],
    hips: [...actor.hips],
    face: [...actor.face],
  }))
  return { ...frame, actors }
}

function unpackFrame(frame: StageFrame): StageFrame {
  const actors = frame.actors.map((actor) => ({
    ...actor,
    rotations: new Float32Array(actor.rotations),
    hips: new Float32Array(actor.hips),
    face: new Float32Array(actor.face),
  }))
  return { ...frame, actors }
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return btoa(text)
}
