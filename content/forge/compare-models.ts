import type { Document, Primitive } from '@gltf-transform/core'

/** Where two models' geometry differs, one line for each difference; empty when they are the same within `tolerance`. */
export function compareModels(a: Document, b: Document, tolerance: number): string[] {
  const others = new Map(
    b
      .getRoot()
      .listMeshes()
      .map((mesh) => [mesh.getName(), mesh]),
  )
  return a
    .getRoot()
    .listMeshes()
    .flatMap((mesh) => {
      const name = mesh.getName()
      const other = others.get(name)
      if (other === undefined) return [`${name} is missing`]
      const [mine, theirs] = [mesh, other].map((m) => accessorsOf(m.listPrimitives()[0]!)) as [Arrays, Arrays]
      return [...mine].flatMap(([attribute, array]) => {
        const gap = widestGap(array, theirs.get(attribute))
        return gap <= tolerance ? [] : [`${name} ${attribute} differs by ${gap}`]
      })
    })
}

type Arrays = Map<string, ArrayLike<number>>

function accessorsOf(primitive: Primitive): Arrays {
  const arrays: Arrays = new Map([['indices', primitive.getIndices()!.getArray()!]])
  for (const semantic of primitive.listSemantics()) arrays.set(semantic, primitive.getAttribute(semantic)!.getArray()!)
  for (const target of primitive.listTargets()) {
    for (const semantic of target.listSemantics()) {
      arrays.set(`${target.getName()} ${semantic}`, target.getAttribute(semantic)!.getArray()!)
    }
  }
  return arrays
}

function widestGap(a: ArrayLike<number>, b: ArrayLike<number> | undefined): number {
  if (b === undefined || a.length !== b.length) return Number.POSITIVE_INFINITY
  let gap = 0
  for (let i = 0; i < a.length; i++) gap = Math.max(gap, Math.abs(a[i]! - b[i]!))
  return gap
}
