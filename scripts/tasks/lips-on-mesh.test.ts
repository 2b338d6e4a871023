import { beforeAll, describe, expect, it } from 'vitest'
import type { LipMeter } from '../../content/forge/head/lip-meter.ts'
import {
  type Catalogue,
  createBlobStore,
  createFliteVoice,
  createSpeaker,
  loadCatalogue,
  loadFliteInNode,
  openContent,
  type SpokenPart,
} from '../../engine/api/node.ts'
import { type Contact, measureContacts, openLipMeter } from './lips-on-mesh.ts'

const TEXTS = ['Pam, Bob and my mum: five of them, maybe more.', 'The movie was good but the book was better.']

/** Lips that let less light through than this are closed; a lip this near touches the teeth. Millimetres. */
const CLOSED = 0.5
const TOUCHING = 1.5

let meter: LipMeter
let catalogue: Catalogue
let spoken: SpokenPart[]

beforeAll(async () => {
  meter = await openLipMeter()
  catalogue = await loadCatalogue(openContent(), 'studio')
  const speaker = createSpeaker([createFliteVoice(loadFliteInNode)], createBlobStore())
  spoken = []
  for (const text of TEXTS)
    for (const voice of ['slt', 'rms'])
      for await (const part of speaker.speak(text, { voice, rate: 1, pitch: 1, signal: new AbortController().signal }))
        spoken.push(part)
}, 120_000)

const contacts = (expression: string): Contact[] =>
  spoken.flatMap((part) => measureContacts(meter, catalogue, part, expression))

describe('lips on the mesh', () => {
  it('close on every p, b and m, whatever the face expresses', () => {
    for (const expression of ['friendly', 'happy', 'surprised', 'sad']) {
      const bilabials = contacts(expression).filter(({ phone }) => /[pbm]/.test(phone))
      expect(bilabials.length).toBeGreaterThan(20)
      expect({ expression, open: bilabials.filter(({ millimetres }) => millimetres >= CLOSED) }).toEqual({
        expression,
        open: [],
      })
    }
  }, 120_000)

  it('bring the lower lip to the teeth on every f and v', () => {
    const labiodentals = contacts('friendly').filter(({ phone }) => /[fv]/.test(phone))
    expect(labiodentals.length).toBeGreaterThan(4)
    expect(labiodentals.filter(({ millimetres }) => millimetres >= TOUCHING)).toEqual([])
  }, 60_000)
})
