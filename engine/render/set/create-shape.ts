import { Vector3 } from '@babylonjs/core/Maths/math.vector.js'
import { CreateBox } from '@babylonjs/core/Meshes/Builders/boxBuilder.js'
import { CreateCylinder } from '@babylonjs/core/Meshes/Builders/cylinderBuilder.js'
import { CreateLathe } from '@babylonjs/core/Meshes/Builders/latheBuilder.js'
import { CreateSphere } from '@babylonjs/core/Meshes/Builders/sphereBuilder.js'
import { CreateTube } from '@babylonjs/core/Meshes/Builders/tubeBuilder.js'
import { Mesh } from '@babylonjs/core/Meshes/mesh.js'
import { VertexData } from '@babylonjs/core/Meshes/mesh.vertexData.js'
import type { Scene } from '@babylonjs/core/scene.js'
import { unreachable } from '../../core/errors.ts'
import type { Shape } from '../../world/shapes.ts'

const RADIANS = Math.PI / 180
/** Points of a slab's rounded corner and of its rim, and sides of what is round. */
const CORNERS = 8
const RIM = 4 * CORNERS
/** How far a slab's edges are broken, metres. */
const EDGE = 0.0015
const SIDES = 48

/** Makes one of the simple parts that sets and props are put together from, where it belongs in the whole. */
export function createShape(scene: Scene, shape: Shape, index: number): Mesh {
  const mesh = createMesh(scene, shape, `${shape.shape} ${index}`)
  const [x, y, z] = shape.turnDegrees ?? [0, 0, 0]
  mesh.position.set(...shape.at)
  mesh.rotation.set(x * RADIANS, y * RADIANS, z * RADIANS)
  return mesh
}

function createMesh(scene: Scene, shape: Shape, name: string): Mesh {
  switch (shape.shape) {
    case 'box': {
      const [width, height, depth] = shape.size
      return CreateBox(name, { width, height, depth }, scene)
    }
    case 'cylinder': {
      const { top, bottom, height } = shape
      return CreateCylinder(name, { diameterTop: top, diameterBottom: bottom, height, tessellation: 32 }, scene)
    }
    case 'ball': {
      const [diameterX, diameterY, diameterZ] = shape.size
      return CreateSphere(name, { diameterX, diameterY, diameterZ, segments: 16 }, scene)
    }
    case 'lathe':
      return CreateLathe(
        name,
        { shape: shape.profile.map(([r, y]) => new Vector3(r, y, 0)), tessellation: SIDES },
        scene,
      )
    case 'slab':
      return createSlab(scene, name, shape.size, shape.corner)
    case 'tube': {
      const path = shape.path.map(([x, y, z]) => new Vector3(x, y, z))
      return CreateTube(name, { path, radius: shape.thickness / 2, tessellation: 16 }, scene)
    }
    default:
      return unreachable(shape)
  }
}

/** A board with round corners and edges that are not quite sharp, standing on y = 0 of its middle. */
function createSlab(scene: Scene, name: string, size: readonly [number, number, number], corner: number): Mesh {
  const [width, height, depth] = size
  const edge = Math.min(EDGE, height / 3)
  const round = Math.max(edge, Math.min(corner, width / 2, depth / 2))
  const data = { positions: [] as number[], normals: [] as number[], indices: [] as number[] }
  // From the lower face over the edge to the upper one: how far in, how high, and how far the normal stands up.
  for (const [inset, y, up] of [
    [edge, -height / 2, -1],
    [0, edge - height / 2, 0],
    [0, height / 2 - edge, 0],
    [edge, height / 2, 1],
  ] as const) {
    for (let i = 0; i < RIM; i++) {
      const quarter = Math.floor(i / CORNERS)
      const angle = ((quarter + (i % CORNERS) / (CORNERS - 1)) * Math.PI) / 2
      const [right, front] = [quarter % 3 === 0 ? 1 : -1, quarter < 2 ? 1 : -1]
      const [c, s] = [Math.cos(angle), Math.sin(angle)]
      const [x, z] = [right * (width / 2 - round) + c * round, front * (depth / 2 - round) + s * round]
      data.positions.push(x - c * inset, y, z - s * inset)
      data.normals.push(up === 0 ? c : 0, up, up === 0 ? s : 0)
    }
  }
  for (let ring = 0; ring < 3; ring++) {
    for (let i = 0; i < RIM; i++) {
      const [a, b] = [ring * RIM + i, ring * RIM + ((i + 1) % RIM)]
      data.indices.push(a, b, a + RIM, b, b + RIM, a + RIM)
    }
  }
  for (let i = 1; i < RIM - 1; i++) data.indices.push(0, i + 1, i, 3 * RIM, 3 * RIM + i, 3 * RIM + i + 1)
  const mesh = new Mesh(name, scene)
  Object.assign(new VertexData(), data).applyToMesh(mesh)
  return mesh
}
