import type { Actor, DiskContent, Instant, Show, Size } from '../../../engine/api/node.ts'

/** One picture of a sheet: a moment of a show, with what it shows underneath. Tiles that share a show share its playing. */
export type Tile = Instant & { readonly label: string; readonly show: Show }

/** One sheet, written to `<file>.webp`. */
export type Sheet = {
  readonly file: string
  readonly title: string
  readonly subtitle: string
  /** Of a tile, pixels. */
  readonly size: Size
  readonly columns: number
  readonly tiles: readonly Tile[]
}

/** What somebody wants to see: by default everything, on the one whom the docs show. */
export type Wanted = {
  readonly content: DiskContent
  readonly avatar: string
  /** Another shot than the sheet's own. */
  readonly shot?: string
  /** Names of tiles, where not all are wanted. */
  readonly only?: readonly string[]
}

/** Lays out the sheets of one subject. A line in `index.ts` makes it known. */
export type SheetMaker = (wanted: Wanted) => Promise<readonly Sheet[]>

/** A show of one actor alone at the centre, with an unsmiling but friendly face: what it is asked to do, it does. */
export const alone =
  (avatar: string, act: (actor: Actor) => Promise<void> | void): Show =>
  async (stage) => {
    const actor = stage.spawnActor({ id: 'ana', avatar, at: 'centre' })
    actor.lookAt('camera')
    await act(actor)
  }

/** Deals tiles out to sheets of at most so many rows, all rows full but the last. */
export function deal(tiles: readonly Tile[], columns: number, mostRows: number): (readonly Tile[])[] {
  const rows = Math.ceil(tiles.length / columns)
  const sheets = Math.ceil(rows / mostRows)
  const share = Math.ceil(rows / sheets) * columns
  return Array.from({ length: sheets }, (_, i) => tiles.slice(i * share, (i + 1) * share))
}
