import { type Lettering, letter } from './lettering.ts'
import type { Picture } from './picture.ts'
import { linearGradient, num, polyline } from './svg.ts'

/** Minutes a day. Made up. */
const MINUTES = [
  ['Mon', 24],
  ['Tue', 31],
  ['Wed', 18],
  ['Thu', 42],
  ['Fri', 38],
  ['Sat', 65],
  ['Sun', 57],
] as const
const GOAL = 40
/** Top of the scale, and its step. */
const SCALE = { top: 75, step: 15 } as const

const PAPER = '#f5efe3'
const INK = '#33413d'
const QUIET = '#7d857c'
const PLOT = { left: 150, right: 1180, top: 250, bottom: 590 } as const

const text = (words: string, colour: string, lettering: Lettering): string =>
  `<path d="${letter(words, lettering)}" fill="${colour}"/>`

const heightOf = (minutes: number): number => PLOT.bottom - ((PLOT.bottom - PLOT.top) * minutes) / SCALE.top

/** A chart that can be read across a room. */
export const walks: Picture = {
  name: 'walks',
  title: 'A week of walks',
  alt: 'A bar chart of minutes walked on each day of a week: most on Saturday, 65, and least on Wednesday, 18.',
  width: 1280,
  height: 720,
  draw({ width, height }) {
    return `<defs>${linearGradient('bar', [
      [0, '#4d8076'],
      [1, '#2f5a55'],
    ])}${linearGradient('best', [
      [0, '#e08a4f'],
      [1, '#bd5f30'],
    ])}</defs>
<rect width="${width}" height="${height}" fill="${PAPER}"/>
${text('A week of walks', INK, { x: 80, y: 130, size: 72, weight: 600 })}
${text('Minutes a day', QUIET, { x: 82, y: 186, size: 34 })}
${grid()}${goal()}${bars()}`
  },
}

function grid(): string {
  let tags = ''
  for (let minutes = 0; minutes <= SCALE.top; minutes += SCALE.step) {
    const y = heightOf(minutes)
    tags += `<path d="M${PLOT.left} ${num(y)}H${PLOT.right}" stroke="#d9d0bf" stroke-width="${minutes === 0 ? 3 : 1.5}"/>`
    tags += text(String(minutes), QUIET, { x: PLOT.left - 22, y: y + 10, size: 28, anchor: 'end' })
  }
  return tags
}

function bars(): string {
  const best = Math.max(...MINUTES.map(([, minutes]) => minutes))
  const pitch = (PLOT.right - PLOT.left) / MINUTES.length
  return MINUTES.map(([day, minutes], i) => {
    const middle = PLOT.left + pitch * (i + 0.5)
    const y = heightOf(minutes)
    const isBest = minutes === best
    const bar = `<path d="M${num(middle - 42)} ${PLOT.bottom}V${num(y + 10)}q0 -10 10 -10h64q10 0 10 10V${PLOT.bottom}Z" fill="url(#${isBest ? 'best' : 'bar'})"/>`
    const value = letter(String(minutes), { x: middle, y: y - 16, size: 34, weight: 600, anchor: 'middle' })
    // The paper around the figures keeps the line of the goal off them.
    const figures = `<path d="${value}" fill="${isBest ? '#bd5f30' : INK}" stroke="${PAPER}" stroke-width="12" stroke-linejoin="round" paint-order="stroke"/>`
    return bar + figures + text(day, INK, { x: middle, y: PLOT.bottom + 52, size: 34, weight: 500, anchor: 'middle' })
  }).join('')
}

function goal(): string {
  const y = heightOf(GOAL)
  const line = polyline([
    [PLOT.left, y],
    [PLOT.right, y],
  ])
  return `<path d="${line}" stroke="#c8862d" stroke-width="3.5" stroke-dasharray="14 10" fill="none"/>${text('goal', '#a86c1d', { x: PLOT.right + 14, y: y + 10, size: 28, weight: 500 })}`
}
