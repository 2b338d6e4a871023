import { expect, test } from 'vitest'
import { createFliteVoice } from './flite.ts'
import { loadFliteInNode } from './load-flite-node.ts'
import { DEFAULT_VOICE, findVoice } from './voices.ts'

const voices = [createFliteVoice(loadFliteInNode)]

test('a voice is found by its speaker, alone or with the provider', () => {
  expect(findVoice(voices, 'rms')).toMatchObject({ voice: { name: 'flite' }, speaker: 'rms' })
  expect(findVoice(voices, 'flite/kal16').speaker).toBe('kal16')
  expect(findVoice(voices, DEFAULT_VOICE).speaker).toBe('slt')
})

test('a wrong name gets the right ones', () => {
  expect(() => findVoice(voices, 'slv')).toThrow('No voice "slv". Did you mean "slt"? Known: awb, kal16, rms, slt.')
  expect(() => findVoice(voices, 'acme/slt')).toThrow(/Known/)
})
