/** The product's content as modules rather than files, so that test stages run in pages too. `content.test.ts` sees that none is left out. */
import curious from '../../content/expressions/curious.json' with { type: 'json' }
import friendly from '../../content/expressions/friendly.json' with { type: 'json' }
import happy from '../../content/expressions/happy.json' with { type: 'json' }
import sad from '../../content/expressions/sad.json' with { type: 'json' }
import surprised from '../../content/expressions/surprised.json' with { type: 'json' }
import nod from '../../content/gestures/nod.json' with { type: 'json' }
import offer from '../../content/gestures/offer.json' with { type: 'json' }
import present from '../../content/gestures/present.json' with { type: 'json' }
import shake from '../../content/gestures/shake.json' with { type: 'json' }
import wave from '../../content/gestures/wave.json' with { type: 'json' }
import dusk from '../../content/media/dusk/media.json' with { type: 'json' }
import island from '../../content/media/island/media.json' with { type: 'json' }
import hands from '../../content/poses/hands.json' with { type: 'json' }
import standing from '../../content/poses/standing.json' with { type: 'json' }
import studio from '../../content/stages/studio.json' with { type: 'json' }

export const TEST_CONTENT = {
  expressions: { curious, friendly, happy, sad, surprised },
  gestures: { nod, offer, present, shake, wave },
  hands,
  media: { dusk, island },
  standing,
  studio,
} as const
