import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import { splitGraphemes } from './caption-words.ts'

/** Text turned into outlines. All lengths in ems: multiples of the font size. */
export type ShapedText = {
  /** How far the pen moves. */
  readonly advance: number
  /** Characters that no font here has, each drawn as a box. */
  readonly missing: readonly string[]
  /**
   * Writes the outlines as an SVG path.
   *
   * @param x, baseline  Where the pen starts, pixels, +y down.
   * @param size         Font size, pixels.
   */
  readonly toPath: (x: number, baseline: number, size: number) => string
}

/** Inter's semibold, in the parts it is distributed in; the first that has a character draws it. */
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese']
const WEIGHT = 600

/** Joins and selects forms of other characters; draws nothing itself. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu

/** The box for a character that cannot be drawn: ems. As tall as Inter's capitals. */
const BOX = { width: 0.52, height: 0.727, stroke: 0.07, margin: 0.07 }

type Outline = {
  readonly x: number
  readonly y: number
  readonly scale: number
  readonly commands: readonly fontkit.PathCommand[]
}

/** Loads the fonts that captions are drawn with; none of the system's are needed. */
export function loadCaptionFont(): (text: string) => ShapedText {
  const require = createRequire(import.meta.url)
  const fonts = SUBSETS.map((subset) => {
    const font = fontkit.create(
      readFileSync(require.resolve(`@fontsource/inter/files/inter-${subset}-${WEIGHT}-normal.woff`)),
    )
    if (!('layout' in font)) throw new TypeError(`The Inter subset ${subset} is a collection, not a font.`)
    return font
  })
  return (text) => shapeText(fonts, text)
}

function shapeText(fonts: readonly fontkit.Font[], text: string): ShapedText {
  const outlines: Outline[] = []
  const missing: string[] = []
  let pen = 0
  for (const { font, text: run } of splitIntoRuns(fonts, text)) {
    if (font === undefined) {
      missing.push(run)
      outlines.push({ x: pen, y: 0, scale: 1, commands: boxCommands() })
      pen += BOX.width + 2 * BOX.margin
      continue
    }
    const scale = 1 / font.unitsPerEm
    const { glyphs, positions } = font.layout(run)
    glyphs.forEach((glyph, i) => {
      const { xAdvance, xOffset, yOffset } = positions[i]!
      outlines.push({ x: pen + xOffset * scale, y: yOffset * scale, scale, commands: glyph.path.commands })
      pen += xAdvance * scale
    })
  }
  return {
    advance: pen,
    missing,
    toPath: (x, baseline, size) => outlines.map((outline) => writePath(outline, x, baseline, size)).join(''),
  }
}

/** Neighbours that one font draws are shaped together (kerning, marks); a character that none has stands alone. */
function splitIntoRuns(
  fonts: readonly fontkit.Font[],
  text: string,
): { font: fontkit.Font | undefined; text: string }[] {
  const runs: { font: fontkit.Font | undefined; text: string }[] = []
  for (const letter of splitGraphemes(text.normalize('NFC'))) {
    const visible = Array.from(letter.replace(INVISIBLE, ''), (character) => character.codePointAt(0)!)
    if (visible.length === 0) continue
    const font = fonts.find((candidate) => visible.every((code) => candidate.hasGlyphForCodePoint(code)))
    const last = runs.at(-1)
    if (last && font && last.font === font) last.text += letter
    else runs.push({ font, text: letter })
  }
  return runs
}

/** Two rectangles, the inner one wound the other way so that it is a hole. */
function boxCommands(): fontkit.PathCommand[] {
  const { margin, width, height, stroke } = BOX
  const [left, right, inner] = [margin, margin + width, stroke]
  const outer = [left, 0, left, height, right, height, right, 0]
  const hole = [left + inner, inner, right - inner, inner, right - inner, height - inner, left + inner, height - inner]
  return [outer, hole].flatMap((corners) => [
    ...[0, 2, 4, 6].map(
      (i): fontkit.PathCommand => ({ command: i === 0 ? 'moveTo' : 'lineTo', args: corners.slice(i, i + 2) }),
    ),
    { command: 'closePath', args: [] },
  ])
}

const SVG_LETTER: Readonly<Record<fontkit.PathCommand['command'], string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
}

/** Fonts count upwards from the baseline, pictures downwards from the top. */
function writePath({ x, y, scale, commands }: Outline, left: number, baseline: number, size: number): string {
  return commands
    .map(({ command, args }) => {
      const numbers = args.map((value, i) =>
        i % 2 === 0 ? left + (x + value * scale) * size : baseline - (y + value * scale) * size,
      )
      return SVG_LETTER[command] + numbers.map((value) => value.toFixed(2)).join(' ')
    })
    .join('')
}
