/** The product's content as modules rather than files, so that test stages run in pages too. */
import dusk from '../../content/media/dusk/media.json' with { type: 'json' }
import island from '../../content/media/island/media.json' with { type: 'json' }
import hands from '../../content/poses/hands.json' with { type: 'json' }
import sitting from '../../content/poses/sitting.json' with { type: 'json' }
import standing from '../../content/poses/standing.json' with { type: 'json' }
import studio from '../../content/stages/studio.json' with { type: 'json' }

export const TEST_CONTENT = {
  cultures: byName(import.meta.glob('../../content/cultures/*.json', { eager: true, import: 'default' })),
  clips: byName(import.meta.glob('../../content/clips/*.json', { eager: true, import: 'default' })),
  alphabets: byName(import.meta.glob('../../content/alphabets/*.json', { eager: true, import: 'default' })),
  expressions: byName(import.meta.glob('../../content/expressions/*.json', { eager: true, import: 'default' })),
  gestures: byName(import.meta.glob('../../content/gestures/*.json', { eager: true, import: 'default' })),
  manners: byName(import.meta.glob('../../content/manners/*.json', { eager: true, import: 'default' })),
  reposes: byName(import.meta.glob('../../content/reposes/*.json', { eager: true, import: 'default' })),
  hands,
  media: { dusk, island },
  sitting,
  props: byName(import.meta.glob('../../content/props/*.json', { eager: true, import: 'default' })),
  standing,
  studio,
} as const

/** Files by their names without folder and ending. */
function byName(files: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(files).map(([path, file]) => [path.replace(/^.*\/|\.json$/g, ''), file]))
}
