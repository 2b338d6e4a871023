import { Constants } from '@babylonjs/core/Engines/constants.js'
import { PBRMaterial } from '@babylonjs/core/Materials/PBR/pbrMaterial.js'
import { RawTexture } from '@babylonjs/core/Materials/Textures/rawTexture.js'
import { Mesh } from '@babylonjs/core/Meshes/mesh.js'
import { VertexData } from '@babylonjs/core/Meshes/mesh.vertexData.js'
import type { Scene } from '@babylonjs/core/scene.js'
import type { Screen } from '../../world/stage-file.ts'
import { LAYERS } from '../layers.ts'
import { createShape } from './create-shape.ts'
import type { Plate } from './plate-painter.ts'
import { PlateProjection } from './plate-projection.ts'
import { ScreenProjection } from './screen-projection.ts'
import type { StageSet } from './set.ts'

/** Share of the floor's light that comes straight from the key: what its shadow takes. Fitted by eye. */
const KEY_SHARE = 0.45

/**
 * The painted room: a plate hung on the walls and floor of the room's box.
 *
 * From the place it was painted from it is exact; a camera that moves sees walls and floor shift as they should, and
 * furniture as if it lay flat on them, which out of focus nobody sees. Pieces that hide actors stand in the room and show
 * what the plate has of them. It costs one texture lookup a pixel.
 */
export class Backdrop {
  private readonly scene: Scene
  private readonly walls: PlateProjection
  private readonly ground: PlateProjection
  private readonly pieces: PlateProjection | undefined
  /** What hangs on the walls beside the plate; none where the stage has no screen. */
  readonly screen: ScreenProjection | undefined
  private texture: RawTexture | undefined

  constructor(scene: Scene, { bounds, pieces }: StageSet, screen: Screen | undefined) {
    this.scene = scene
    const quads = boxQuads(bounds)
    const walls = createMaterial(createMesh('walls', scene, quads.slice(1), LAYERS.plate), false)
    const ground = createMaterial(createMesh('ground', scene, quads.slice(0, 1), LAYERS.ground), true)
    this.walls = new PlateProjection(walls, false)
    this.ground = new PlateProjection(ground, true)
    const solid = createPieces(scene, pieces)
    if (solid !== null) this.pieces = new PlateProjection(createMaterial(solid, false), false)
    if (screen !== undefined) this.screen = new ScreenProjection(walls, screen)
  }

  /** Hangs a plate, in the place of the one before. */
  hang({ width, height, pixels, projection }: Plate): RawTexture {
    this.texture?.dispose()
    const halves = new Uint16Array(Float16Array.from(pixels).buffer)
    const { TEXTUREFORMAT_RGBA, TEXTURETYPE_HALF_FLOAT, TEXTURE_BILINEAR_SAMPLINGMODE } = Constants
    const texture = new RawTexture(
      halves,
      width,
      height,
      TEXTUREFORMAT_RGBA,
      this.scene,
      false,
      false,
      TEXTURE_BILINEAR_SAMPLINGMODE,
      TEXTURETYPE_HALF_FLOAT,
    )
    texture.wrapU = Constants.TEXTURE_CLAMP_ADDRESSMODE
    texture.wrapV = Constants.TEXTURE_CLAMP_ADDRESSMODE
    texture.anisotropicFilteringLevel = 1
    this.texture = texture
    for (const surface of [this.walls, this.ground, this.pieces]) surface?.show(texture, projection)
    return texture
  }

  /** @param contacts  x, y, z and radius of each foot on the ground; see {@link PlateProjection.shade}. */
  shade(contacts: Float32Array): void {
    this.ground.shade(KEY_SHARE, contacts)
  }
}

function createMaterial(mesh: Mesh, onGround: boolean): PBRMaterial {
  const material = new PBRMaterial(mesh.name, mesh.getScene())
  // The ground goes through the light loop only to learn the key's shadow; the walls need none of it.
  material.unlit = !onGround
  material.metallic = 0
  material.roughness = 1
  mesh.receiveShadows = onGround
  mesh.material = material
  return material
}

/** What hides actors, as one mesh; null where nothing does. */
function createPieces(scene: Scene, pieces: StageSet['pieces']): Mesh | null {
  const mesh = Mesh.MergeMeshes(pieces.map((shape, i) => createShape(scene, shape, i)))
  if (mesh === null) return null
  mesh.name = 'pieces'
  mesh.layerMask = LAYERS.plate
  mesh.freezeWorldMatrix()
  return mesh
}

/** Four corners, counter-clockwise as seen from inside the room. */
type Quad = readonly (readonly [number, number, number])[]

/** Floor first, then ceiling, left, right, back and front. */
function boxQuads({ min, max }: StageSet['bounds']): Quad[] {
  const [x0, y0, z0] = min
  const [x1, y1, z1] = max
  return [
    [
      [x0, y0, z1],
      [x1, y0, z1],
      [x1, y0, z0],
      [x0, y0, z0],
    ],
    [
      [x0, y1, z0],
      [x1, y1, z0],
      [x1, y1, z1],
      [x0, y1, z1],
    ],
    [
      [x0, y0, z1],
      [x0, y0, z0],
      [x0, y1, z0],
      [x0, y1, z1],
    ],
    [
      [x1, y0, z0],
      [x1, y0, z1],
      [x1, y1, z1],
      [x1, y1, z0],
    ],
    [
      [x0, y0, z0],
      [x1, y0, z0],
      [x1, y1, z0],
      [x0, y1, z0],
    ],
    [
      [x1, y0, z1],
      [x0, y0, z1],
      [x0, y1, z1],
      [x1, y1, z1],
    ],
  ]
}

function createMesh(name: string, scene: Scene, quads: readonly Quad[], layer: number): Mesh {
  const mesh = new Mesh(name, scene)
  const data = new VertexData()
  data.positions = quads.flatMap((quad) => quad.flatMap((corner) => [...corner]))
  data.normals = quads.flatMap((quad) => quad.flatMap(() => quadNormal(quad)))
  data.indices = quads.flatMap((_, i) => [0, 2, 1, 0, 3, 2].map((corner) => i * 4 + corner))
  data.applyToMesh(mesh)
  mesh.layerMask = layer
  mesh.alwaysSelectAsActiveMesh = true
  mesh.freezeWorldMatrix()
  return mesh
}

function quadNormal(quad: Quad): number[] {
  const [a, b, , d] = quad as [Quad[0], Quad[0], Quad[0], Quad[0]]
  const u = b.map((v, i) => v - a[i]!)
  const v = d.map((w, i) => w - a[i]!)
  const normal = [u[1]! * v[2]! - u[2]! * v[1]!, u[2]! * v[0]! - u[0]! * v[2]!, u[0]! * v[1]! - u[1]! * v[0]!]
  const length = Math.hypot(...normal)
  return normal.map((n) => n / length)
}
