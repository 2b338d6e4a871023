import { Texture } from '@babylonjs/core/Materials/Textures/texture.js'
import type { Scene } from '@babylonjs/core/scene.js'
import { EngineError } from '../../core/errors.ts'
import { knownNames } from '../../core/suggest.ts'
import type { ScreenTexture } from './screen-projection.ts'

/** Pictures that have been given to be shown, on the graphics card. */
export class ScreenPictures {
  private readonly scene: Scene
  private readonly textures = new Map<string, ScreenTexture>()

  constructor(scene: Scene) {
    this.scene = scene
  }

  /**
   * @param file  Bytes of a WebP or PNG.
   * @throws      `render/broken-picture`
   */
  async add(media: string, file: Uint8Array): Promise<void> {
    const bitmap = await this.scene
      .getEngine()
      .createImageBitmap(new Blob([file.slice()]), { premultiplyAlpha: 'none', colorSpaceConversion: 'none' })
      .catch((cause: unknown) => {
        throw new EngineError(
          'render/broken-picture',
          `The picture "${media}" cannot be read. Save content/media/${media} again, as WebP or PNG.`,
          { cause },
        )
      })
    const { width, height } = bitmap
    const texture = new Texture(`picture ${media}`, this.scene, {
      buffer: bitmap,
      invertY: false,
      useSRGBBuffer: true,
      samplingMode: Texture.TRILINEAR_SAMPLINGMODE,
    })
    texture.wrapU = texture.wrapV = Texture.CLAMP_ADDRESSMODE
    // Every sample names its mipmap: nothing is left to filter by direction, which lavapipe does wrong (see materials).
    texture.anisotropicFilteringLevel = 1
    this.textures.set(media, { texture, width, height })
  }

  /** @throws `render/unknown-picture` */
  get(media: string): ScreenTexture {
    const found = this.textures.get(media)
    if (found !== undefined) return found
    throw new EngineError(
      'render/unknown-picture',
      `The view was not given the picture "${media}". ${knownNames(media, [...this.textures.keys()])}`,
    )
  }
}
