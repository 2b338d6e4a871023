import { requireListed } from '../../../engine/api/node.ts'
import { alone, deal, type SheetMaker, type Tile } from './sheet.ts'

const INTENSITIES = [0.3, 0.6, 1]
/** When every expression has come and settled, and Milla's lids and eyes are at rest. Seconds. */
const SETTLED_AT = 3.4
/** Three intensities of two expressions in a row. */
const COLUMNS = 6
/** Whole rows. */
const MOST_ROWS = 4

/** Every expression at three intensities. */
export const emotions: SheetMaker = async ({ content, avatar, shot = 'face', only }) => {
  const known = await content.list('expressions')
  for (const name of only ?? []) requireListed(known, name, 'expression', 'stage/unknown-expression')
  const tiles = known
    .filter((name) => only?.includes(name) ?? true)
    .flatMap((name) =>
      INTENSITIES.map(
        (intensity): Tile => ({
          label: `${name} ${intensity}`,
          seconds: SETTLED_AT,
          shot,
          show: alone(avatar, (actor) => actor.express(name, { intensity })),
        }),
      ),
    )
  const sheets = deal(tiles, COLUMNS, MOST_ROWS)
  return sheets.map((some, i) => ({
    file: `emotions-${i + 1}`,
    title: 'Expressions',
    subtitle: `at 0.3, 0.6 and 1; ${i + 1} of ${sheets.length}`,
    size: { width: 240, height: 270 },
    columns: Math.min(COLUMNS, some.length),
    tiles: some,
  }))
}
