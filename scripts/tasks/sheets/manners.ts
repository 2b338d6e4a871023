import { requireListed, type Show } from '../../../engine/api/node.ts'
import type { SheetMaker } from './sheet.ts'

/** A text with a welcome, a question, a contrast and a stress, so that each manner has something to show. */
const TEXT =
  'Hello, and welcome! I have thought about it for a long time. Shall we do it the old way, or the new one? I really believe that this is huge.'
/** When somebody stands at ease and listens, and begins to speak, seconds. */
const LISTENS = 1.5
const SPEAKS = 4
/** What is looked at: at ease from two sides, listening, and two gestures. */
const VIEWS = [
  { what: 'at ease', seconds: 1.2 },
  { what: 'from the side', seconds: 1.2, shot: 'full-left' },
  { what: 'listening', seconds: 3.5 },
  { what: 'speaking', seconds: SPEAKS + 1.4 },
  { what: 'speaking', seconds: SPEAKS + 5.6 },
] as const

/** Every manner at ease, listening, and over the same text, a row for each. */
export const manners: SheetMaker = async ({ content, avatar, shot, only }) => {
  const known = await content.list('manners')
  for (const name of only ?? []) requireListed(known, name, 'manner', 'stage/unknown-manner')
  const tiles = known
    .filter((name) => only?.includes(name) ?? true)
    .flatMap((name) => {
      const show = showsManner(avatar, name)
      return VIEWS.map((view) => ({
        label: `${name}, ${view.what}`,
        seconds: view.seconds,
        shot: shot ?? ('shot' in view ? view.shot : 'full'),
        show,
      }))
    })
  return [
    {
      file: 'manners',
      title: 'Manners',
      subtitle: 'at ease, listening, and over the same text',
      size: { width: 220, height: 340 },
      columns: VIEWS.length,
      tiles,
    },
  ]
}

const showsManner =
  (avatar: string, manner: string): Show =>
  async (stage) => {
    const actor = stage.spawnActor({ id: 'ana', avatar, at: 'centre' })
    actor.setManner(manner)
    actor.lookAt('camera')
    await stage.wait(LISTENS)
    actor.act('listening')
    await stage.wait(SPEAKS - LISTENS)
    actor.act('idle')
    await actor.say(TEXT)
  }
