import { type ClientMessages, MAX_PCM, type RoomMessages } from '../../api/page.ts'
import type { PageRecogniser } from './recogniser.ts'
import { EAR_RATE, toPcm } from './sound-frames.ts'

/**
 * Least sound of a message, and most, samples: a quarter of a second, and what a room takes; and the least time between
 * two, milliseconds. A page that was held up has much to send at once and may not flood its room.
 */
const PIECE = EAR_RATE / 4
const MOST = MAX_PCM / 2
const PACE = 200
/** Milliseconds that the server gets from the end of an utterance to its text; it gives its program ten seconds. */
const PATIENCE = 15_000

type Heard = RoomMessages['heard']
type Waiting = { readonly onGuess: (text: string) => void; readonly onEnd: (heard: Heard) => void }

/**
 * The room's recogniser, and what tells it of the room's answers.
 *
 * @param now  Milliseconds of a clock that never goes back.
 */
export function createServerRecogniser(
  name: string,
  send: (message: ClientMessages['hear']) => void,
  now: () => number,
) {
  const waiting = new Map<number, Waiting>()
  let count = 0

  const recogniser: PageRecogniser = {
    name: `this server’s ${name}`,
    listen(_track, onGuess) {
      const utterance = count++
      let unsent: readonly Float32Array[] = []
      let sentAt = Number.NEGATIVE_INFINITY
      const flush = (end?: 'said' | 'dropped') => {
        const sound = end === 'dropped' ? new Float32Array(0) : join(unsent)
        unsent = []
        sentAt = now()
        let at = 0
        for (; sound.length - at > MOST; at += MOST) send({ utterance, pcm: toPcm(sound.subarray(at, at + MOST)) })
        send({ utterance, pcm: toPcm(sound.subarray(at)), ...(end && { end }) })
      }
      const heard = new Promise<Heard>((resolve) => {
        waiting.set(utterance, { onGuess, onEnd: resolve })
      })
      return {
        write(samples) {
          unsent = [...unsent, samples]
          if (lengthOf(unsent) >= PIECE && now() - sentAt >= PACE) flush()
        },
        drop() {
          waiting.delete(utterance)
          flush('dropped')
        },
        async finish() {
          flush('said')
          const { text, fault } = await Promise.race([heard, lateAnswer(utterance)])
          waiting.delete(utterance)
          if (fault !== undefined) throw new Error(fault)
          return text
        },
      }
    },
  }

  return {
    recogniser,
    /** Takes what the room understood. */
    receive(heard: Heard): void {
      const one = waiting.get(heard.utterance)
      if (heard.final) one?.onEnd(heard)
      else one?.onGuess(heard.text)
    },
  }
}

async function lateAnswer(utterance: number): Promise<Heard> {
  await new Promise((resolve) => setTimeout(resolve, PATIENCE))
  return { utterance, text: '', final: true, fault: 'The server did not answer in time. Say it again, or type.' }
}

const lengthOf = (pieces: readonly Float32Array[]): number => pieces.reduce((sum, { length }) => sum + length, 0)

function join(pieces: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(lengthOf(pieces))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
