import sharp from 'sharp'
import { loadCaptionFont } from './caption-font.ts'
import { type CaptionLayout, layOutCaption, type Rectangle } from './caption-layout.ts'
import type { CaptionCue } from './captions.ts'
import type { Size } from './formats.ts'

export type CaptionBurner = {
  /** Characters that are drawn as boxes because no font here has them. */
  readonly missing: ReadonlySet<string>
  /**
   * Draws the caption of a moment into a frame, in place.
   *
   * @param frame    I420, limited range.
   * @param seconds  Of the frame, from the start of the film.
   */
  readonly burn: (frame: Uint8Array, seconds: number) => Promise<void>
}

export type BurnerOptions = Size & {
  readonly cues: readonly CaptionCue[]
  /** Brightens each word while it is said. */
  readonly highlight?: boolean
}

/** Luma, limited range: white, the words around the one being said, black. */
const BRIGHT = 235
const DIM = 178
const BLACK = 16
const NEUTRAL_CHROMA = 128

/** How much of the picture the box hides. */
const BOX_OPACITY = 0.62

/** Fixed point of the blend: 256 keeps all of the picture. */
const ONE = 256

/** How much text covers each pixel of a cue's box, 0 to 255, and where. */
type Rendered = { readonly layout: CaptionLayout; readonly coverage: Uint8Array }

/** What happens to each sample under a caption: `sample * keep + add`, in 1/256. */
type Overlay = {
  readonly box: Rectangle
  readonly keep: Uint16Array
  readonly add: Uint16Array
  readonly keepChroma: Uint16Array
}

/**
 * Prepares captions to be drawn into frames: semibold white on a dark translucent box, at the bottom within the safe area.
 *
 * A cue is drawn once and blended into each of its frames.
 */
export function createCaptionBurner({ cues, highlight = false, width, height }: BurnerOptions): CaptionBurner {
  const shape = loadCaptionFont()
  const missing = new Set(cues.flatMap(({ lines }) => lines.flat()).flatMap(({ text }) => shape(text).missing))
  let shown: { cue: CaptionCue; word: number; rendered: Rendered; overlay: Overlay } | undefined

  async function overlayAt(cue: CaptionCue, word: number): Promise<Overlay> {
    if (shown?.cue === cue && shown.word === word) return shown.overlay
    const rendered = shown?.cue === cue ? shown.rendered : await render(layOutCaption(cue, shape, { width, height }))
    shown = { cue, word, rendered, overlay: prepareOverlay(rendered, word) }
    return shown.overlay
  }

  return {
    missing,
    burn: async (frame, seconds) => {
      const cue = cues.find(({ start, end }) => start <= seconds && seconds < end)
      if (cue === undefined) return
      blend(frame, { width, height }, await overlayAt(cue, highlight ? wordAt(cue, seconds) : ALL_WORDS))
    },
  }
}

const ALL_WORDS = -1

/** The last word that has begun. */
function wordAt(cue: CaptionCue, seconds: number): number {
  return Math.max(
    0,
    cue.lines.flat().findLastIndex(({ start }) => start <= seconds),
  )
}

async function render(layout: CaptionLayout): Promise<Rendered> {
  const { width, height } = layout.box
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path d="${layout.path}"/></svg>`
  const coverage = await sharp(Buffer.from(svg)).extractChannel('alpha').raw().toBuffer()
  return { layout, coverage }
}

function prepareOverlay({ layout, coverage }: Rendered, word: number): Overlay {
  const { box } = layout
  const keep = new Uint16Array(box.width * box.height)
  const add = new Uint16Array(box.width * box.height)
  const bright = word === ALL_WORDS ? undefined : layout.words[word]
  for (let y = 0, i = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++, i++) {
      const isBright =
        bright === undefined || (x >= bright.left && x < bright.right && y >= bright.top && y < bright.bottom)
      const text = coverage[i]! / 255
      const shade = BOX_OPACITY * boxCoverage(x + 0.5, y + 0.5, layout)
      keep[i] = Math.round(ONE * (1 - shade) * (1 - text))
      add[i] = Math.round(ONE * (BLACK * shade * (1 - text) + (isBright ? BRIGHT : DIM) * text) + ONE / 2)
    }
  }
  return { box, keep, add, keepChroma: halve(keep, box) }
}

/** A rounded rectangle, its border smoothed over one pixel. */
function boxCoverage(x: number, y: number, { box, radius }: CaptionLayout): number {
  const dx = Math.max(radius - x, x - (box.width - radius), 0)
  const dy = Math.max(radius - y, y - (box.height - radius), 0)
  return Math.min(1, Math.max(0, radius - Math.sqrt(dx * dx + dy * dy) + 0.5))
}

/** Means of 2 × 2, for the chroma planes. */
function halve(keep: Uint16Array, { width, height }: Rectangle): Uint16Array {
  const out = new Uint16Array((width / 2) * (height / 2))
  for (let y = 0, i = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2, i++) {
      const at = y * width + x
      out[i] = (keep[at]! + keep[at + 1]! + keep[at + width]! + keep[at + width + 1]! + 2) >> 2
    }
  }
  return out
}

function blend(frame: Uint8Array, size: Size, { box, keep, add, keepChroma }: Overlay): void {
  for (let y = 0, i = 0; y < box.height; y++) {
    const row = (box.top + y) * size.width + box.left
    for (let at = row; at < row + box.width; at++, i++) frame[at] = (frame[at]! * keep[i]! + add[i]!) >> 8
  }
  const chromaWidth = size.width / 2
  const lumaLength = size.width * size.height
  for (const plane of [lumaLength, lumaLength + lumaLength / 4]) {
    for (let y = 0, i = 0; y < box.height / 2; y++) {
      const row = plane + (box.top / 2 + y) * chromaWidth + box.left / 2
      for (let at = row; at < row + box.width / 2; at++, i++) {
        const kept = keepChroma[i]!
        frame[at] = (frame[at]! * kept + NEUTRAL_CHROMA * (ONE - kept) + ONE / 2) >> 8
      }
    }
  }
}
