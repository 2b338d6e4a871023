import { hexColour, vertexColour } from '../kit/colour.ts'
import type { Mesh } from '../kit/mesh.ts'

/** A mesh of one colour. */
export function painted(mesh: Mesh, colour: string, alpha = 1): Mesh {
  const paint = vertexColour(hexColour(colour), alpha)
  return { ...mesh, colors: mesh.positions.map(() => paint) }
}
