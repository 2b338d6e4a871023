import { between, createDice, valueNoise } from '../kit/noise.ts'
import { cos, exp, sin } from '../kit/ops.ts'
import type { Picture } from './picture.ts'
import { blur, linearGradient, num, type Point, polygon, radialGradient } from './svg.ts'

const SEED = 11
/** Where the lake begins, as a share of the height. */
const SHORE = 0.7
/** Ranges of hills from far to near: how high they stand above the shore, how rough, and their colour, top and foot. */
const RANGES = [
  { height: 0.2, rough: 0.1, waves: 3, top: '#a06a7e', foot: '#d99a80' },
  { height: 0.14, rough: 0.09, waves: 5, top: '#7a5273', foot: '#b5767a' },
  { height: 0.08, rough: 0.07, waves: 7, top: '#523f62', foot: '#7d5570' },
] as const

/** A lake among hills, after the sun has gone. */
export const dusk: Picture = {
  name: 'dusk',
  title: 'A lake at dusk',
  alt: 'A still lake among rose-coloured hills just after sunset, with dark pines on the near shore.',
  width: 1280,
  height: 720,
  draw({ width, height }) {
    const shore = height * SHORE
    const land = RANGES.map((range, i) => `<path d="${ridge(range, i, width, height)}" fill="url(#range${i})"/>`).join(
      '',
    )
    const sky = `<rect width="${width}" height="${num(shore)}" fill="url(#sky)"/>${sunGlow(width, shore)}${clouds(width, height)}`
    return `<defs>${gradients()}${blur('soft', 9)}${blur('ripple', 2.2)}</defs>
${sky}${land}
<g transform="translate(0 ${num(2 * shore)}) scale(1 -1)" filter="url(#ripple)">${sky}${land}</g>
<rect y="${num(shore)}" width="${width}" height="${num(height - shore)}" fill="url(#water)"/>
${glints(width, height)}
<rect y="${num(shore - 7)}" width="${width}" height="16" fill="#f4c9a4" opacity="0.3" filter="url(#soft)"/>
${pines(width, height)}`
  },
}

function gradients(): string {
  const ranges = RANGES.map(({ top, foot }, i) =>
    linearGradient(`range${i}`, [
      [0, top],
      [1, foot],
    ]),
  ).join('')
  return `${ranges}${linearGradient('sky', [
    [0, '#263158'],
    [0.3, '#56507f'],
    [0.56, '#a4688a'],
    [0.78, '#e2916f'],
    [1, '#f9c98a'],
  ])}${linearGradient('water', [
    [0, '#4a3a5e', 0.12],
    [0.35, '#3a3358', 0.42],
    [1, '#171a33', 0.9],
  ])}${radialGradient('sun', [
    [0, '#fff0c4', 0.95],
    [0.16, '#ffd892', 0.7],
    [0.5, '#ffb877', 0.25],
    [1, '#ffb877', 0],
  ])}`
}

const sunGlow = (width: number, shore: number): string =>
  `<ellipse cx="${num(width * 0.63)}" cy="${num(shore - 40)}" rx="420" ry="230" fill="url(#sun)"/>`

function ridge(range: (typeof RANGES)[number], index: number, width: number, height: number): string {
  const noise = valueNoise(SEED, `ridge ${index}`, 256)
  const base = height * SHORE
  const points: Point[] = []
  for (let x = 0; x <= width; x += 4) {
    const u = (x / width) * range.waves + index * 17
    const rough = noise(u) + 0.5 * noise(u * 2.3) + 0.22 * noise(u * 5.1) + 0.08 * noise(u * 13)
    points.push([x, base - height * (range.height * 0.35 + range.rough * rough)])
  }
  return polygon([...points, [width, base], [0, base]])
}

/** Long thin bands, lit from below where they near the sun. */
function clouds(width: number, height: number): string {
  const dice = createDice(SEED, 'clouds')
  const bands = Array.from({ length: 16 }, () => {
    const y = between(dice, 0.07, 0.46)
    const x = between(dice, -0.1, 1.1) * width
    const lit = exp(-(((x / width - 0.63) / 0.4) ** 2)) * (y / 0.46)
    const colour = lit > 0.42 ? '#ffc79a' : '#8a6490'
    const opacity = num(between(dice, 0.2, 0.45) + 0.25 * lit)
    return `<ellipse cx="${num(x)}" cy="${num(y * height)}" rx="${num(between(dice, 90, 320))}" ry="${num(between(dice, 3, 10))}" fill="${colour}" opacity="${opacity}"/>`
  }).join('')
  return `<g filter="url(#soft)">${bands}</g>`
}

/** The sun's road on the water. */
function glints(width: number, height: number): string {
  const dice = createDice(SEED, 'glints')
  return Array.from({ length: 90 }, () => {
    const depth = dice() ** 1.4
    const y = height * (SHORE + 0.006 + depth * 0.26)
    const x = width * 0.63 + between(dice, -1, 1) * (26 + depth * 120)
    const length = between(dice, 8, 24) + depth * 40
    const opacity = num((1 - depth) * between(dice, 0.3, 0.9))
    return `<rect x="${num(x - length / 2)}" y="${num(y)}" width="${num(length)}" height="${num(1.4 + depth * 1.6)}" rx="1" fill="#ffdca4" opacity="${opacity}"/>`
  }).join('')
}

function pines(width: number, height: number): string {
  const dice = createDice(SEED, 'pines')
  const trees: string[] = []
  for (let i = 0; i < 34; i++) {
    const left = i % 2 === 0
    const in01 = dice() ** 1.5
    const x = left ? in01 * width * 0.34 - 20 : width - in01 * width * 0.2 + 20
    trees.push(pine(x, height + 30, (1 - in01 * 0.72) * between(dice, 250, 400), i))
  }
  return `<g fill="#14152a">${trees.join('')}<path d="${shoreline(width, height)}"/></g>`
}

/** Branches step out on both sides, longer towards the foot. */
function pine(x: number, foot: number, tall: number, index: number): string {
  const dice = createDice(SEED, `pine ${index}`)
  const tiers = 13
  const side = (sign: number): Point[] =>
    Array.from({ length: tiers }, (_, i) => {
      const down = (i + 1) / tiers
      const reach = tall * 0.16 * down * between(dice, 0.75, 1.1)
      const y = foot - tall * (1 - down)
      return [
        [x + sign * reach, y],
        [x + sign * reach * 0.42, y - tall * 0.012],
      ] as Point[]
    }).flat()
  return `<path d="${polygon([[x, foot - tall], ...side(1), ...side(-1).reverse()])}"/>`
}

function shoreline(width: number, height: number): string {
  const points: Point[] = []
  for (let x = 0; x <= width; x += 8) {
    const u = x / width
    const bank = 0.1 * exp(-((u / 0.22) ** 2)) + 0.075 * exp(-(((1 - u) / 0.16) ** 2)) + 0.012
    points.push([x, height * (1 - bank) + 4 * sin(u * 60) + 3 * cos(u * 131)])
  }
  return polygon([...points, [width, height], [0, height]])
}
