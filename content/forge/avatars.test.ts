import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { validateBytes } from 'gltf-validator'
import { beforeAll, describe, expect, test } from 'vitest'
import { FACE_CHANNELS } from '../../engine/rig/blendshapes.ts'
import { BONES } from '../../engine/rig/bones.ts'
import { rigSchema } from '../../engine/rig/rig.ts'
import { createModelIo } from './export/model-io.ts'
import { avatarRecipeSchema } from './recipe.ts'

/** The committed files of every avatar. */
const AVATARS = new URL('../avatars/', import.meta.url)
const io = await createModelIo()
const readme = await readFile(new URL('README.md', import.meta.url), 'utf8')

async function openAvatar(name: string) {
  const folder = new URL(`${name}/`, AVATARS)
  const bytes = new Uint8Array(await readFile(new URL('model.glb', folder)))
  const rig = rigSchema.parse(JSON.parse(await readFile(new URL('rig.json', folder), 'utf8')))
  const recipe = avatarRecipeSchema.parse(JSON.parse(await readFile(new URL('recipe.json', folder), 'utf8')))
  const root = (await io.readBinary(bytes)).getRoot()
  const nodes = new Map(root.listNodes().map((node) => [node.getName(), node]))
  const primitives = root.listMeshes().flatMap((mesh) => mesh.listPrimitives())
  return { name, folder, bytes, rig, recipe, root, nodes, primitives }
}

const avatars = await Promise.all(readdirSync(AVATARS).map(openAvatar))

test('there are at least six people, men and women, from twenty to seventy', () => {
  const ages = avatars.map(({ recipe }) => recipe.age)
  expect(avatars.length).toBeGreaterThanOrEqual(6)
  expect(Math.min(...ages)).toBeLessThan(22)
  expect(Math.max(...ages)).toBeGreaterThan(65)
  expect(new Set(avatars.map(({ recipe }) => recipe.masculinity > 0.5)).size).toBe(2)
})

describe.each(avatars)('the model of $name', ({ bytes, rig, recipe, root, nodes, primitives }) => {
  let unpacked: Uint8Array

  beforeAll(async () => {
    const copy = await io.readBinary(bytes)
    for (const extension of copy.getRoot().listExtensionsUsed()) {
      if (extension.extensionName === 'EXT_meshopt_compression') extension.dispose()
    }
    unpacked = await io.writeBinary(copy)
  })

  test('has no errors by Khronos’ validator, unpacked so that it sees the numbers', async () => {
    const { issues } = await validateBytes(unpacked)
    expect(issues.messages.filter(({ severity }) => severity === 0)).toEqual([])
    expect(issues.numErrors).toBe(0)
    expect(issues.numWarnings).toBe(0)
  })

  test('keeps to 80,000 triangles and 6 MB', () => {
    const triangles = primitives.reduce((sum, primitive) => sum + primitive.getIndices()!.getCount() / 3, 0)
    expect(triangles).toBeLessThanOrEqual(80_000)
    expect(bytes.length).toBeLessThanOrEqual(6_000_000)
  })

  test('has one skin, whose joints rest unturned where the rig says', () => {
    expect(root.listSkins()).toHaveLength(1)
    for (const bone of BONES) {
      const { node: name, rest } = rig.bones[bone]!
      const node = nodes.get(name)!
      expect(node.getRotation()).toEqual([0, 0, 0, 1])
      for (const [axis, value] of node.getWorldTranslation().entries()) expect(value).toBeCloseTo(rest[axis]!, 4)
    }
    for (const joint of root.listSkins()[0]!.listJoints()) expect(joint.getRotation()).toEqual([0, 0, 0, 1])
  })

  test('has no two nodes of one name', () => {
    expect(nodes.size).toBe(root.listNodes().length)
  })

  test('holds finite numbers and weights that sum to one over joints that exist', () => {
    const joints = root.listSkins()[0]!.listJoints().length
    for (const primitive of primitives) {
      for (const semantic of primitive.listSemantics()) {
        expect(primitive.getAttribute(semantic)!.getArray()!.every(Number.isFinite)).toBe(true)
      }
      const weights = primitive.getAttribute('WEIGHTS_0')!.getArray()!
      for (let v = 0; v < weights.length; v += 4) {
        expect(weights[v]! + weights[v + 1]! + weights[v + 2]! + weights[v + 3]!).toBe(255)
      }
      expect(Math.max(...primitive.getAttribute('JOINTS_0')!.getArray()!)).toBeLessThan(joints)
    }
  })

  test('stands on the ground, arms out, facing +z', () => {
    const bounds = { min: [9, 9, 9], max: [-9, -9, -9] }
    const p = [0, 0, 0]
    for (const primitive of primitives) {
      const positions = primitive.getAttribute('POSITION')!
      for (let v = 0; v < positions.getCount(); v++) {
        positions.getElement(v, p)
        for (const axis of [0, 1, 2]) {
          bounds.min[axis] = Math.min(bounds.min[axis]!, p[axis]!)
          bounds.max[axis] = Math.max(bounds.max[axis]!, p[axis]!)
        }
      }
    }
    expect(bounds.min[1]).toBeCloseTo(0, 4)
    // Hair and shoes add to the height that the recipe gives.
    expect(bounds.max[1]).toBeGreaterThan(recipe.body.height - 0.02)
    expect(bounds.max[1]).toBeLessThan(recipe.body.height + 0.12)
    expect(bounds.max[0]).toBeCloseTo(-bounds.min[0]!, 2)
    expect(rig.bones.leftHand!.rest[0]).toBeGreaterThan(0)
    expect(rig.landmarks.eyes[2]).toBeGreaterThan(rig.bones.head!.rest[2])
  })

  test('has every face shape and finger corrective, and names its targets', () => {
    const shapes = new Set<string>()
    for (const mesh of root.listMeshes()) {
      const names = (mesh.getExtras().targetNames ?? []) as string[]
      expect(mesh.listPrimitives()[0]!.listTargets()).toHaveLength(names.length)
      for (const name of names) shapes.add(name)
    }
    for (const channel of FACE_CHANNELS) expect(shapes).toContain(channel)
    for (const { shape } of rig.correctives) expect(shapes).toContain(shape)
  })

  test('uses only materials that the forge’s README lists', () => {
    for (const material of root.listMaterials()) expect(readme).toContain(`\`${material.getName()}\``)
  })
})

describe.each(avatars)('the rig of $name', ({ folder, rig, root, nodes }) => {
  test('maps all 55 bones', () => {
    expect(Object.keys(rig.bones)).toHaveLength(55)
  })

  test('names nodes of swinging chains that exist, hung from a bone', () => {
    for (const { bone, nodes: links } of rig.springs) {
      expect(rig.bones).toHaveProperty(bone)
      for (const link of links) expect(nodes.has(link)).toBe(true)
    }
  })

  test('names helper nodes that exist and are skinned to', () => {
    const joints = new Set(root.listSkins()[0]!.listJoints())
    for (const { node } of rig.helpers) expect(joints).toContain(nodes.get(node))
  })

  test('has landmarks in order up the face', () => {
    const { crown, eyes, mouth, chin } = rig.landmarks
    expect([chin[1], mouth[1], eyes[1], crown[1]]).toEqual(
      [chin[1], mouth[1], eyes[1], crown[1]].toSorted((a, b) => a - b),
    )
  })

  test('comes with its licence', async () => {
    expect(rig.licence).toBe('CC0-1.0')
    expect(await readFile(new URL('LICENSE', folder), 'utf8')).toContain('CC0 1.0 Universal')
  })
})
