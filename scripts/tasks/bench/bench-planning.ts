import {
  createBlobStore,
  createFliteVoice,
  createSpeaker,
  loadCatalogue,
  loadFliteInNode,
  openContent,
  type Speaker,
  type SpeechPart,
  type Voice,
} from '../../../engine/api/node.ts'
import { cpuSeconds, type Figure, median } from './figures.ts'

type SpeakingActor = NonNullable<Parameters<Speaker['speak']>[1]['actor']>

/** Milliseconds of one core that a sentence may cost from its sound to its plan: read, acted out, its loudness measured. */
const LIMIT = 5
const ROUNDS = 9

const TEXT = `Hello, and welcome to our little museum! First, let us look at the tower over there. It was built in twelve
hundred and five, and it is huge. There is also a garden, where roses, lilies and apple trees grow. Do you like flowers? On
the one hand, they are beautiful; on the other hand, they need a lot of water. Nobody knows who dug the cellar. I was so
scared down there, but in the end we all laughed about it! Thank you for listening, and see you soon.`

/** What it costs to plan a sentence that has been spoken, on its first time and once the code is warm. */
export async function benchPlanning(): Promise<Figure[]> {
  const voice = await spokenBefore()
  const catalogue = await loadCatalogue(openContent(), 'studio')
  const actor = (): SpeakingActor => ({
    performer: {
      manner: catalogue.manners.get('enthusiastic')!,
      culture: catalogue.cultures.get('international')!,
      gestures: catalogue.gestures,
      expressions: catalogue.expressions,
      seed: 1,
      actor: 'ana',
      lead: 0.25,
      ordered: { gestures: [], face: 0 },
    },
    memory: {},
  })
  const blobs = createBlobStore()
  // Sound is not kept: what it costs to hash is not a plan's.
  const hash = blobs.put(new Float32Array(1), 16_000)
  const speaker = createSpeaker([voice], { ...blobs, put: () => hash })
  const signal = new AbortController().signal
  async function planAll(): Promise<number> {
    const begun = cpuSeconds()
    let sentences = 0
    for await (const _ of speaker.speak(TEXT, { voice: 'before', rate: 1, pitch: 1, signal, actor: actor() }))
      sentences++
    return ((cpuSeconds() - begun) * 1000) / sentences
  }
  const cold = await planAll()
  const warm: number[] = []
  for (let i = 0; i < ROUNDS; i++) warm.push(await planAll())
  return [
    { what: 'a sentence planned, nothing compiled yet', value: cold, unit: 'CPU-ms' },
    { what: 'a sentence planned', value: median(warm), unit: 'CPU-ms', limit: LIMIT },
  ]
}

/** A voice that has spoken the text already. */
async function spokenBefore(): Promise<Voice> {
  const flite = createFliteVoice(loadFliteInNode)
  const signal = new AbortController().signal
  const parts: SpeechPart[] = []
  for await (const part of flite.synthesize(TEXT, { speaker: 'slt', rate: 1, pitch: 1, signal })) parts.push(part)
  return {
    name: 'before',
    speakers: ['before'],
    languages: ['en-US'],
    async *synthesize() {
      yield* parts
    },
  }
}
