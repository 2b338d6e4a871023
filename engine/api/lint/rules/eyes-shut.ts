import { TICK_RATE } from '../../../core/clock.ts'
import { faceChannel } from '../../../rig/blendshapes.ts'
import { defineRule } from '../rule.ts'
import { createSpans } from '../spans.ts'

/** A lid this far down sees nothing. */
const SHUT = 0.8
/** Blinks of a listener that say "understood" last this long at most, seconds. Source: P. Hömke et al., "Eye blinking as addressee feedback in face-to-face conversation" (2017): long ones above 0.41. */
const LONGEST = 0.6

const LIDS = [faceChannel('eyeBlinkLeft'), faceChannel('eyeBlinkRight')]

export const eyesShut = defineRule({
  name: 'eyes-shut',
  description: 'Nobody looks at something with shut eyes: they stay shut no longer than 0.6 s.',
  watch(tell) {
    let ticks = 0
    const spans = createSpans(
      {
        limit: LONGEST,
        say: (worst) => `eyes stay shut for ${worst.toFixed(2)} s while they look at something`,
      },
      tell,
    )
    return {
      see({ tick, face }) {
        ticks = LIDS.every((lid) => face[lid]! >= SHUT) ? ticks + 1 : 0
        spans.see(tick, ticks / TICK_RATE)
      },
      end() {
        spans.end()
        return { 'eyes shut at longest, s': spans.worst() }
      },
    }
  },
})
