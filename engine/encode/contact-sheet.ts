import sharp from 'sharp'
import { loadCaptionFont } from './caption-font.ts'
import type { Size } from './formats.ts'

/** One picture of a sheet, with its name underneath. */
export type SheetPicture = {
  /** 8 bits a channel, sRGB, rows from the top; as large as the sheet says. */
  readonly rgba: Uint8Array
  readonly label: string
}

export type ContactSheet = {
  readonly title: string
  /** Stands behind the title, lighter. */
  readonly subtitle: string
  /** Of each picture, pixels. */
  readonly size: Size
  /** Each row is drawn from the left; all are as wide as the longest. */
  readonly rows: readonly (readonly SheetPicture[])[]
}

/** Pixels. */
const MARGIN = 40
const GAP = 14
const TITLE = { size: 34, height: 78 }
const SUBTITLE_SIZE = 19
const HEADING_GAP = 20
const LABEL = { size: 17, height: 36 }
const CORNER = 6

const PAPER = '#f4f2ee'
const INK = '#23211f'
const FADED = '#85807a'

type Shaper = ReturnType<typeof loadCaptionFont>

/** Of a sheet as WebP, 0 to 100: nothing is seen to be missing. */
const WEBP_QUALITY = 88

/** Lays pictures out on one sheet: a title, rows, a name under each. Returns a file; WebP is a tenth of a photographic PNG. */
export async function encodeContactSheet(sheet: ContactSheet, format: 'png' | 'webp' = 'png'): Promise<Uint8Array> {
  const shape = loadCaptionFont()
  const columns = Math.max(...sheet.rows.map((row) => row.length))
  const heading = shape(sheet.title).advance * TITLE.size + HEADING_GAP + shape(sheet.subtitle).advance * SUBTITLE_SIZE
  const width = Math.ceil(2 * MARGIN + Math.max(columns * (sheet.size.width + GAP) - GAP, heading))
  const height = MARGIN + TITLE.height + sheet.rows.length * pitch(sheet.size) + MARGIN - LABEL.height / 2
  const pictures = await Promise.all(placed(sheet).map((place) => drawPicture(place, sheet.size)))
  const words = { input: Buffer.from(drawWords(sheet, shape, width, height)), left: 0, top: 0 }
  const laid = sharp({ create: { width, height, channels: 3, background: PAPER } })
    .composite([...pictures, words])
    .removeAlpha()
  return (format === 'png' ? laid.png() : laid.webp({ quality: WEBP_QUALITY })).toBuffer()
}

const pitch = ({ height }: Size): number => height + LABEL.height + GAP

type Placed = SheetPicture & { readonly left: number; readonly top: number }

const placed = ({ rows, size }: ContactSheet): Placed[] =>
  rows.flatMap((row, y) =>
    row.map((picture, x) => ({
      ...picture,
      left: MARGIN + x * (size.width + GAP),
      top: MARGIN + TITLE.height + y * pitch(size),
    })),
  )

async function drawPicture({ rgba, left, top }: Placed, { width, height }: Size) {
  const corners = `<svg width="${width}" height="${height}"><rect width="100%" height="100%" rx="${CORNER}"/></svg>`
  const input = await sharp(rgba, { raw: { width, height, channels: 4 } })
    .composite([{ input: Buffer.from(corners), blend: 'dest-in' }])
    .png()
    .toBuffer()
  return { input, left, top }
}

function drawWords(sheet: ContactSheet, shape: Shaper, width: number, height: number): string {
  const path = (text: string, colour: string, size: number, baseline: number, leftOf: (advance: number) => number) => {
    const shaped = shape(text)
    return `<path fill="${colour}" d="${shaped.toPath(leftOf(shaped.advance * size), baseline, size)}"/>`
  }
  const titleEnd = MARGIN + shape(sheet.title).advance * TITLE.size
  const titleBase = MARGIN + TITLE.size
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    path(sheet.title, INK, TITLE.size, titleBase, () => MARGIN),
    path(sheet.subtitle, FADED, SUBTITLE_SIZE, titleBase, () => titleEnd + HEADING_GAP),
    ...placed(sheet).map(({ label, left, top }) =>
      path(
        label,
        FADED,
        LABEL.size,
        top + sheet.size.height + LABEL.height * 0.68,
        (advance) => left + (sheet.size.width - advance) / 2,
      ),
    ),
    '</svg>',
  ].join('')
}
