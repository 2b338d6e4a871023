import { type Buffer, Document, type Material, type Node, type Primitive, type Skin } from '@gltf-transform/core'
import type { CharacterPart, ModelSource } from '../character.ts'
import { computeNormals, type Mesh } from '../kit/mesh.ts'
import { type Morph, normalMorph } from '../kit/morph.ts'
import { scale, subtract, type Vec3 } from '../kit/vec3.ts'
import type { Joint } from '../skeleton/skeleton.ts'
import { writeMaterial } from './materials.ts'
import { computeTangents } from './tangents.ts'

const METRES_PER_CENTIMETRE = 0.01

/** What a part is written into. */
type Target = {
  readonly document: Document
  readonly buffer: Buffer
  readonly jointIndices: ReadonlyMap<string, number>
}

/** Makes the glTF document of a character: its joints as nodes, one skin, a mesh for each part. Uncompressed. */
export function writeModel(character: ModelSource): Document {
  const document = new Document()
  document.getRoot().getAsset().generator = 'Proscenium forge'
  const buffer = document.createBuffer()
  const scene = document.createScene('avatar')
  document.getRoot().setDefaultScene(scene)
  const jointIndices = new Map(character.joints.map(({ name }, i) => [name, i]))
  const target: Target = { document, buffer, jointIndices }
  const nodes = writeJoints(document, character.joints)
  scene.addChild(nodes[0]!)
  const skin = writeSkin(target, character.joints, nodes)
  const materials = writeMaterials(document, character)
  for (const part of character.parts) {
    const primitive = writePrimitive(target, part, character).setMaterial(materials.get(part.material)!)
    const mesh = document.createMesh(part.name).addPrimitive(primitive)
    const shapes = [...part.morphs.keys()]
    if (shapes.length > 0) mesh.setExtras({ targetNames: shapes }).setWeights(shapes.map(() => 0))
    // A mesh may be called as a joint is ("head"); nodes are looked up by name, so theirs differ.
    scene.addChild(document.createNode(`${part.name}Mesh`).setMesh(mesh).setSkin(skin))
  }
  return document
}

/** A joint's node stands at its place from its parent; no node is turned at rest. */
function writeJoints(document: Document, joints: readonly Joint[]): Node[] {
  const places = new Map<string, { node: Node; position: Vec3 }>()
  return joints.map(({ name, parent, position }) => {
    const above = parent === undefined ? undefined : places.get(parent)!
    const offset = above ? subtract(position, above.position) : position
    const node = document.createNode(name).setTranslation([...scale(offset, METRES_PER_CENTIMETRE)])
    above?.node.addChild(node)
    places.set(name, { node, position })
    return node
  })
}

function writeSkin({ document, buffer }: Target, joints: readonly Joint[], nodes: readonly Node[]): Skin {
  const inverseBind = joints.flatMap(({ position }) => {
    const [x, y, z] = scale(position, -METRES_PER_CENTIMETRE)
    return [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1]
  })
  const matrices = document
    .createAccessor('inverseBindMatrices')
    .setType('MAT4')
    .setBuffer(buffer)
    .setArray(new Float32Array(inverseBind))
  const skin = document.createSkin('skeleton').setSkeleton(nodes[0]!).setInverseBindMatrices(matrices)
  for (const node of nodes) skin.addJoint(node)
  return skin
}

function writeMaterials(document: Document, { materials, textures, parts }: ModelSource): Map<string, Material> {
  const pictures = new Map(
    [...textures].map(([name, png]) => [
      name,
      document.createTexture(name).setImage(new Uint8Array(png)).setMimeType('image/png'),
    ]),
  )
  return new Map(
    materials.map((recipe) => {
      const isUnwrapped = parts.some(({ material, mesh }) => material === recipe.name && mesh.uvs !== undefined)
      return [recipe.name, writeMaterial(document, recipe, pictures, isUnwrapped ? 1 : 0)]
    }),
  )
}

function writePrimitive(target: Target, part: CharacterPart, { materials }: ModelSource): Primitive {
  const { mesh, morphs } = part
  const recipe = materials.find(({ name }) => name === part.material)!
  const normals = mesh.normals ?? computeNormals(mesh.positions, mesh.triangles)
  const primitive = target.document.createPrimitive()
  const indices = mesh.triangles.flat()
  primitive.setIndices(
    accessor(target, 'SCALAR', mesh.positions.length > 65535 ? new Uint32Array(indices) : new Uint16Array(indices)),
  )
  const floats = (name: string, type: 'VEC2' | 'VEC3' | 'VEC4', rows: readonly (readonly number[])[] | undefined) => {
    if (rows) primitive.setAttribute(name, accessor(target, type, new Float32Array(rows.flat())))
  }
  floats(
    'POSITION',
    'VEC3',
    mesh.positions.map((p) => scale(p, METRES_PER_CENTIMETRE)),
  )
  floats('NORMAL', 'VEC3', normals)
  if (recipe.normalTexture || recipe.anisotropy !== undefined)
    floats('TANGENT', 'VEC4', mesh.uvs && computeTangents(mesh))
  floats('TEXCOORD_0', 'VEC2', mesh.uvs ?? mesh.shading)
  if (mesh.uvs) floats('TEXCOORD_1', 'VEC2', mesh.shading)
  floats('COLOR_0', 'VEC4', mesh.colors)
  writeWeights(target, primitive, part)
  for (const [name, morph] of morphs) writeShape(target, primitive, mesh, name, morph)
  return primitive
}

/** Weights as bytes that sum to exactly 255, the largest taking what rounding leaves. */
function writeWeights(target: Target, primitive: Primitive, { influences }: CharacterPart): void {
  const joints = new Uint8Array(influences.length * 4)
  const weights = new Uint8Array(influences.length * 4)
  influences.forEach((shares, v) => {
    let rest = 255
    const bytes = [...shares].map(([joint, share]) => {
      const byte = Math.round(share * 255)
      rest -= byte
      return [target.jointIndices.get(joint)!, byte] as [number, number]
    })
    bytes[0]![1] += rest
    bytes
      .filter(([, byte]) => byte > 0)
      .forEach(([joint, byte], k) => {
        joints[v * 4 + k] = joint
        weights[v * 4 + k] = byte
      })
  })
  primitive.setAttribute('JOINTS_0', accessor(target, 'VEC4', joints))
  primitive.setAttribute('WEIGHTS_0', accessor(target, 'VEC4', weights).setNormalized(true))
}

function writeShape(target: Target, primitive: Primitive, mesh: Mesh, name: string, morph: Morph): void {
  const shape = target.document.createPrimitiveTarget(name)
  const write = (attribute: string, { indices, deltas }: Morph, unit: number) => {
    const dense = new Float32Array(mesh.positions.length * 3)
    for (const [i, v] of indices.entries()) dense.set(scale(deltas[i]!, unit), v * 3)
    shape.setAttribute(attribute, accessor(target, 'VEC3', dense))
  }
  write('POSITION', morph, METRES_PER_CENTIMETRE)
  write('NORMAL', normalMorph(mesh, morph), 1)
  primitive.addTarget(shape)
}

function accessor(
  { document, buffer }: Target,
  type: 'SCALAR' | 'VEC2' | 'VEC3' | 'VEC4',
  array: Float32Array | Uint8Array | Uint16Array | Uint32Array,
) {
  return document
    .createAccessor()
    .setType(type)
    .setBuffer(buffer)
    .setArray(array as Float32Array<ArrayBuffer>)
}
