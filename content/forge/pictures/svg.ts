export type Point = readonly [x: number, y: number]

/** Written to a tenth of a pixel: finer is not seen, and the same everywhere. */
export const num = (value: number): string => String(Math.round(value * 10) / 10)

const point = ([x, y]: Point): string => `${num(x)} ${num(y)}`

/** A path through points, straight from one to the next. */
export const polyline = (points: readonly Point[]): string => `M${points.map(point).join('L')}`

export const polygon = (points: readonly Point[]): string => `${polyline(points)}Z`

/** A closed path that passes smoothly through points. Source: Catmull–Rom as cubic Béziers. */
export function smoothLoop(points: readonly Point[]): string {
  const at = (i: number): Point => points[(i + points.length) % points.length]!
  const bend = (a: Point, b: Point, from: Point, sign: number): Point => [
    from[0] + (sign * (b[0] - a[0])) / 6,
    from[1] + (sign * (b[1] - a[1])) / 6,
  ]
  const curves = points.map((here, i) => {
    const next = at(i + 1)
    return `C${point(bend(at(i - 1), next, here, 1))} ${point(bend(here, at(i + 2), next, -1))} ${point(next)}`
  })
  return `M${point(at(0))}${curves.join('')}Z`
}

/** A gradient from top to bottom, or along another line in shares of what it fills. */
export function linearGradient(
  id: string,
  stops: readonly (readonly [offset: number, colour: string, opacity?: number])[],
  [x1, y1, x2, y2]: readonly [number, number, number, number] = [0, 0, 0, 1],
): string {
  return `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopTags(stops)}</linearGradient>`
}

export const radialGradient = (
  id: string,
  stops: readonly (readonly [offset: number, colour: string, opacity?: number])[],
): string => `<radialGradient id="${id}">${stopTags(stops)}</radialGradient>`

const stopTags = (stops: readonly (readonly [number, string, number?])[]): string =>
  stops
    .map(
      ([offset, colour, opacity = 1]) => `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
    )
    .join('')

export const blur = (id: string, deviation: number): string =>
  `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${deviation}"/></filter>`
