import {
  type Catalogue,
  createBlobStore,
  createFliteVoice,
  createSpeaker,
  createStage,
  defineVoice,
  FILM_LINE_LEAD,
  loadFliteInNode,
  rehearse,
  type SpeechPart,
  type Stage,
  type Voice,
} from '../../../engine/api/node.ts'

/** How a text is performed. */
export type Casting = {
  readonly text: string
  readonly seed: number
  readonly manner: string
  /** Worn from before the first word on, at most of its strength. */
  readonly expression: string
}

/** A performance with all of it in its log, at its beginning. */
export type Performed = { readonly stage: Stage; readonly ticks: number; readonly degraded: readonly string[] }

const STRENGTH = 0.8
/** Seconds before the first word, so that a manner's posture and a face are there. */
const BEFORE = 1
const LONGEST = 60

/** Voices speak each text once, however often it is performed. */
export function createActingVoice(): Voice {
  const voice = createFliteVoice(loadFliteInNode)
  const spoken = new Map<string, readonly SpeechPart[]>()
  return defineVoice({
    ...voice,
    async *synthesize(text, options) {
      if (!spoken.has(text)) {
        const parts: SpeechPart[] = []
        for await (const part of voice.synthesize(text, options)) parts.push(part)
        spoken.set(text, parts)
      }
      yield* spoken.get(text)!
    },
  })
}

/** Lets one actor say a text, acted out by the rules, with the lead that films give. */
export async function performText(catalogue: Catalogue, voice: Voice, casting: Casting): Promise<Performed> {
  const { text, seed, manner, expression } = casting
  const speaker = createSpeaker([voice], createBlobStore())
  const stage = createStage({ catalogue, seed, speaker, lineLead: FILM_LINE_LEAD })
  const { log, ticks, degraded } = await rehearse(
    stage,
    async ({ spawnActor, wait }) => {
      const actor = spawnActor({ id: 'ana' })
      actor.setManner(manner)
      actor.express(expression, { intensity: STRENGTH })
      await wait(BEFORE)
      await actor.say(text)
    },
    { signal: new AbortController().signal, maxSeconds: LONGEST },
  )
  const told = degraded.map(({ what, text }) => `${what}: ${text}`)
  return { stage: createStage({ catalogue, seed, log }), ticks, degraded: told }
}
