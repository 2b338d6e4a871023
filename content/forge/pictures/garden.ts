import { cos, sin } from '../kit/ops.ts'
import type { Picture } from './picture.ts'
import { num, type Point, smoothLoop } from './svg.ts'

type Leaf = {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly turn: number
  readonly colour: string
}

const PAPER = '#efe4cf'
const PALETTE = { clay: '#c2613c', teal: '#2f5d5b', gold: '#d9a441', ink: '#26302f', rose: '#d79c86', sage: '#8fa58a' }

/** Where all stems come from. */
const NECK: Point = [330, 570]

/** Cut paper: a few quiet forms that overlap. */
export const garden: Picture = {
  name: 'garden',
  title: 'Paper garden',
  alt: 'An abstract picture of cut-paper forms: a clay-red sun, a gold arch, teal leaves and a dark vase on cream.',
  width: 1280,
  height: 720,
  draw({ width, height }) {
    const { clay, teal, gold, ink, rose, sage } = PALETTE
    return `<rect width="${width}" height="${height}" fill="${PAPER}"/>
<path d="${blob(250, 250, 330, 250)}" fill="#e3cdb0"/>
<circle cx="930" cy="250" r="176" fill="${clay}"/>
<path d="M610 720V430a190 190 0 0 1 380 0V720Z" fill="${gold}"/>
<path d="M690 720V436a110 110 0 0 1 220 0V720Z" fill="${PAPER}"/>
<path d="M750 720V440a50 50 0 0 1 100 0V720Z" fill="${rose}"/>
<path d="${blob(1130, 640, 260, 150)}" fill="${sage}"/>
<path d="${blob(90, 700, 330, 130)}" fill="${teal}"/>
${LEAVES.map(stem).join('')}${LEAVES.map(leaf).join('')}
<path d="M262 560q-30 66 6 124q8 16 26 16h74q18 0 26 -16q36 -58 6 -124Z" fill="${ink}"/>
<path d="M284 590q-12 46 8 84" fill="none" stroke="#5d6c69" stroke-width="7" stroke-linecap="round"/>
<path d="M1060 150l34 -58M1100 206l62 -28M1112 268l68 6" stroke="${ink}" stroke-width="9" stroke-linecap="round"/>`
  },
}

const LEAVES: readonly Leaf[] = [
  { x: 316, y: 132, size: 100, turn: -4, colour: PALETTE.teal },
  { x: 428, y: 128, size: 96, turn: 24, colour: PALETTE.clay },
  { x: 206, y: 176, size: 96, turn: -32, colour: PALETTE.ink },
  { x: 486, y: 236, size: 84, turn: 52, colour: PALETTE.gold },
  { x: 146, y: 290, size: 84, turn: -58, colour: PALETTE.rose },
  { x: 378, y: 252, size: 84, turn: 18, colour: PALETTE.sage },
  { x: 262, y: 268, size: 80, turn: -22, colour: PALETTE.sage },
  { x: 458, y: 362, size: 80, turn: 62, colour: PALETTE.teal },
  { x: 186, y: 402, size: 76, turn: -66, colour: PALETTE.teal },
]

/** Pointed at both ends, its foot at the point given. */
const leaf = ({ x, y, size, turn, colour }: Leaf): string =>
  `<path transform="translate(${x} ${y}) rotate(${turn})" d="M0 ${num(size * 0.5)}C${num(-size * 0.5)} ${num(size * 0.1)} ${num(-size * 0.35)} ${num(-size * 0.6)} 0 ${num(-size)}C${num(size * 0.35)} ${num(-size * 0.6)} ${num(size * 0.5)} ${num(size * 0.1)} 0 ${num(size * 0.5)}Z" fill="${colour}"/>`

/** From the vase's mouth, ending as its leaf points. */
function stem({ x, y, size, turn }: Leaf): string {
  const angle = (turn * Math.PI) / 180
  const [right, down] = [sin(angle), -cos(angle)]
  const foot: Point = [x - right * size * 0.45, y - down * size * 0.45]
  const reach = (NECK[1] - foot[1]) * 0.45
  const rise = `${num(NECK[0] + (foot[0] - NECK[0]) * 0.12)} ${num(NECK[1] - reach)}`
  const arrive = `${num(foot[0] - right * reach * 0.6)} ${num(foot[1] - down * reach * 0.6)}`
  return `<path d="M${NECK[0]} ${NECK[1]}C${rise} ${arrive} ${num(foot[0])} ${num(foot[1])}" fill="none" stroke="${PALETTE.ink}" stroke-width="5" stroke-linecap="round"/>`
}

/** Cosine of 45°. */
const DIAGONAL = Math.SQRT1_2

/** A pebble cut by hand: a loop whose radius wanders a little. */
function blob(x: number, y: number, width: number, height: number): string {
  const radii = [1, 0.93, 1.05, 0.96, 1.08, 0.9, 1.02, 0.97]
  const corners: Point[] = [
    [1, 0],
    [DIAGONAL, DIAGONAL],
    [0, 1],
    [-DIAGONAL, DIAGONAL],
    [-1, 0],
    [-DIAGONAL, -DIAGONAL],
    [0, -1],
    [DIAGONAL, -DIAGONAL],
  ]
  return smoothLoop(corners.map(([u, v], i): Point => [x + u * width * radii[i]!, y + v * height * radii[i]!]))
}
