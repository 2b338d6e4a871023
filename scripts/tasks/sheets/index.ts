import { alphabets } from './alphabets.ts'
import { emotions } from './emotions.ts'
import { gestures } from './gestures.ts'
import { manners } from './manners.ts'
import { props } from './props.ts'
import { seats } from './seats.ts'
import type { SheetMaker } from './sheet.ts'
import { walks } from './walks.ts'

/** Every subject of which sheets are drawn, by its name on the command line. */
export const SHEETS: Readonly<Record<string, SheetMaker>> = {
  alphabets,
  emotions,
  gestures,
  manners,
  props,
  seats,
  walks,
}
