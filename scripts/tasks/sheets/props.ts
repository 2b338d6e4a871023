import { requireListed, type Show } from '../../../engine/api/node.ts'
import type { SheetMaker, Tile } from './sheet.ts'

/** When each thing begins, seconds: somebody takes the mug, talks, and puts it down; or a book that another is given. */
const TAKES = 0.2
const TALKS = 3.1
const PUTS_DOWN = 7
const STEPS_OVER = 3.4
const GIVES = 3.6
const COLUMNS = 6

/** Moments of a mug, and of a book that goes from one to another. */
const MOMENTS = {
  mug: [
    ['reaches for the mug', TAKES + 1.15, 'front'],
    ['takes it', TAKES + 1.65, 'hands-front'],
    ['the same from the left', TAKES + 1.65, 'hands-left'],
    ['carries it', TALKS - 0.1, 'left'],
    ['talks with it', TALKS + 1.35, 'front'],
    ['puts it down', PUTS_DOWN + 0.9, 'front'],
  ],
  book: [
    ['takes the book', TAKES + 1.65, 'hands-right'],
    ['carries it', STEPS_OVER - 0.3, 'front'],
    ['holds it out', GIVES + 0.85, 'two'],
    ['both have it', GIVES + 1.42, 'hands-between'],
    ['it is let go', GIVES + 1.9, 'two'],
    ['the other carries it', GIVES + 3, 'two'],
  ],
} as const

/** A mug is taken, carried and put down, and a book changes hands. */
export const props: SheetMaker = async ({ avatar, shot, only }) => {
  const known = Object.keys(MOMENTS) as (keyof typeof MOMENTS)[]
  for (const name of only ?? []) requireListed(known, name, 'prop', 'stage/unknown-prop')
  const shows = { mug: talksOverMug(avatar), book: givesBook(avatar) }
  const tiles = known
    .filter((name) => only?.includes(name) ?? true)
    .flatMap((name) =>
      MOMENTS[name].map(([label, seconds, own]): Tile => ({ label, seconds, shot: shot ?? own, show: shows[name] })),
    )
  return [
    {
      file: 'props',
      title: 'Things in hands',
      subtitle: 'taken, carried, handed over and put down',
      size: { width: 300, height: 320 },
      columns: COLUMNS,
      tiles,
    },
  ]
}

const talksOverMug =
  (avatar: string): Show =>
  async (stage) => {
    const ana = stage.spawnActor({ id: 'ana', avatar, at: 'table' })
    await stage.wait(TAKES)
    ana.pickUp('mug', { hand: 'left' })
    await stage.wait(TALKS - TAKES)
    ana.say('This one is for you, and it is still really hot!')
    await stage.wait(PUTS_DOWN - TALKS)
    await ana.putDown()
  }

const givesBook =
  (avatar: string): Show =>
  async (stage) => {
    const ana = stage.spawnActor({ id: 'ana', avatar, at: 'table' })
    const ben = stage.spawnActor({ id: 'ben', avatar: 'henrik', at: 'right' })
    await stage.wait(TAKES)
    ana.pickUp('book', { hand: 'left' })
    await stage.wait(STEPS_OVER - TAKES)
    ana.moveTo('left')
    ana.lookAt(ben)
    ben.lookAt(ana)
    await stage.wait(GIVES - STEPS_OVER)
    await ana.handOver(ben)
  }
