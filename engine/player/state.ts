import { signal } from '@preact/signals'
import * as z from 'zod'
import type { Caption } from './captions.ts'
import { type Hearing, type MicrophoneChoice, NOT_HEARING } from './ears/hearing.ts'
import { kept } from './kept.ts'
import { type Orbit, STRAIGHT_ON } from './orbit.ts'
import type { Lists, RoomPeople, Take } from './room-session.ts'

/** Where a visit stands. */
export type Stage = 'door' | 'entering' | 'inside' | 'gone'
/** A panel that lies over the room; one at a time. */
export type PanelName = 'settings' | 'people' | 'about' | 'help' | 'more'

/** What panels draw. Written by `enter.ts` and by what people do; panels hold nothing else. */
export const stage = signal<Stage>('door')
export const people = signal<RoomPeople>({
  people: [],
  actors: [],
  history: [],
  shot: '',
  media: '',
  isRecording: false,
})
export const caption = signal<Caption | undefined>(undefined)
/** What went wrong, and what to do: one sentence. */
export const notice = signal<string | undefined>(undefined)
/** What is good to know and needs nothing done: who came, what was copied. */
export const news = signal<string | undefined>(undefined)
export const isLineBroken = signal(false)
export const orbit = signal<Orbit>(STRAIGHT_ON)
/** Whether there is a picture to look at, and why not. */
export const picture = signal<{ readonly state: 'opening' | 'shown' | 'none'; readonly why?: string }>({
  state: 'opening',
})
export const panel = signal<PanelName | undefined>(undefined)
/** What the room keeps about this person; undefined until it was asked. */
export const lists = signal<Lists | undefined>(undefined)
/** Whether one may record, and change what everyone sees. */
export const mayDirect = signal(false)
/** The recording that was made last, until it is put away. */
export const take = signal<Take | undefined>(undefined)
export const hearing = signal<Hearing>(NOT_HEARING)
/** How loud the microphone is, [0, 1], for a meter. */
export const microphoneLevel = signal(0)
/** Microphones to choose from; systems tell their names once one was allowed. */
export const microphones = signal<readonly MicrophoneChoice[]>([])

export const CAPTION_SIZES = ['small', 'medium', 'large'] as const
export const QUALITIES = ['auto', 'draft', 'default'] as const
export const MIC_MODES = ['hold', 'open', 'off'] as const
export type Quality = (typeof QUALITIES)[number]

/** What a person has chosen, kept on this device. */
export const name = kept('name', z.string().max(40), '')
export const volume = kept('volume', z.number().min(0).max(1), 0.9)
export const showsCaptions = kept('captions', z.boolean(), true)
export const captionSize = kept('captionSize', z.enum(CAPTION_SIZES), 'medium')
export const showsChat = kept('chat', z.boolean(), true)
export const quality = kept<Quality>('quality', z.enum(QUALITIES), 'auto')
export const micMode = kept('micMode', z.enum(MIC_MODES), 'hold')
/** Id of a microphone; empty for the system's own choice. */
export const microphoneId = kept('microphoneId', z.string().max(200), '')
/** The open microphone sends only what is said to the actor by name. */
export const wakeWord = kept('wakeWord', z.boolean(), false)
/** Soft sounds when the microphone opens or closes, when something was understood or not. */
export const earcons = kept('earcons', z.boolean(), true)
