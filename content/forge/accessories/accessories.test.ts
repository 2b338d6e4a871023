import { describe, expect, it } from 'vitest'
import { headField } from '../head/field.ts'
import type { HeadPart } from '../head/parts.ts'
import { MILLA } from '../head/recipe.ts'
import { headRecipeOf } from '../head-recipe.ts'
import { inspectMesh } from '../kit/inspect-mesh.ts'
import { randomRecipe } from '../random-recipe.ts'
import { type AvatarRecipe, accessoriesSchema } from '../recipe.ts'
import { accessories } from './accessories.ts'

const WEARERS = [MILLA, ...[0, 5, 9].map((person) => headRecipeOf(randomRecipe(3, person)))].map((recipe) => ({
  recipe,
  field: headField(recipe),
}))
const COLOUR = '#884422'

/** Each thing that may be worn, alone, on each head. */
const WORN = Object.entries(accessoriesSchema.shape).flatMap(([kind, schema]) =>
  schema.unwrap().shape.style.options.flatMap((style) =>
    WEARERS.map(({ recipe, field }, head) => {
      const chosen = { [kind]: { style, colour: COLOUR } } as AvatarRecipe['accessories']
      return {
        what: `${kind} ${style} on head ${head}`,
        kind,
        field,
        ...accessories({ recipe: { ...recipe, accessories: chosen }, field }),
      }
    }),
  ),
)

/** Which parts may be open: a pane of glass has an edge, a hat an inside. */
const PANES = ['lenses', 'visor', 'hat']

/** Least and greatest distance of a part's vertices from the skin, cm; negative is inside. */
function clearance({ mesh }: HeadPart, field: (x: number, y: number, z: number) => number) {
  const distances = mesh.positions.map((p) => field(...p))
  return { least: Math.min(...distances), most: Math.max(...distances) }
}

describe('what is worn on head and neck', () => {
  it('is closed, faces outward and is painted, on every head', () => {
    for (const { what, parts } of WORN) {
      for (const { name, mesh } of parts) {
        const report = inspectMesh(mesh)
        expect({ what, ...report }).toMatchObject({ what, nonManifoldEdges: 0, flippedEdges: 0, brokenVertices: 0 })
        if (!PANES.includes(name)) expect({ what, open: report.boundaryEdges }).toEqual({ what, open: 0 })
        expect(mesh.colors).toHaveLength(mesh.positions.length)
        if (!PANES.includes(name)) expect({ what, volume: volumeOf(mesh) > 0 }).toEqual({ what, volume: true })
      }
    }
  })

  it('touches the skin and does not sink in', () => {
    for (const { what, parts, field } of WORN.filter(({ kind }) => kind !== 'hat')) {
      for (const part of parts.filter(({ name }) => !PANES.includes(name))) {
        const { least } = clearance(part, field.bare)
        expect({ what, least: least > -0.15 }).toEqual({ what, least: true })
      }
    }
  })

  it('leaves lashes and a smile’s cheeks room behind the glasses', () => {
    for (const { what, parts, field } of WORN.filter(({ kind }) => kind === 'glasses')) {
      const { least } = clearance(parts.find(({ name }) => name === 'lenses')!, field.skin)
      expect({ what, least: least > 0.25 }).toEqual({ what, least: true })
    }
  })

  it('swings where it hangs, from joints that it is weighted to', () => {
    for (const { what, parts, joints, springs } of WORN.filter(({ kind }) => kind === 'earrings')) {
      const carried = new Set(
        parts.flatMap(({ influences = [] }) => influences.flatMap((shares) => [...shares.keys()])),
      )
      const hung = joints.map(({ name }) => name).filter((name) => carried.has(name))
      expect({ what, hung: springs.map(({ joints: [root] }) => root) }).toEqual({ what, hung })
    }
  })

  it('costs few triangles', () => {
    for (const { what, parts } of WORN) {
      const triangles = parts.reduce((sum, { mesh }) => sum + mesh.triangles.length, 0)
      expect({ what, few: triangles < 4600 }).toEqual({ what, few: true })
    }
  })
})

/** Six times the volume that a closed mesh encloses; negative where it is inside out. */
const volumeOf = ({ positions, triangles }: HeadPart['mesh']): number =>
  triangles.reduce((sum, [a, b, c]) => {
    const [[ax, ay, az], [bx, by, bz], [cx, cy, cz]] = [positions[a]!, positions[b]!, positions[c]!]
    return sum + ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)
  }, 0)
