import { signal } from '@preact/signals'
import type { Caption } from './captions.ts'
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
/** The microphone: not asked for, off, or open with what it hears. */
export const hearing = signal<{ readonly state: 'off' | 'open' | 'refused' | 'missing'; readonly interim: string }>({
  state: 'off',
  interim: '',
})

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
