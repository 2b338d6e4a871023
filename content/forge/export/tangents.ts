import { computeNormals, type Mesh } from '../kit/mesh.ts'
import { addScaled, cross, dot, normalize, reject, scale, subtract, type Vec3, type Vec4 } from '../kit/vec3.ts'

/**
 * Tangents along +u with the sign of the bitangent, for normal maps and anisotropy.
 *
 * @source E. Lengyel, "Computing Tangent Space Basis Vectors for an Arbitrary Mesh" (2001).
 */
export function computeTangents(mesh: Mesh): Vec4[] {
  const { positions, triangles } = mesh
  const uvs = mesh.uvs!
  const normals = mesh.normals ?? computeNormals(positions, triangles)
  const alongU: Vec3[] = positions.map(() => [0, 0, 0])
  const alongV: Vec3[] = positions.map(() => [0, 0, 0])
  for (const [a, b, c] of triangles) {
    const ab = subtract(positions[b]!, positions[a]!)
    const ac = subtract(positions[c]!, positions[a]!)
    const [u1, v1] = [uvs[b]![0] - uvs[a]![0], uvs[b]![1] - uvs[a]![1]]
    const [u2, v2] = [uvs[c]![0] - uvs[a]![0], uvs[c]![1] - uvs[a]![1]]
    // Not divided by the determinant: large triangles in uv then count for more, and flat ones do no harm.
    const sign = Math.sign(u1 * v2 - u2 * v1)
    const du = addScaled(scale(ab, v2 * sign), ac, -v1 * sign)
    const dv = addScaled(scale(ac, u1 * sign), ab, -u2 * sign)
    for (const v of [a, b, c]) {
      alongU[v] = addScaled(alongU[v]!, du, 1)
      alongV[v] = addScaled(alongV[v]!, dv, 1)
    }
  }
  return positions.map((_, v): Vec4 => {
    const n = normals[v]!
    const inPlane = reject(alongU[v]!, n)
    const tangent = dot(inPlane, inPlane) < 1e-20 ? anyTangent(n) : normalize(inPlane)
    return [...tangent, dot(cross(n, tangent), alongV[v]!) < 0 ? -1 : 1]
  })
}

const anyTangent = (n: Vec3): Vec3 => normalize(reject(Math.abs(n[0]) < 0.9 ? [1, 0, 0] : [0, 1, 0], n))
