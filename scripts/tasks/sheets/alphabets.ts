import { loadCatalogue, requireListed } from '../../../engine/api/node.ts'
import { alone, type Sheet, type SheetMaker, type Tile } from './sheet.ts'

/** A letter a second, so that each stands still when it is looked at. */
const PACE = 1
/** When a letter's shape is there: the line begins after its lead, the hand goes up first. Seconds. */
const SHOWN_AT = 1.62
const COLUMNS = 9

/** Every sign of every alphabet that fingers spell in. */
export const alphabets: SheetMaker = async ({ content, avatar, shot = 'signing', only }) => {
  const { alphabets } = await loadCatalogue(content, 'studio')
  for (const name of only ?? []) requireListed([...alphabets.keys()], name, 'alphabet', 'content/missing-file')
  return [...alphabets]
    .filter(([id]) => only?.includes(id) ?? true)
    .map(
      ([id, { file }]): Sheet => ({
        file: `alphabet-${id}`,
        title: file.name,
        subtitle: 'letter by letter; J and Z are drawn in the air',
        size: { width: 220, height: 240 },
        columns: COLUMNS,
        tiles: Object.keys(file.signs)
          .sort(lettersFirst)
          .map(
            (letter): Tile => ({
              label: letter.toUpperCase(),
              seconds: SHOWN_AT,
              shot,
              show: alone(avatar, (actor) => actor.say(`[spell:${id}/${letter} ${PACE}]`)),
            }),
          ),
      }),
    )
}

const lettersFirst = (a: string, b: string): number => Number(/\d/.test(a)) - Number(/\d/.test(b)) || a.localeCompare(b)
