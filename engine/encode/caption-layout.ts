import type { ShapedText } from './caption-font.ts'
import type { CaptionCue } from './captions.ts'
import type { Size } from './formats.ts'

/** A rectangle in pixels, on even numbers so that chroma samples never straddle its border. */
export type Rectangle = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** A cue at its place in the picture. */
export type CaptionLayout = {
  /** All that the cue covers: the dark box behind the words. */
  readonly box: Rectangle
  /** Pixels by which the box's corners are rounded. */
  readonly radius: number
  /** Outlines of all words, in pixels from the box's corner. */
  readonly path: string
  /** Left edges and widths of each word's share of its line, pixels from the box's corner; rows from `top` to `bottom`. */
  readonly words: readonly {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }[]
}

/** Font size: as television does, a twentieth of the height; less on a narrow picture; never too small to read. */
const SIZE_BY_HEIGHT = 0.05
const SIZE_BY_WIDTH = 0.06
const MIN_SIZE_PIXELS = 13

/** Share of each side kept free. Source: EBU R 95, graphics safe area. */
const SAFE_MARGIN = 0.05

/** Ems. */
const LINE_HEIGHT = 1.3
const PADDING_X = 0.55
const PADDING_Y = 0.3
const CORNER = 0.3
/** Inter's capitals are 0.727 em tall: with this baseline they stand in the middle of their line. */
const BASELINE = 0.65 + 0.727 / 2

type PlacedWord = { readonly shape: ShapedText; readonly advance: number }

/** Places a cue at the bottom of the picture, in its own lines where they fit, else in more. */
export function layOutCaption(
  cue: CaptionCue,
  shape: (text: string) => ShapedText,
  { width, height }: Size,
): CaptionLayout {
  const space = shape('n n').advance - 2 * shape('n').advance
  const lines = cue.lines.map((line) => line.map(({ text }) => ({ shape: shape(text), advance: shape(text).advance })))
  const safeWidth = width * (1 - 2 * SAFE_MARGIN)
  const widest = Math.max(...lines.flat().map(({ advance }) => advance)) + 2 * PADDING_X
  const size = Math.min(
    Math.max(MIN_SIZE_PIXELS, Math.min(height * SIZE_BY_HEIGHT, width * SIZE_BY_WIDTH)),
    safeWidth / widest,
  )
  const fitting = fitLines(lines, space, safeWidth / size - 2 * PADDING_X)

  const textWidth = Math.max(...fitting.map((line) => lineAdvance(line, space)))
  const box = placeBox((textWidth + 2 * PADDING_X) * size, (fitting.length * LINE_HEIGHT + 2 * PADDING_Y) * size, {
    width,
    height,
  })
  let path = ''
  const words: CaptionLayout['words'][number][] = []
  fitting.forEach((line, row) => {
    const top = (PADDING_Y + row * LINE_HEIGHT) * size
    let pen = box.width / 2 - (lineAdvance(line, space) * size) / 2
    for (const { shape, advance } of line) {
      path += shape.toPath(pen, top + BASELINE * size, size)
      const half = (space * size) / 2
      words.push({ left: pen - half, right: pen + advance * size + half, top, bottom: top + LINE_HEIGHT * size })
      pen += (advance + space) * size
    }
  })
  return { box, radius: CORNER * size, path, words }
}

function fitLines(lines: readonly PlacedWord[][], space: number, limit: number): readonly PlacedWord[][] {
  if (lines.every((line) => lineAdvance(line, space) <= limit)) return lines
  const words = lines.flat()
  const count = wrap(words, space, limit).length
  // Narrow the limit as far as it takes no further line: the lines come out of like length.
  let [low, high] = [0, limit]
  for (let i = 0; i < 12; i++) {
    const middle = (low + high) / 2
    if (wrap(words, space, middle).length > count) low = middle
    else high = middle
  }
  return wrap(words, space, high)
}

function wrap(words: readonly PlacedWord[], space: number, limit: number): PlacedWord[][] {
  const lines: PlacedWord[][] = []
  for (const word of words) {
    const line = lines.at(-1)
    if (line && lineAdvance([...line, word], space) <= limit) line.push(word)
    else lines.push([word])
  }
  return lines
}

function lineAdvance(line: readonly PlacedWord[], space: number): number {
  return line.reduce((sum, { advance }) => sum + advance + space, -space)
}

function placeBox(width: number, height: number, picture: Size): Rectangle {
  const even = (value: number) => 2 * Math.round(value / 2)
  const box = { width: Math.min(even(width + 1), picture.width), height: Math.min(even(height + 1), picture.height) }
  const left = even((picture.width - box.width) / 2)
  const top = Math.max(0, even(picture.height * (1 - SAFE_MARGIN) - box.height))
  return { left: Math.min(left, picture.width - box.width), top, ...box }
}
