import type { CameraPlace, Point } from './frame.ts'

/** An actor as far as its shadow goes: where it stands and how tall it is. Metres. */
export type Caster = { readonly x: number; readonly y: number; readonly z: number; readonly height: number }

/** What the shadow map covers: a square seen along the light, and the depths between which things cast. */
export type ShadowBox = {
  /** Point the light looks through, snapped to the map's texels. */
  readonly centre: Point
  /** Half the side of the square, metres. */
  readonly halfSize: number
  /** Nearest and farthest caster along the light, from the centre. Metres. */
  readonly near: number
  readonly far: number
  /** Texels along a side. */
  readonly mapSize: number
}

/** Sides of the square come in these steps, so that an actor who shifts her weight does not change the map. Metres. */
const SIDE_STEP = 0.2
/** Texels along a side, at most. */
const MAX_SIZE = 1024
/** How far a body reaches from where it stands, arms out to gesture. Metres. */
const REACH = 0.5
/** Share of the picture's size around it in which shadows are still drawn. */
const MARGIN = 1.1
/** Points that stand for a body, along its width, height and depth. */
const SAMPLES = { across: 5, up: 9 } as const

/**
 * Fits the shadow map to what a shot shows of its actors.
 *
 * It depends on where actors stand and where the shot was set up, never on their pose: a box that breathed with the
 * pose would make the shadows' edges crawl.
 *
 * @param light  Unit vector, the way the light travels.
 * @param texel  Side of a texel, metres; larger only where the map would grow past its limit.
 */
export function fitShadowBox(
  light: Point,
  camera: CameraPlace,
  { aspect, texel: finest }: { aspect: number; texel: number },
  casters: readonly Caster[],
): ShadowBox {
  const axes = lightAxes(light)
  const isSeen = frustumTest(camera, aspect)
  const all = casters.flatMap(bodyPoints)
  const seen = all.filter(isSeen)
  const points = seen.length > 0 ? seen : all.length > 0 ? all : [camera.target]
  const [left, right] = range(points, axes.right)
  const [bottom, top] = range(points, axes.up)
  const [near, far] = range(all.length > 0 ? all : points, light)
  const side = Math.ceil(Math.max(right - left, top - bottom, SIDE_STEP) / SIDE_STEP) * SIDE_STEP
  const mapSize = Math.min(MAX_SIZE, Math.round(side / finest))
  const texel = side / mapSize
  const u = Math.round((left + right) / 2 / texel) * texel
  const v = Math.round((bottom + top) / 2 / texel) * texel
  const depth = (near + far) / 2
  const centre = axes.right.map((r, i) => r * u + axes.up[i]! * v + light[i]! * depth) as unknown as Point
  return { centre, halfSize: side / 2, near: near - depth, far: far - depth, mapSize }
}

/** Axes of the light's picture, as Babylon's look-at makes them with +Y up. */
function lightAxes(light: Point): { right: Point; up: Point } {
  const right = normalize(cross([0, 1, 0], light))
  return { right, up: cross(light, right) }
}

function frustumTest({ position, target, fovDegrees }: CameraPlace, aspect: number): (point: Point) => boolean {
  const forward = normalize(subtract(target, position))
  const right = normalize(cross(forward, [0, 1, 0]))
  const up = cross(right, forward)
  const slope = Math.tan((fovDegrees * Math.PI) / 360) * MARGIN
  return (point) => {
    const toPoint = subtract(point, position)
    const depth = dot(toPoint, forward)
    if (depth <= 0) return false
    return Math.abs(dot(toPoint, up)) <= slope * depth && Math.abs(dot(toPoint, right)) <= slope * aspect * depth
  }
}

function bodyPoints({ x, y, z, height }: Caster): Point[] {
  const points: Point[] = []
  const spread = (i: number) => ((i / (SAMPLES.across - 1)) * 2 - 1) * REACH
  for (let i = 0; i < SAMPLES.across; i++) {
    for (let j = 0; j < SAMPLES.up; j++) {
      for (let k = 0; k < SAMPLES.across; k++) {
        points.push([x + spread(i), y + (j / (SAMPLES.up - 1)) * (height + 0.05), z + spread(k)])
      }
    }
  }
  return points
}

function range(points: readonly Point[], axis: Point): [min: number, max: number] {
  let [min, max] = [Infinity, -Infinity]
  for (const point of points) {
    const along = dot(point, axis)
    min = Math.min(min, along)
    max = Math.max(max, along)
  }
  return [min, max]
}

const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const subtract = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
const cross = (a: Point, b: Point): Point => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

function normalize(v: Point): Point {
  const scale = 1 / Math.hypot(v[0], v[1], v[2])
  return [v[0] * scale, v[1] * scale, v[2] * scale]
}
