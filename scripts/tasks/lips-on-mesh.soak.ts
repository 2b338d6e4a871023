import { describe, expect, it } from 'vitest'
import {
  createBlobStore,
  createFliteVoice,
  createSpeaker,
  loadCatalogue,
  loadFliteInNode,
  openContent,
} from '../../engine/api/node.ts'
import { LIP_SENTENCES } from '../../engine/test-plans.ts'
import { BLENDS, type Contact, measureContacts, openLipMeter } from './lips-on-mesh.ts'

const CLOSED = 0.5
const TOUCHING = 1.5

describe('lips on the mesh, over twenty sentences, four voices, every expression and blends of them', () => {
  it('close on every p, b and m, and touch the teeth on 98 % of f and v', async () => {
    const meter = await openLipMeter()
    const catalogue = await loadCatalogue(openContent(), 'studio')
    const speaker = createSpeaker([createFliteVoice(loadFliteInNode)], createBlobStore())
    const contacts: Contact[] = []
    for (const text of LIP_SENTENCES)
      for (const voice of ['slt', 'rms', 'awb', 'kal16'])
        for await (const part of speaker.speak(text, {
          voice,
          rate: 1,
          pitch: 1,
          signal: new AbortController().signal,
        }))
          for (const face of [...catalogue.expressions.keys(), ...BLENDS])
            contacts.push(...measureContacts(meter, catalogue, part, face))
    const bilabials = contacts.filter(({ phone }) => /[pbm]/.test(phone))
    const labiodentals = contacts.filter(({ phone }) => /[fv]/.test(phone))
    const closed = bilabials.filter(({ millimetres }) => millimetres < CLOSED)
    const touching = labiodentals.filter(({ millimetres }) => millimetres < TOUCHING)
    process.stdout.write(
      `lips closed on ${closed.length} of ${bilabials.length} p, b, m; at the teeth on ${touching.length} of ${labiodentals.length} f, v\n`,
    )
    expect(closed.length).toBe(bilabials.length)
    expect(touching.length / labiodentals.length).toBeGreaterThanOrEqual(0.98)
  })
})
