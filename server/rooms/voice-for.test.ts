import { expect, test } from 'vitest'
import type { Voice } from '../../engine/api/host.ts'
import { voiceFor } from './voice-for.ts'

const voice = (speakers: readonly string[], ...languages: string[]): Voice => ({
  name: speakers.join(),
  speakers,
  languages,
  async *synthesize() {},
})
const VOICES = [voice(['slt', 'rms'], 'en-US'), voice(['eva', 'max'], 'de-DE', 'en-GB'), voice(['lea'], 'fr-FR')]

test('who was chosen speaks the languages of their voice, and others are spoken by whoever can', () => {
  expect(voiceFor(VOICES, 'rms', 'en')).toBe('rms')
  expect(voiceFor(VOICES, 'rms', 'de')).toBe('eva')
  expect(voiceFor(VOICES, 'max', 'de')).toBe('max')
  expect(voiceFor(VOICES, 'max', 'fr')).toBe('lea')
})

test('where nobody can, who was chosen does what they can', () => {
  expect(voiceFor(VOICES, 'rms', 'ja')).toBe('rms')
  expect(voiceFor([], 'rms', 'en')).toBe('rms')
})
