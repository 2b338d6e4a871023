import { createDice, valueNoise } from '../kit/noise.ts'
import { cos, sin } from '../kit/ops.ts'
import { type Lettering, letter } from './lettering.ts'
import type { Picture } from './picture.ts'
import { num, type Point, polygon, polyline, smoothLoop } from './svg.ts'

const SEED = 5
/** Heights from the shore to the top: how much of the island's outline is left, and its colour. */
const LEVELS = [
  { share: 1, colour: '#e9dcae' },
  { share: 0.9, colour: '#cbd3a0' },
  { share: 0.74, colour: '#b3c48b' },
  { share: 0.56, colour: '#98b079' },
  { share: 0.38, colour: '#c2a878' },
  { share: 0.2, colour: '#ab8a63' },
] as const
const INK = '#4b4636'

const label = (words: string, lettering: Lettering, colour: string = INK): string =>
  `<path d="${letter(words, lettering)}" fill="${colour}"/>`

/** A walker's map, taller than a screen is: it is shown with bars beside it. */
export const island: Picture = {
  name: 'island',
  title: 'Map of the island',
  alt: 'A map of a green island with a dashed path from the harbour over the hill to the lighthouse.',
  width: 960,
  height: 720,
  draw({ width, height }) {
    const middle: Point = [width * 0.5, height * 0.52]
    return `<rect width="${width}" height="${height}" fill="#bcd5d4"/>
${shallows(middle)}
${LEVELS.map(({ share, colour }) => `<path d="${outline(middle, share)}" fill="${colour}" stroke="#6f6a4e" stroke-opacity="${share === 1 ? 0.9 : 0.35}" stroke-width="${share === 1 ? 3 : 1.5}"/>`).join('')}
${woods(middle)}${route()}
${label('Bell Hill', { x: 516, y: 338, size: 32, weight: 600, anchor: 'middle' })}
${label('Harbour', { x: 200, y: 600, size: 32, weight: 600, anchor: 'middle' })}
${label('Lighthouse', { x: 790, y: 168, size: 32, weight: 600, anchor: 'middle' })}
${label('Quiet Bay', { x: 690, y: 632, size: 30, weight: 400, anchor: 'middle', spacing: 0.06 }, '#4f7c82')}
${compass(104, 126)}${scaleBar(70, 664)}
<rect x="14" y="14" width="${width - 28}" height="${height - 28}" fill="none" stroke="${INK}" stroke-width="3"/>
<rect x="23" y="23" width="${width - 46}" height="${height - 46}" fill="none" stroke="${INK}" stroke-width="1.2"/>`
  },
}

/** The coast, and lines of equal height: the same noise all around, smoother towards the top. */
function outline([x, y]: Point, share: number): string {
  const noise = valueNoise(SEED, 'coast', 16)
  const fine = valueNoise(SEED, 'coves', 48)
  const count = 72
  return smoothLoop(
    Array.from({ length: count }, (_, i): Point => {
      const turn = i / count
      const angle = turn * 2 * Math.PI
      const reach = (0.72 + 0.42 * noise(turn * 16) + 0.13 * share * fine(turn * 48)) * share
      const shift = (1 - share) * 30
      return [x + shift + cos(angle) * 345 * reach, y - shift + sin(angle) * 245 * reach]
    }),
  )
}

const shallows = (middle: Point): string =>
  [1.2, 1.13, 1.06]
    .map((share, i) => `<path d="${outline(middle, share)}" fill="#cfe3de" opacity="${[0.45, 0.6, 0.8][i]}"/>`)
    .join('')

function woods([x, y]: Point): string {
  const dice = createDice(SEED, 'woods')
  return Array.from({ length: 46 }, (_, i) => {
    const [u, v] = [dice() + dice() - 1, dice() + dice() - 1]
    const side = i % 2 === 0 ? [-128, 68] : [120, 92]
    const [cx, cy] = [x + side[0]! + u * 82, y + side[1]! + v * 44]
    return `<circle cx="${num(cx)}" cy="${num(cy)}" r="7.5" fill="#5f8257"/><circle cx="${num(cx - 1.8)}" cy="${num(cy - 2)}" r="4.2" fill="#7a9c69"/>`
  }).join('')
}

const ROUTE: readonly Point[] = [
  [226, 536],
  [252, 502],
  [286, 470],
  [338, 458],
  [378, 420],
  [430, 404],
  [470, 372],
  [508, 366],
  [562, 352],
  [600, 318],
  [622, 276],
  [668, 254],
  [702, 232],
]

function route(): string {
  const [start, end] = [ROUTE[0]!, ROUTE.at(-1)!]
  return `<path d="${polyline(ROUTE)}" fill="none" stroke="#b34a2c" stroke-width="6" stroke-dasharray="3 13" stroke-linecap="round" stroke-linejoin="round"/>
<circle cx="${start[0]}" cy="${start[1]}" r="12" fill="#b34a2c" stroke="#fff6e2" stroke-width="4"/>
<path d="${polygon([
    [end[0] - 9, end[1] + 12],
    [end[0] - 5, end[1] - 22],
    [end[0] + 5, end[1] - 22],
    [end[0] + 9, end[1] + 12],
  ])}" fill="#fff6e2" stroke="${INK}" stroke-width="3"/><rect x="${end[0] - 6}" y="${end[1] - 32}" width="12" height="10" fill="#b34a2c" stroke="${INK}" stroke-width="2.5"/>`
}

function compass(x: number, y: number): string {
  const half = (tip: number, side: number): string =>
    polygon([
      [x, y + tip],
      [x + side, y],
      [x, y],
    ])
  return `<circle cx="${x}" cy="${y}" r="44" fill="none" stroke="${INK}" stroke-width="2"/>
<path d="${half(-40, -11)}${half(40, 11)}" fill="${INK}"/><path d="${half(-40, 11)}${half(40, -11)}" fill="#fff6e2" stroke="${INK}" stroke-width="1.4"/>
${label('N', { x, y: y - 52, size: 28, weight: 600, anchor: 'middle' })}`
}

function scaleBar(x: number, y: number): string {
  const step = 46
  const boxes = [0, 1, 2, 3]
    .map(
      (i) =>
        `<rect x="${x + i * step}" y="${y - 9}" width="${step}" height="9" fill="${i % 2 === 0 ? INK : '#fff6e2'}" stroke="${INK}" stroke-width="1.5"/>`,
    )
    .join('')
  return boxes + label('2 km', { x: x + 4 * step + 16, y: y + 1, size: 26, weight: 500 })
}
