import type { HeadColours } from '../head/recipe.ts'
import { svgPng } from '../kit/image.ts'
import { between, createDice } from '../kit/noise.ts'
import { cos, sin } from '../kit/ops.ts'
import { TAU } from '../kit/scalar.ts'

const SIZE = 768
const CENTRE = SIZE / 2
/** Of the iris, pixels: 31.7° of the ball with the picture ending at 62°. */
const RADIUS = SIZE * 0.256
const FIBRES = 260

/** Eye white, iris with fibres and limbal ring, pupil, and two painted catchlights that keep a look alive in any light. */
export function irisPicture({ iris }: HeadColours, seed: number): Promise<Buffer> {
  const circle = (radius: number, fill: string) => `<circle cx="${CENTRE}" cy="${CENTRE}" r="${radius}" ${fill}/>`
  return svgPng(`<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}">
<defs>
  <radialGradient id="white" cx=".5" cy=".5" r=".5">${stops([
    [0, '#fbf7f3'],
    [0.55, '#f4eeea'],
    [0.8, '#e9d6d0'],
    [1, '#d8a9a0'],
  ])}</radialGradient>
  <radialGradient id="iris" gradientUnits="userSpaceOnUse" cx="${CENTRE}" cy="${CENTRE}" r="${RADIUS}">${stops([
    [0, iris.inner],
    [0.45, iris.inner],
    [0.72, iris.middle],
    [0.93, iris.outer],
    [1, iris.ring],
  ])}</radialGradient>
  <radialGradient id="limbus" gradientUnits="userSpaceOnUse" cx="${CENTRE}" cy="${CENTRE}" r="${RADIUS * 1.09}">${stops(
    [
      [0.88, iris.ring, 0.95],
      [1, iris.ring, 0],
    ],
  )}</radialGradient>
  <linearGradient id="depth" x1="0" y1="0" x2="0" y2="1">${stops([
    [0, '#000', 0.62],
    [0.5, '#000', 0.08],
    [0.72, '#fff', 0.05],
    [1, '#ffe9c8', 0.38],
  ])}</linearGradient>
</defs>
<rect width="${SIZE}" height="${SIZE}" fill="url(#white)"/>
${circle(RADIUS * 1.09, 'fill="url(#limbus)"')}${circle(RADIUS, 'fill="url(#iris)"')}
${fibres(seed)}
${circle(RADIUS, 'fill="url(#depth)"')}${circle(RADIUS * 0.42, 'fill="#120b0a"')}
${circle(RADIUS * 0.97, `fill="none" stroke="${iris.ring}" stroke-opacity=".55" stroke-width="${SIZE * 0.0137}"`)}
<ellipse cx="${CENTRE - RADIUS * 0.34}" cy="${CENTRE - RADIUS * 0.42}" rx="${RADIUS * 0.2}" ry="${RADIUS * 0.24}" fill="#fff" fill-opacity=".95"/>
<circle cx="${CENTRE + RADIUS * 0.38}" cy="${CENTRE + RADIUS * 0.4}" r="${RADIUS * 0.09}" fill="#fff" fill-opacity=".7"/>
</svg>`)
}

const stops = (list: readonly (readonly [number, string, number?])[]): string =>
  list
    .map(([at, colour, opacity = 1]) => `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`)
    .join('')

function fibres(seed: number): string {
  const dice = createDice(seed, 'iris')
  return Array.from({ length: FIBRES }, () => {
    const angle = between(dice, 0, TAU)
    const twist = between(dice, -0.02, 0.02)
    const from = RADIUS * between(dice, 0.36, 0.44)
    const to = RADIUS * between(dice, 0.6, 0.94)
    const at = (a: number, r: number) => [CENTRE + cos(a) * r, CENTRE + sin(a) * r].map((v) => v.toFixed(2))
    const [x1, y1] = at(angle, from)
    const [x2, y2] = at(angle + twist, to)
    const ink = dice() > 0.45 ? '#fff' : '#000'
    const opacity = between(dice, 0.05, 0.21).toFixed(3)
    const width = (between(dice, 1.5, 4.5) * (SIZE / 1024)).toFixed(2)
    return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${ink}" stroke-opacity="${opacity}" stroke-width="${width}"/>`
  }).join('')
}
