import { requireListed, type Show } from '../../../engine/api/node.ts'
import type { SheetMaker } from './sheet.ts'

/** A text with a welcome, a question, a contrast and a stress, so that each manner has something to show. */
const TEXT =
  'Hello, and welcome! I have thought about it for a long time. Shall we do it the old way, or the new one? I really believe that this is huge.'
/** Looked at while it is said, seconds. */
const MOMENTS = [1.4, 3.4, 5.6, 7.6] as const

/** Every manner over the same text, a row for each. */
export const manners: SheetMaker = async ({ content, avatar, shot = 'front', only }) => {
  const known = await content.list('manners')
  for (const name of only ?? []) requireListed(known, name, 'manner', 'stage/unknown-manner')
  const tiles = known
    .filter((name) => only?.includes(name) ?? true)
    .flatMap((name) => {
      const show = saysIn(avatar, name)
      return MOMENTS.map((seconds) => ({ label: `${name}, ${seconds} s`, seconds, shot, show }))
    })
  return [
    {
      file: 'manners',
      title: 'Manners over the same text',
      subtitle: 'four moments of it',
      size: { width: 300, height: 340 },
      columns: MOMENTS.length,
      tiles,
    },
  ]
}

const saysIn =
  (avatar: string, manner: string): Show =>
  async (stage) => {
    const actor = stage.spawnActor({ id: 'ana', avatar, at: 'centre' })
    actor.setManner(manner)
    actor.lookAt('camera')
    await stage.wait(0.2)
    await actor.say(TEXT)
  }
