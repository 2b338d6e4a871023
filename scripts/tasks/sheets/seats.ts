import { requireListed, type Show } from '../../../engine/api/node.ts'
import type { SheetMaker, Tile } from './sheet.ts'

/** Seconds that who sits waits before it rises, and who stands before it sits down again. */
const BEFORE = 0.3
/** When either way is over, seconds. */
const RISEN = BEFORE + 1.8
const SITS = RISEN + BEFORE + 2.1
/** Moments of the way up and of the way down, in shares of it. */
const MOMENTS = [0, 0.3, 0.42, 0.52, 0.62, 0.75, 1]
const WAYS = [
  ['rises', BEFORE, RISEN],
  ['sits down', RISEN + BEFORE, SITS],
] as const

/** Someone rises from the armchair and sits down in it again. */
export const seats: SheetMaker = async ({ avatar, shot = 'seated-side', only }) => {
  const known = WAYS.map(([name]) => name)
  for (const name of only ?? []) requireListed(known, name, 'way', 'api/bad-input')
  const show = upAndDown(avatar)
  const tiles = WAYS.filter(([name]) => only?.includes(name) ?? true).flatMap(([name, from, to]) =>
    MOMENTS.map((share): Tile => {
      const seconds = from + (to - from) * share
      return { label: `${name}, ${(seconds - from).toFixed(1)} s`, seconds, shot, show }
    }),
  )
  return [
    {
      file: 'seats',
      title: 'Rising and sitting down',
      subtitle: 'in the time of people, feet planted',
      size: { width: 240, height: 300 },
      columns: MOMENTS.length,
      tiles,
    },
  ]
}

const upAndDown =
  (avatar: string): Show =>
  async (stage) => {
    const actor = stage.spawnActor({ id: 'ana', avatar, at: 'centre' })
    actor.lookAt('camera')
    await actor.sitDown('armchair', { atOnce: true })
    await stage.wait(BEFORE)
    await actor.standUp()
    await stage.wait(BEFORE)
    await actor.sitDown('armchair')
  }
