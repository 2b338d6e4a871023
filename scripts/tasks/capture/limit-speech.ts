import { EngineError, type Speaker } from '../../../engine/api/node.ts'
import type { CaptureOptions } from './options.ts'

/** Characters that a voice says in a second, for estimates. Measured: English prose 15 to 18, short sentences 9. */
const CHARACTERS_PER_SECOND = 15

/** A text is refused unspoken when its estimate is this many times the limit: voices may be twice as fast. */
const SURE = 2

type Limits = Pick<CaptureOptions, 'maxDuration' | 'rate'>

/**
 * Refuses a text that is far too long, before any of it is spoken.
 *
 * @throws  `show/too-long`
 */
export function refuseLongText(text: string, { maxDuration, rate }: Limits): void {
  const characters = text.replace(/\s+/g, ' ').length
  const estimate = characters / CHARACTERS_PER_SECOND / rate
  if (estimate > SURE * maxDuration) throw tooLong(characters, estimate, maxDuration)
}

/**
 * A speaker who stops with an error once what was said of a text is longer than a film may be. The rest is estimated
 * from it. What many texts come to, the rehearsal sees.
 */
export function limitSpeech(speaker: Speaker, maxDuration: number): Speaker {
  return {
    async *speak(text, options) {
      const characters = text.length
      let seconds = 0
      let said = 0
      for await (const part of speaker.speak(text, options)) {
        seconds += part.plan.duration + part.plan.pause
        said += part.plan.text.length + 1
        if (seconds > maxDuration)
          throw tooLong(characters, Math.max(seconds, (seconds * characters) / said), maxDuration)
        yield part
      }
    },
  }
}

const tooLong = (characters: number, estimate: number, maxDuration: number): EngineError =>
  new EngineError(
    'show/too-long',
    `The text has ${characters} characters, about ${Math.ceil(estimate)} s of speech; films may last ${maxDuration} s. Shorten it, or raise --max-duration.`,
  )
