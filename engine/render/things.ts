import { PBRMaterial } from '@babylonjs/core/Materials/PBR/pbrMaterial.js'
import { Color3 } from '@babylonjs/core/Maths/math.color.js'
import { Quaternion } from '@babylonjs/core/Maths/math.vector.js'
import { TransformNode } from '@babylonjs/core/Meshes/transformNode.js'
import type { Scene } from '@babylonjs/core/scene.js'
import type { PropFrame, PropMake } from './frame.ts'
import { LAYERS } from './layers.ts'
import { createShape } from './set/create-shape.ts'
import type { Shadow } from './shadow.ts'

/** The props of a stage: drawn among the actors, in their light, so that hands go around them. */
export class Things {
  private readonly scene: Scene
  private readonly shadow: Shadow
  private readonly roots = new Map<string, { readonly made: PropMake; readonly root: TransformNode }>()

  constructor(scene: Scene, shadow: Shadow) {
    this.scene = scene
    this.shadow = shadow
  }

  /** Puts a frame's props where they are; builds those that were not there before, and hides the others. */
  place(props: readonly PropFrame[]): void {
    for (const { root } of this.roots.values()) root.setEnabled(false)
    for (const { id, made, position, rotation } of props) {
      const root = this.find(id, made)
      root.setEnabled(true)
      root.position.set(...position)
      root.rotationQuaternion!.set(...rotation)
    }
  }

  private find(id: string, made: PropMake): TransformNode {
    const known = this.roots.get(id)
    if (known?.made === made) return known.root
    known?.root.dispose(false, true)
    const root = this.build(id, made)
    this.roots.set(id, { made, root })
    return root
  }

  private build(id: string, { materials, shapes }: PropMake): TransformNode {
    const root = new TransformNode(id, this.scene)
    root.rotationQuaternion = Quaternion.Identity()
    const dressed = new Map(
      Object.entries(materials).map(([name, { colour, roughness, glow }]) => {
        const material = new PBRMaterial(`${id} ${name}`, this.scene)
        material.albedoColor = new Color3(...colour)
        material.emissiveColor = material.albedoColor.scale(glow)
        material.roughness = roughness
        material.metallic = 0
        return [name, material]
      }),
    )
    for (const [index, shape] of shapes.entries()) {
      const mesh = createShape(this.scene, shape, index)
      mesh.parent = root
      mesh.material = dressed.get(shape.material)!
      mesh.layerMask = LAYERS.edge
      mesh.receiveShadows = true
      this.shadow.addCaster(mesh)
    }
    return root
  }
}
