import { type Colour, hexColour, shade, vertexColour } from '../kit/colour.ts'
import { addQuad, addVertex, createMesh, type Mesh } from '../kit/mesh.ts'
import { cos, pow, sin } from '../kit/ops.ts'
import { frontDepth, marchInward, marchOutward } from '../kit/project.ts'
import { DEGREE, lerp } from '../kit/scalar.ts'
import { stitchFan, stitchRows } from '../kit/stitch.ts'
import type { Vec3, Vec4 } from '../kit/vec3.ts'
import { painted } from './paint.ts'
import { tube } from './tube.ts'
import type { Wearer } from './wearer.ts'

const COLUMNS = 64
const ROWS = 26
/** Room between head and shell: beside the ears, before the nose and behind, over the crown and under the chin; cm. */
const ROOM = { side: 2.5, front: 2.3, top: 1.9, chin: 2.1 }
/** 2 an egg, above it fuller. */
const FULLNESS = 2.35
/** What is open before the face: columns either side of the middle, and rows. */
const WINDOW = { columns: 11, from: 11, to: 23 }
const PANE = { colour: '#9fb2c0', cover: 0.16 }
const TRIM = '#1b1c1f'

type Shell = { readonly centre: Vec3; readonly half: Vec3; readonly bottom: number }

/** A closed helmet: shell, the trim round its window, and the visor. */
export function helmet(wearer: Wearer, colour: string): { shell: Mesh; visor: Mesh } {
  const shell = fitShell(wearer)
  return { shell: shellMesh(shell, hexColour(colour)), visor: visorMesh(shell) }
}

function fitShell({ recipe, field }: Wearer): Shell {
  const crown = marchInward(field.bare, [0, -3, 0], [0, 1, 0], 24)[1] + ROOM.top
  const chin = marchOutward(field.bare, [0, -6, 6.5], [0, -1, 0], 6)[1] - ROOM.chin
  const back = marchInward(field.bare, [0, 3, 0], [0, 0, -1], 24)[2] - ROOM.front
  const front = Math.max(...[-1, -2, -3, -4].map((y) => frontDepth(field.skin, 0, y, 16, 0))) + ROOM.front
  const middle = (crown + chin) / 2
  return {
    centre: [0, middle, (front + back) / 2],
    half: [recipe.ear.x + ROOM.side, crown - middle, (front - back) / 2],
    bottom: chin,
  }
}

/** Of column and row, both of which may lie between; 0, 0 is the crown, row 1 the rim. */
function onShell({ centre, half }: Shell, column: number, row: number, inset = 0): Vec3 {
  const azimuth = (column / COLUMNS) * 360 * DEGREE
  const polar = lerp(0, 152, row / ROWS) * DEGREE
  const [x, y, z] = [sin(azimuth) * sin(polar), cos(polar), cos(azimuth) * sin(polar)]
  const reach = pow(
    [x, y, z].reduce((sum, part) => sum + pow(Math.abs(part), FULLNESS), 0),
    -1 / FULLNESS,
  )
  return [
    centre[0] + (half[0] - inset) * reach * x,
    centre[1] + (half[1] - inset) * reach * y,
    centre[2] + (half[2] - inset) * reach * z,
  ]
}

function shellMesh(shell: Shell, paint: Colour): Mesh {
  const mesh = createMesh()
  const colors: Vec4[] = []
  const add = (at: Vec3, colour: Colour) => {
    colors.push(vertexColour(colour))
    return addVertex(mesh, at)
  }
  const row = (r: number, inset: number, tone: number) =>
    Array.from({ length: COLUMNS }, (_, c) => add(onShell(shell, c, r, inset), shade(paint, tone)))
  const rows = Array.from({ length: ROWS }, (_, r) => row(r + 1, 0, 1))
  stitchFan(mesh, rows[0]!, add(onShell(shell, 0, 0), paint))
  for (let r = 1; r < rows.length; r++) {
    for (let c = 0; c < COLUMNS; c++) {
      if (isWindow(c, r)) continue
      const d = (c + 1) % COLUMNS
      addQuad(mesh, rows[r]![c]!, rows[r]![d]!, rows[r - 1]![d]!, rows[r - 1]![c]!)
    }
  }
  const inner = row(ROWS - 0.5, 1.6, 0.12)
  stitchRows(mesh, rows.at(-1)!, inner, 'closed')
  const trim = painted(windowTrim(shell), TRIM)
  const base = mesh.positions.length
  mesh.positions.push(...trim.positions)
  mesh.triangles.push(...trim.triangles.map(([a, b, c]) => [a + base, b + base, c + base] as const))
  return { ...mesh, colors: [...colors, ...trim.colors!] }
}

/** Whether the cell between a column and the next, and a row and the one above, lies in the window. */
function isWindow(column: number, row: number): boolean {
  const across = column < COLUMNS / 2 ? column : column - COLUMNS
  return across >= -WINDOW.columns && across < WINDOW.columns && row >= WINDOW.from && row < WINDOW.to
}

/** Hides the window's cut edge. */
function windowTrim(shell: Shell): Mesh {
  const { columns, from, to } = WINDOW
  const corners: readonly (readonly [column: number, row: number])[] = [
    ...range(-columns, columns).map((c) => [c, from] as const),
    ...range(from, to).map((r) => [columns, r] as const),
    ...range(columns, -columns).map((c) => [c, to] as const),
    ...range(to, from).map((r) => [-columns, r] as const),
  ]
  const path = corners.map(([c, r]) => onShell(shell, c, r))
  return tube({
    path,
    isRing: true,
    out: (step) => path[step]!.map((value, axis) => value - shell.centre[axis]!) as unknown as Vec3,
    half: () => [0.42, 0.26],
    sides: 8,
    roundness: 0.7,
  })
}

/** Whole numbers from one to just before another, up or down. */
const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.abs(to - from) }, (_, i) => from + Math.sign(to - from) * i)

function visorMesh(shell: Shell): Mesh {
  const mesh = createMesh()
  const { columns, from, to } = WINDOW
  const rows = [...range(from, to), to].map((r) =>
    [...range(-columns, columns), columns].map((c) => addVertex(mesh, onShell(shell, c, r, 0.12))),
  )
  for (let r = 1; r < rows.length; r++) stitchRows(mesh, rows[r - 1]!, rows[r]!, 'open')
  return painted(mesh, PANE.colour, PANE.cover)
}
