import { signal } from '@preact/signals'
import type { Caption } from './captions.ts'
import { type Hearing, type MicMode, type MicrophoneChoice, NOT_HEARING } from './ears/hearing.ts'
import { type Orbit, STRAIGHT_ON } from './orbit.ts'
import type { RoomPeople } from './room-session.ts'

/** Where a visit stands. */
export type Stage = 'door' | 'entering' | 'inside' | 'gone'

/** What panels draw. Written by `enter.ts` and by what people do; panels hold nothing else. */
export const stage = signal<Stage>('door')
export const people = signal<RoomPeople>({ people: [], actors: [], history: [] })
export const caption = signal<Caption | undefined>(undefined)
export const notice = signal<string | undefined>(undefined)
export const isLineBroken = signal(false)
export const orbit = signal<Orbit>(STRAIGHT_ON)
export const hearing = signal<Hearing>(NOT_HEARING)
/** How loud the microphone is, [0, 1], for a meter. */
export const microphoneLevel = signal(0)
/** Microphones to choose from; systems tell their names once one was allowed. */
export const microphones = signal<readonly MicrophoneChoice[]>([])

const kept = <T>(key: string, otherwise: T) => {
  const stored = localStorage.getItem(`proscenium.${key}`)
  const value = signal<T>(stored === null ? otherwise : (JSON.parse(stored) as T))
  value.subscribe((now) => localStorage.setItem(`proscenium.${key}`, JSON.stringify(now)))
  return value
}

/** What a person has chosen, kept on this device. */
export const name = kept('name', '')
export const volume = kept('volume', 0.9)
export const showsCaptions = kept('captions', true)
export const showsChat = kept('chat', true)
export const micMode = kept<MicMode>('micMode', 'hold')
/** Id of a microphone; empty for the system's own choice. */
export const microphoneId = kept('microphoneId', '')
/** The open microphone sends only what is said to the actor by name. */
export const wakeWord = kept('wakeWord', false)
/** Soft sounds when the microphone opens or closes, when something was understood or not. */
export const earcons = kept('earcons', true)
