import type { AssetContainer } from '@babylonjs/core/assetContainer.js'
import { LoadAssetContainerAsync } from '@babylonjs/core/Loading/sceneLoader.js'
import { PBRMaterial } from '@babylonjs/core/Materials/PBR/pbrMaterial.js'
import { Quaternion } from '@babylonjs/core/Maths/math.vector.js'
import type { AbstractMesh } from '@babylonjs/core/Meshes/abstractMesh.js'
import type { TransformNode } from '@babylonjs/core/Meshes/transformNode.js'
import type { MorphTarget } from '@babylonjs/core/Morph/morphTarget.js'
import type { Scene } from '@babylonjs/core/scene.js'
import { EngineError } from '../core/errors.ts'
import { type CorrectiveRows, compileCorrectives, compileHelpers, type HelperRows } from '../pose/derive.ts'
import { FACE_CHANNELS } from '../rig/blendshapes.ts'
import { BONES } from '../rig/bones.ts'
import type { Rig } from '../rig/rig.ts'
import { type Adapter, isSoftware } from './hosts/host.ts'
import { drawDepthFirst, limitFiltering, type Surface, surfaceOf } from './look/materials.ts'
import { skinLuminanceOf } from './look/skin-luminance.ts'

/** What an actor wears, as files: the model and how it carries the humanoid standard. */
export type Avatar = {
  /** Bytes of a .glb. */
  readonly model: Uint8Array
  readonly rig: Rig
}

/** An avatar in the scene, with everything a frame writes laid out in the order of the frame's rows. */
export type Figure = {
  readonly container: AssetContainer
  readonly rig: Rig
  /** Placed by the actor's transform. */
  readonly root: TransformNode
  /** Nodes in the order of BONES; undefined where the rig maps none. */
  readonly bones: readonly (TransformNode | undefined)[]
  /** Nodes in the order of the rig's helpers. */
  readonly helpers: readonly TransformNode[]
  /** Nodes that swing, in the order of the rig's springs, without the ends. */
  readonly springs: readonly TransformNode[]
  readonly helperRows: HelperRows
  readonly correctiveRows: CorrectiveRows
  readonly hipsRest: readonly [number, number, number]
  /** Morph targets of all meshes, in the order of FACE_CHANNELS. */
  readonly faceTargets: readonly (readonly MorphTarget[])[]
  /** False where the model has blendshapes alone, from which visemes are then mixed. */
  readonly hasVisemes: boolean
  /** Morph targets in the order of the rig's correctives. */
  readonly correctiveTargets: readonly (readonly MorphTarget[])[]
  readonly meshes: readonly { readonly mesh: AbstractMesh; readonly surface: Surface }[]
  /** Linear luminance of the skin's albedo; exposure depends on it. */
  readonly skinLuminance: number
}

/**
 * Loads an avatar into a scene, dressed by the look's materials.
 *
 * @throws `render/broken-model` when the bytes are no model that can be read.
 *         `render/missing-node` when the rig names a node that the model lacks.
 */
export async function loadFigure(scene: Scene, { model, rig }: Avatar, adapter: Adapter): Promise<Figure> {
  const container = await LoadAssetContainerAsync(model, scene, {
    pluginExtension: '.glb',
    name: `${rig.name}.glb`,
  }).catch((cause: unknown) => {
    throw new EngineError(
      'render/broken-model',
      `The model of avatar "${rig.name}" cannot be read. Build it again: \`npm run forge\`.`,
      { cause },
    )
  })
  container.addAllToScene()
  // Not getNodes(): that lists Babylon's bones too, which carry the names of the nodes that drive them.
  const nodes = new Map(container.transformNodes.map((node) => [node.name, node]))
  const nodeNamed = (name: string): TransformNode => {
    const node = nodes.get(name)
    if (node !== undefined) return prepareNode(node)
    throw new EngineError(
      'render/missing-node',
      `The model of avatar "${rig.name}" has no node "${name}". Its rig.json names it. Build both again: \`npm run forge\`.`,
    )
  }
  const drawn = container.meshes.filter((mesh) => mesh.getTotalVertices() > 0)
  const skinLuminance = skinLuminanceOf(drawn)
  const targets = morphTargetsByName(drawn)
  const hips = nodeNamed(rig.bones.hips?.node ?? 'hips')
  return {
    container,
    rig,
    root: prepareNode(container.rootNodes[0] as TransformNode),
    bones: BONES.map((bone) => (rig.bones[bone] === undefined ? undefined : nodeNamed(rig.bones[bone].node))),
    helperRows: compileHelpers(rig.helpers),
    correctiveRows: compileCorrectives(rig.correctives),
    helpers: rig.helpers.map((helper) => nodeNamed(helper.node)),
    springs: rig.springs.flatMap(({ nodes }) => nodes.slice(0, -1).map(nodeNamed)),
    hipsRest: [hips.position.x, hips.position.y, hips.position.z],
    faceTargets: FACE_CHANNELS.map((channel) => targets.get(channel) ?? []),
    hasVisemes: targets.has('viseme_aa'),
    correctiveTargets: rig.correctives.map(({ shape }) => targets.get(shape) ?? []),
    meshes: drawn.map((mesh) => ({ mesh, surface: dressMesh(mesh, skinLuminance, adapter) })),
    skinLuminance,
  }
}

function prepareNode(node: TransformNode): TransformNode {
  node.rotationQuaternion ??= Quaternion.Identity()
  return node
}

function dressMesh(mesh: AbstractMesh, skinLuminance: number, adapter: Adapter): Surface {
  const material = mesh.material
  const surface = surfaceOf(material?.name ?? '', skinLuminance)
  if (material instanceof PBRMaterial && !dressed.has(material)) {
    dressed.add(material)
    surface.dress(material)
    limitFiltering(material)
    if (isSoftware(adapter)) drawDepthFirst(material)
  }
  mesh.layerMask = surface.layer
  mesh.receiveShadows = surface.receivesShadow
  // The pose moves vertices out of the rest pose's bounds.
  mesh.alwaysSelectAsActiveMesh = true
  return surface
}

/** Materials are shared between meshes; each is dressed once. */
const dressed = new WeakSet<PBRMaterial>()

function morphTargetsByName(meshes: readonly AbstractMesh[]): Map<string, MorphTarget[]> {
  const byName = new Map<string, MorphTarget[]>()
  for (const { morphTargetManager: manager } of meshes) {
    if (manager === null || manager === undefined) continue
    // Both together: the loader's own setting writes all influences into a shorter uniform array (Babylon 9.31).
    manager.numMaxInfluencers = manager.numTargets
    manager.optimizeInfluencers = true
    for (let i = 0; i < manager.numTargets; i++) {
      const target = manager.getTarget(i)
      target.influence = 0
      byName.set(target.name, [...(byName.get(target.name) ?? []), target])
    }
  }
  return byName
}
