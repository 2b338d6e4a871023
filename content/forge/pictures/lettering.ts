import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'

/** Weights of Inter that pictures are lettered in. */
type Weight = 300 | 400 | 500 | 600

export type Lettering = {
  readonly x: number
  /** Of the base line. */
  readonly y: number
  /** Height of the em, pixels. */
  readonly size: number
  readonly weight?: Weight
  readonly anchor?: 'start' | 'middle' | 'end'
  /** Extra space after each letter, as a share of the em. */
  readonly spacing?: number
}

const SHIFT = { start: 0, middle: 0.5, end: 1 } as const
const fonts = new Map<Weight, fontkit.Font>()

/** A line of text as the data of a path: outlines from our own package, so that no machine's fonts are asked. */
export function letter(text: string, options: Lettering): string {
  const { x, y, size, weight = 400, anchor = 'start', spacing = 0 } = options
  const font = openFont(weight)
  const scale = size / font.unitsPerEm
  const { glyphs, positions } = font.layout(text)
  const advances = positions.map(({ xAdvance }) => xAdvance * scale + spacing * size)
  const width = advances.reduce((sum, advance) => sum + advance, 0) - spacing * size
  let pen = x - width * SHIFT[anchor]
  return glyphs
    .map((glyph, i) => {
      const at = pen
      pen += advances[i]!
      return glyph.path.scale(scale, -scale).translate(at, y).toSVG()
    })
    .join('')
}

function openFont(weight: Weight): fontkit.Font {
  const known = fonts.get(weight)
  if (known !== undefined) return known
  const file = createRequire(import.meta.url).resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff`)
  const font = fontkit.create(readFileSync(file)) as fontkit.Font
  fonts.set(weight, font)
  return font
}
