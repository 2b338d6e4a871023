import { between, createDice, valueNoise } from '../kit/noise.ts'
import { exp, sin } from '../kit/ops.ts'
import type { Picture } from './picture.ts'
import { blur, linearGradient, num, type Point, polygon, radialGradient } from './svg.ts'

const SEED = 23
const STARS = 2600
const CLOUDS = 150

/** The Milky Way over a hut with its light on. */
export const stars: Picture = {
  name: 'stars',
  title: 'Stars over the hut',
  alt: 'The Milky Way rising over dark hills, with one lit window in a small hut.',
  width: 1280,
  height: 720,
  draw({ width, height }) {
    return `<defs>${blur('haze', 26)}${blur('halo', 4)}${linearGradient('night', [
      [0, '#070b1c'],
      [0.5, '#101a3a'],
      [0.8, '#21335a'],
      [1, '#3f5476'],
    ])}${radialGradient('lamp', [
      [0, '#ffcf87', 0.8],
      [0.3, '#ffb45e', 0.28],
      [1, '#ffb45e', 0],
    ])}</defs>
<rect width="${width}" height="${height}" fill="url(#night)"/>
${milkyWay(width, height)}
${field(width, height)}
<path d="${hill(width, height, 0.74, 0.1, 'far')}" fill="#121c33"/>
<path d="${hill(width, height, 0.84, 0.09, 'near')}" fill="#090f1f"/>
${hut(width * 0.3, height * 0.86)}`
  },
}

/** Where its middle runs, as x for a y, both in shares of the picture. */
const bandAt = (v: number): number => 0.78 - 0.42 * v + 0.04 * sin(v * 5)

function milkyWay(width: number, height: number): string {
  const dice = createDice(SEED, 'milky way')
  const clouds = Array.from({ length: CLOUDS }, (_, i) => {
    const v = between(dice, -0.1, 0.95)
    const off = (dice() + dice() + dice() - 1.5) * 0.15
    const dark = i % 4 === 0 && Math.abs(off) < 0.06
    const colour = dark ? '#0b1024' : ['#8ea2d8', '#c7b6d6', '#e6cdb8'][i % 3]!
    const opacity = num(dark ? 0.4 : between(dice, 0.12, 0.28) * (1 - Math.abs(off) * 4) + 0.03)
    const [rx, ry] = [between(dice, 24, 84), between(dice, 18, 50)]
    return `<ellipse cx="${num((bandAt(v) + off) * width)}" cy="${num(v * height)}" rx="${num(rx)}" ry="${num(ry)}" fill="${colour}" opacity="${opacity}"/>`
  })
  return `<g filter="url(#haze)">${clouds.join('')}</g>`
}

/** Stars crowd along the band; few are bright, and those have a halo and a colour. */
function field(width: number, height: number): string {
  const dice = createDice(SEED, 'stars')
  let tags = ''
  let halos = ''
  for (let i = 0; i < STARS; i++) {
    const v = dice() * 0.9
    const u = dice() < 0.55 ? bandAt(v) + (dice() + dice() + dice() - 1.5) * 0.2 : dice()
    const bright = dice() ** 11
    const size = 0.6 + 2.2 * bright
    const colour = ['#ffffff', '#dfe8ff', '#ffe6cc'][i % 3]!
    const at = `cx="${num(u * width)}" cy="${num(v * height)}"`
    if (bright > 0.5) halos += `<circle ${at} r="${num(size * 3)}" fill="${colour}" opacity="0.3"/>`
    tags += `<circle ${at} r="${num(size)}" fill="${colour}" opacity="${num(0.35 + 0.65 * Math.min(1, bright * 3))}"/>`
  }
  return `<g filter="url(#halo)">${halos}</g>${tags}`
}

function hill(width: number, height: number, level: number, rise: number, name: string): string {
  const noise = valueNoise(SEED, `hill ${name}`, 64)
  const points: Point[] = []
  for (let x = 0; x <= width; x += 6) {
    const u = (x / width) * 3.2
    points.push([x, height * (level - rise * (noise(u) + 0.35 * noise(u * 2.7 + 9) + 0.07 * noise(u * 11)))])
  }
  return polygon([...points, [width, height], [0, height]])
}

function hut(x: number, y: number): string {
  const walls: Point[] = [
    [x - 34, y],
    [x - 34, y - 30],
    [x + 34, y - 30],
    [x + 34, y],
  ]
  const roof: Point[] = [
    [x - 46, y - 28],
    [x - 4, y - 62],
    [x + 46, y - 28],
  ]
  const smoke = Array.from({ length: 7 }, (_, i) => {
    const up = i / 6
    return `<ellipse cx="${num(x + 21 + 14 * up * up + 5 * sin(up * 7))}" cy="${num(y - 70 - up * 76)}" rx="${num(4 + 9 * up)}" ry="${num(6 + 6 * up)}" fill="#9fb0cf" opacity="${num(0.2 * exp(-1.6 * up) + 0.02)}"/>`
  }).join('')
  return `<g filter="url(#halo)">${smoke}</g><circle cx="${num(x)}" cy="${num(y - 10)}" r="120" fill="url(#lamp)"/>
<rect x="${num(x + 16)}" y="${num(y - 66)}" width="9" height="24" fill="#05080f"/>
<path d="${polygon(walls)}" fill="#05080f"/><path d="${polygon(roof)}" fill="#080d1a"/>
<rect x="${num(x - 17)}" y="${num(y - 24)}" width="14" height="14" fill="#ffd796"/><rect x="${num(x + 5)}" y="${num(y - 24)}" width="14" height="14" fill="#ffd796"/>
<path d="M${num(x - 10)} ${num(y - 24)}v14M${num(x + 12)} ${num(y - 24)}v14M${num(x - 17)} ${num(y - 17)}h14M${num(x + 5)} ${num(y - 17)}h14" stroke="#5d3b16" stroke-width="1.4"/>`
}
