import { requireListed, type Show } from '../../../engine/api/node.ts'
import type { SheetMaker, Tile } from './sheet.ts'

/** A walk from mark to mark: its first and last moment that are shown, seconds. */
type Way = { readonly at: string; readonly to: string; readonly from: number; readonly until: number }

/** One walk across the picture, and one away from it that turns at both ends. */
const WAYS: Readonly<Record<string, Way>> = {
  'walks across': { at: 'end-left', to: 'end-right', from: 0.2, until: 4 },
  'turns and goes': { at: 'centre', to: 'presenter', from: 0.2, until: 4.2 },
}
const MOMENTS = 11

/** Someone walks: every few tenths of a second from the front, from where it sets out until it has arrived. */
export const walks: SheetMaker = async ({ avatar, shot = 'full', only }) => {
  for (const name of only ?? []) requireListed(Object.keys(WAYS), name, 'way', 'api/bad-input')
  const ways = Object.entries(WAYS).filter(([name]) => only?.includes(name) ?? true)
  return [
    {
      file: 'walks',
      title: 'Walking and turning',
      subtitle: 'eyes ahead, then the head, then the feet',
      size: { width: 150, height: 300 },
      columns: MOMENTS,
      tiles: ways.flatMap(([, way]) => tilesOf(way, walk(avatar, way), shot)),
    },
  ]
}

const tilesOf = ({ from, until }: Way, show: Show, shot: string): Tile[] =>
  Array.from({ length: MOMENTS }, (_, i) => {
    const seconds = from + ((until - from) * i) / (MOMENTS - 1)
    return { label: `${seconds.toFixed(1)} s`, seconds, shot, show }
  })

const walk =
  (avatar: string, { at, to }: Way): Show =>
  async (stage) => {
    const actor = stage.spawnActor({ id: 'ana', avatar, at })
    await actor.walkTo(to)
    await stage.wait(1)
  }
