import { planPart } from './direct/plan-part.ts'
import type { Plan } from './plan/plan.ts'
import { createFliteVoice } from './voice/flite.ts'
import { loadFliteInNode } from './voice/load-flite-node.ts'

/** Sentences with lips in every place: first, last, doubled, beside each other, and beside f and v. */
export const LIP_SENTENCES = [
  'The weather is beautiful this morning.',
  'Please put the big box behind the door.',
  'My favourite music is playing very loud.',
  'We bought five apples and a bottle of water.',
  'Could you tell me where the post office is?',
  'Her brother works at a bank in the city.',
  'They have never been to the top of the mountain.',
  'I would like a cup of coffee with milk.',
  'The movie was good but the book was better.',
  'Stop the car before you reach the bridge!',
  'Five people from the village found the map.',
  'She sells flowers in front of the museum.',
  'Open the window because the room is warm.',
  'Pam, Bob and my mum, from Umfolozi: five of them; maybe more.',
  'He broke the blue vase by mistake.',
  'The baby laughed when the puppy barked.',
  'You should visit us more often this summer.',
  'Paul moved the heavy table by himself.',
  "Hello, I'm Milla. It is lovely to meet you, and I hope you are well!",
  'Remember: my mum made a comfortable camp for them, maybe a memory of fumes and pumps.',
] as const

const voice = createFliteVoice(loadFliteInNode)

/** What Flite says for a text, as plans. */
export async function speakPlans(text: string, speaker: string, rate: number): Promise<Plan[]> {
  const plans: Plan[] = []
  const { signal } = new AbortController()
  for await (const part of voice.synthesize(text, { speaker, rate, pitch: 1, signal }))
    plans.push(planPart(part, { language: 'en-US' }).plan)
  return plans
}
