import { beforeAll, describe, expect, it } from 'vitest'
import type { LipMeter } from '../../content/forge/head/lip-meter.ts'
import {
  type Catalogue,
  createBlobStore,
  createFliteVoice,
  createSpeaker,
  type Face,
  loadCatalogue,
  loadFliteInNode,
  openContent,
  type SpokenPart,
} from '../../engine/api/node.ts'
import { BLENDS, type Contact, measureContacts, openLipMeter } from './lips-on-mesh.ts'

const TEXTS = [
  ['slt', 'Pam, Bob and my mum: five of them, maybe more.'],
  ['rms', 'Have you ever moved a movie from the above?'],
] as const

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
  for (const [voice, text] of TEXTS)
    for await (const part of speaker.speak(text, { voice, rate: 1, pitch: 1, signal: new AbortController().signal }))
      spoken.push(part)
}, 120_000)

const contacts = (face: Face): Contact[] => spoken.flatMap((part) => measureContacts(meter, catalogue, part, face))
const faces = (): Face[] => [...catalogue.expressions.keys(), ...BLENDS]

describe('lips on the mesh, under every expression at its full strength and under blends of them', () => {
  it('close on every p, b and m, and touch the teeth on every f and v', () => {
    for (const face of faces()) {
      const all = contacts(face)
      const bilabials = all.filter(({ phone }) => /[pbm]/.test(phone))
      const labiodentals = all.filter(({ phone }) => /[fv]/.test(phone))
      expect(bilabials.length).toBeGreaterThan(12)
      expect(labiodentals.length).toBeGreaterThan(5)
      expect({ face, open: bilabials.filter(({ millimetres }) => millimetres >= CLOSED) }).toEqual({ face, open: [] })
      const apart = labiodentals.filter(({ millimetres }) => millimetres >= TOUCHING)
      expect({ face, apart }).toEqual({ face, apart: [] })
    }
  }, 180_000)
})
