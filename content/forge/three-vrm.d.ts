/** The part of three-vrm that the tests use; the types it brings name files without endings, which Node's rules refuse. */
declare module '@pixiv/three-vrm' {
  type Object3D = import('three').Object3D
  type Vector3 = import('three').Vector3

  type Expression = { readonly expressionName: string; readonly binds: readonly unknown[] }
  type RangeMap = { readonly inputMaxValue: number; readonly outputScale: number }
  type Constraint = { readonly destination: Object3D; readonly source: Object3D }

  export const VRMExpressionPresetName: Readonly<Record<string, string>>

  export class VRMLoaderPlugin {
    readonly name: string
    constructor(parser: import('three/addons/loaders/GLTFLoader.js').GLTFParser)
  }

  export type VRM = {
    readonly scene: Object3D
    readonly meta: object
    readonly humanoid: {
      getRawBoneNode(bone: string): Object3D | null
      getNormalizedBoneNode(bone: string): Object3D | null
    }
    readonly expressionManager: {
      readonly expressions: readonly Expression[]
      readonly presetExpressionMap: Readonly<Record<string, Expression>>
      readonly customExpressionMap: Readonly<Record<string, Expression>>
      setValue(name: string, weight: number): void
      resetValues(): void
    }
    readonly firstPerson: {
      readonly meshAnnotations: readonly { readonly meshes: readonly Object3D[]; readonly type: string }[]
    }
    readonly lookAt: {
      yaw: number
      pitch: number
      readonly applier: Readonly<Record<`rangeMap${string}`, RangeMap>>
      getLookAtWorldPosition(target: Vector3): Vector3
    }
    readonly nodeConstraintManager: {
      readonly constraints: ReadonlySet<Constraint>
      addConstraint(constraint: Constraint): void
      deleteConstraint(constraint: Constraint): void
    }
    readonly springBoneManager?: {
      readonly joints: ReadonlySet<{
        readonly bone: Object3D
        readonly colliderGroups: readonly { readonly name?: string }[]
      }>
      readonly colliders: readonly unknown[]
    }
    update(seconds: number): void
  }
}
