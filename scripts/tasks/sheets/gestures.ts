import { requireListed } from '../../../engine/api/node.ts'
import { alone, deal, type SheetMaker, type Tile } from './sheet.ts'

/** When the stroke lands, seconds: later than any preparation is long. */
const STROKE_AT = 1.6
const COLUMNS = 6
const MOST_ROWS = 5

/** Every gesture at its stroke. */
export const gestures: SheetMaker = async ({ content, avatar, shot = 'front', only }) => {
  const known = await content.list('gestures')
  for (const name of only ?? []) requireListed(known, name, 'gesture', 'stage/unknown-gesture')
  const tiles = known
    .filter((name) => only?.includes(name) ?? true)
    .map(
      (name): Tile => ({
        label: name,
        seconds: STROKE_AT,
        shot,
        show: alone(avatar, (actor) => actor.gesture(name, { strokeAt: STROKE_AT })),
      }),
    )
  const sheets = deal(tiles, COLUMNS, MOST_ROWS)
  return sheets.map((some, i) => ({
    file: `gestures-${i + 1}`,
    title: 'Gestures at their strokes',
    subtitle: `${i + 1} of ${sheets.length}`,
    size: { width: 340, height: 360 },
    columns: COLUMNS,
    tiles: some,
  }))
}
