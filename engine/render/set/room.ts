import type { BaseTexture } from '@babylonjs/core/Materials/Textures/baseTexture.js'
import type { Scene } from '@babylonjs/core/scene.js'
import { boneIndex } from '../../rig/bones.ts'
import type { Screen } from '../../world/stage-file.ts'
import type { Figure } from '../avatar.ts'
import type { CameraFrame, CameraPlace, PropFrame, ScreenFrame, StageFrame } from '../frame.ts'
import type { Host } from '../hosts/host.ts'
import type { Look } from '../look/look.ts'
import { Backdrop } from './backdrop.ts'
import { blurRadius } from './lens.ts'
import { PlatePainter } from './plate-painter.ts'
import { MAX_CONTACTS } from './plate-projection.ts'
import { ScreenPictures } from './screen-pictures.ts'
import type { ScreenLayer } from './screen-projection.ts'
import type { StageSet } from './set.ts'

/** Where a body touches the ground: under each heel and each ball of the foot. */
const FEET = [boneIndex('leftFoot'), boneIndex('leftToes'), boneIndex('rightFoot'), boneIndex('rightToes')]
/** Half the width of a shoe, metres. */
const FOOT_RADIUS = 0.055
/** The sole's height as a share of the bone's: ankles stand 9 cm above the ground they touch. */
const SOLE_SHARE = 0.35

/** What stands on the ground is no higher, and how wide its foot is, metres. */
const ON_THE_GROUND = 0.01
const FURNITURE_RADIUS = 0.2

const contacts = new Float32Array(MAX_CONTACTS * 4)

/** What surrounds the actors. */
export type Scenery = { readonly set: StageSet; readonly look: Look; readonly screen?: Screen | undefined }

type Size = { readonly width: number; readonly height: number }

const RESTING: ScreenFrame = { before: '', shown: '', share: 1 }

/** The set behind the actors: painted once for each shot, then hung behind every frame of it. */
export class Room {
  private readonly painter: PlatePainter
  private readonly backdrop: Backdrop
  /** What the plate that hangs was painted for. */
  private painted = ''
  private readonly look: Look
  private readonly stageScreen: Screen | undefined
  readonly pictures: ScreenPictures

  constructor(host: Host, scene: Scene, { set, look, screen }: Scenery) {
    this.painter = new PlatePainter(host, set, look)
    this.backdrop = new Backdrop(scene, set, screen)
    this.look = look
    this.stageScreen = screen
    this.pictures = new ScreenPictures(scene)
  }

  /** Paints the plate for a frame's shot, unless it hangs already. About a third of a second on a processor. */
  async paintFor({ camera }: StageFrame, size: Size): Promise<void> {
    const place = camera.setup ?? camera
    const key = JSON.stringify([
      place.position,
      place.target,
      place.fovDegrees,
      place.roll,
      focusOf(camera),
      size.width,
      size.height,
    ])
    if (key === this.painted) return
    const plate = this.backdrop.hang(await this.painter.paint(place, focusOf(camera), size.width, size.height))
    this.setUpScreen(plate, place, focusOf(camera), size)
    this.painted = key
  }

  /** Shows what a frame's screen shows. @throws `render/unknown-picture` */
  project({ before, shown, share }: ScreenFrame = RESTING): void {
    const layer = (media: string, weight: number): ScreenLayer => ({
      picture: media === '' || weight === 0 ? undefined : this.pictures.get(media),
      weight,
    })
    this.backdrop.screen?.show(layer(before, 1 - share), layer(shown, share))
  }

  /** Darkens the ground under the actors' feet and under furniture, if there is room. Call it when they stand in the frame's pose. */
  shade(figures: readonly Figure[], props: readonly PropFrame[]): void {
    contacts.fill(0)
    let next = 0
    for (const { bones } of figures) {
      for (const bone of FEET) {
        const node = bones[bone]
        if (node === undefined || next === MAX_CONTACTS) continue
        // By force, up to the root: the pose was set a moment ago, and the scene last looked when it drew.
        node.computeWorldMatrix(true)
        const { x, y, z } = node.absolutePosition
        contacts.set([x, y * SOLE_SHARE, z, FOOT_RADIUS], next++ * 4)
      }
    }
    for (const { position } of props) {
      if (position[1] > ON_THE_GROUND || next === MAX_CONTACTS) continue
      contacts.set([position[0], 0, position[2], FURNITURE_RADIUS], next++ * 4)
    }
    this.backdrop.shade(contacts)
  }

  /** What lies at the screen's distance is blurred as much as the plate is there. */
  private setUpScreen(
    plate: BaseTexture,
    { position, fovDegrees }: CameraPlace,
    focus: number,
    { height }: Size,
  ): void {
    if (this.stageScreen === undefined) return
    const { x, y, z } = this.stageScreen
    const distance = Math.hypot(x - position[0], y - position[1], z - position[2])
    const seen = 2 * distance * Math.tan((fovDegrees * Math.PI) / 360)
    const blurred = seen * blurRadius(fovDegrees, this.look.fStop, focus, distance)
    this.backdrop.screen?.setUp(plate, blurred, seen / height, this.look.vignette)
  }

  [Symbol.dispose](): void {
    this.painter[Symbol.dispose]()
  }
}

/** A shot keeps the focus it was set up with: the plate is painted with it. */
function focusOf(camera: CameraFrame): number {
  const { position, target } = camera.setup ?? camera
  return camera.focus ?? Math.hypot(target[0] - position[0], target[1] - position[1], target[2] - position[2])
}
