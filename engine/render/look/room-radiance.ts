import { type Colour, kelvinColour } from './kelvin.ts'
import type { RoomLight } from './look.ts'

/** Light that arrives from a direction (unit vector in the set's axes). Linear, in units of a white wall's glow. */
export type Radiance = (x: number, y: number, z: number) => Colour

/** The room as the actors' light sees it: a box, and the point it is seen from (a standing actor's face). Metres. */
const ROOM = { min: [-2.6, 0, -2.6], max: [2.6, 2.7, 3.4], eye: [0, 1.5, 0] } as const
const WINDOW_MIDDLE = [-2.6, 1.6, 1.3] as const
const LAMP = [1.75, 1.35, -1.9] as const

/** Width of the soft edges of windows and panels, metres; a sharp one would ring in the spherical harmonics. */
const EDGE = { window: 0.05, bounce: 0.35, front: 0.3, ceiling: 0.7, backWindow: 0.15 } as const

/**
 * The light of a furnished room as a function of direction: walls that are brighter near the window and the lamp, and
 * the sources themselves as panels with soft edges.
 *
 * No picture is needed, and a look can turn each source by a number.
 */
export function roomRadiance(light: RoomLight, whiteBalance: number): Radiance {
  const day = kelvinColour(light.dayKelvin, whiteBalance)
  const lamp = kelvinColour(light.lampKelvin, whiteBalance)
  const bounce = kelvinColour(light.bounceKelvin, whiteBalance)
  const ceiling = kelvinColour(5000, whiteBalance)
  return (dx, dy, dz) => {
    const { axis, point } = hitWall([dx, dy, dz])
    const [x, y, z] = point
    const albedo = axis !== 1 ? light.wallColour : dy > 0 ? light.ceilingColour : light.floorColour
    let colour = multiply(wallIrradiance(light, day, lamp, point), albedo)
    if (axis === 0 && dx < 0) {
      const pane = panel(z, 0.25, 2.5, y, 0.8, 2.45, EDGE.window)
      colour = mix(colour, scale(day, light.window * mullions(y, z)), pane)
    }
    if (axis === 0 && dx > 0)
      colour = mix(colour, scale(bounce, light.bounce), panel(z, 0.9, 2.6, y, 0.7, 2.3, EDGE.bounce))
    if (axis === 2 && dz > 0)
      colour = mix(colour, scale(day, light.front), panel(x, -1.7, 0.5, y, 1.5, 2.65, EDGE.front))
    if (axis === 1 && dy > 0)
      colour = mix(colour, scale(ceiling, light.ceiling), panel(x, -1.2, 1.2, z, -1, 1.6, EDGE.ceiling))
    if (axis === 2 && dz < 0)
      colour = mix(colour, scale(day, light.backWindow), panel(x, -2.3, -1, y, 0.9, 2.4, EDGE.backWindow))
    return mix(colour, scale(lamp, light.lamp), lampCone([dx, dy, dz]))
  }
}

/** Where a ray from the eye leaves the room, and through which pair of walls (0 sides, 1 floor and ceiling, 2 front and back). */
function hitWall(direction: Colour): { axis: number; point: Colour } {
  let nearest = Infinity
  let axis = 0
  for (let k = 0; k < 3; k++) {
    const d = direction[k]!
    if (Math.abs(d) < 1e-6) continue
    const t = ((d > 0 ? ROOM.max[k]! : ROOM.min[k]!) - ROOM.eye[k]!) / d
    if (t < nearest) [nearest, axis] = [t, k]
  }
  const at = (k: number) => ROOM.eye[k]! + direction[k]! * nearest
  return { axis, point: [at(0), at(1), at(2)] }
}

/** First bounce: the falloff of the window, of some extent, and of the lamp, nearly a point. Fitted by eye. */
function wallIrradiance(light: RoomLight, day: Colour, lamp: Colour, point: Colour): Colour {
  const fromWindow = (light.window * 0.01925) / (0.35 + distance(point, WINDOW_MIDDLE) * 0.22) ** 2
  const fromLamp = (light.lamp * 0.02) / (0.12 + distance(point, LAMP) ** 2)
  const at = (c: number) => light.ambient + day[c]! * fromWindow + lamp[c]! * fromLamp
  return [at(0), at(1), at(2)]
}

/** 1 in the glass, .25 on the bars of the window. */
function mullions(y: number, z: number): number {
  const upright = Math.exp(-(((z - 1.37) / 0.035) ** 2))
  const across = Math.exp(-(((y - 1.75) / 0.03) ** 2))
  return 1 - 0.75 * Math.max(upright, across)
}

/** The lamp's shade, as a cone of 7 to 10 degrees about its direction. */
function lampCone(direction: Colour): number {
  const to = [LAMP[0] - ROOM.eye[0], LAMP[1] - ROOM.eye[1], LAMP[2] - ROOM.eye[2]]
  const length = Math.hypot(to[0]!, to[1]!, to[2]!)
  const cosine = (direction[0] * to[0]! + direction[1] * to[1]! + direction[2] * to[2]!) / length
  return smoothstep(0.985, 0.993, cosine)
}

function panel(u: number, u0: number, u1: number, v: number, v0: number, v1: number, edge: number): number {
  const inside = (x: number, from: number, to: number) =>
    smoothstep(from - edge, from + edge, x) * (1 - smoothstep(to - edge, to + edge, x))
  return inside(u, u0, u1) * inside(v, v0, v1)
}

function smoothstep(from: number, to: number, x: number): number {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)))
  return t * t * (3 - 2 * t)
}

const distance = (a: Colour, b: Colour): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
const scale = (c: Colour, s: number): Colour => [c[0] * s, c[1] * s, c[2] * s]
const multiply = (a: Colour, b: Colour): Colour => [a[0] * b[0], a[1] * b[1], a[2] * b[2]]
const mix = (a: Colour, b: Colour, t: number): Colour =>
  t === 0 ? a : [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]
