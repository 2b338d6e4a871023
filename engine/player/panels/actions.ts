import {
  Bookmark,
  Camera,
  Captions,
  CaptionsOff,
  CircleDot,
  Ellipsis,
  type IconNode,
  Keyboard,
  Maximize,
  MessageSquare,
  Settings,
  Square,
  Users,
  Volume2,
  VolumeX,
} from 'lucide'
import type { Visit } from '../enter.ts'
import { STRAIGHT_ON } from '../orbit.ts'
import { news, notice, orbit, type PanelName, panel, people, showsCaptions, showsChat, volume } from '../state.ts'

/** Something a person can do from anywhere in the room: a button, a key, a line in the help. */
export type Action = {
  readonly label: string
  /** As `KeyboardEvent.key` names it. */
  readonly key: string
  readonly icon: () => IconNode
  readonly run: () => void
  /** For what is on or off. */
  readonly isOn?: () => boolean
  /** For those alone who may direct. */
  readonly forDirectors?: true
  /** Where its button is: always in the bar, there where it is wide, or nowhere. */
  readonly place: 'bar' | 'wide' | 'key'
}

/** Loudness that comes back after silence where none was before. */
const LOUD = 0.9

/** What can be done, in the order of buttons and help. */
export function createActions({ send, snapshot, catalogue }: Visit): readonly Action[] {
  let loudness = LOUD
  const opens = (name: PanelName, label: string, key: string, icon: IconNode, place: Action['place']): Action => ({
    label,
    key,
    icon: () => icon,
    place,
    isOn: () => panel.value === name,
    run() {
      panel.value = panel.value === name ? undefined : name
    },
  })
  const shots = Object.keys(catalogue.stage.shots).slice(0, 9)
  return [
    {
      label: 'Write',
      key: '/',
      icon: () => MessageSquare,
      place: 'key',
      run: () => document.querySelector<HTMLElement>('#say')?.focus(),
    },
    ...shots.map(
      (shot, i): Action => ({
        label: `Shot: ${titled(shot)}`,
        key: String(i + 1),
        icon: () => Camera,
        place: 'key',
        run: () => cutTo(send, shot),
      }),
    ),
    {
      label: 'Look straight on',
      key: '0',
      icon: () => Camera,
      place: 'key',
      run() {
        orbit.value = STRAIGHT_ON
      },
    },
    {
      label: 'Sound',
      key: 'm',
      icon: () => (volume.value > 0 ? Volume2 : VolumeX),
      place: 'wide',
      isOn: () => volume.value > 0,
      run() {
        if (volume.value > 0) loudness = volume.value
        volume.value = volume.value > 0 ? 0 : loudness
      },
    },
    {
      label: 'Captions',
      key: 'c',
      icon: () => (showsCaptions.value ? Captions : CaptionsOff),
      place: 'wide',
      isOn: () => showsCaptions.value,
      run() {
        showsCaptions.value = !showsCaptions.value
      },
    },
    {
      label: 'Chat',
      key: 'h',
      icon: () => MessageSquare,
      place: 'wide',
      isOn: () => showsChat.value,
      run() {
        showsChat.value = !showsChat.value
      },
    },
    {
      label: 'Record',
      key: 'r',
      icon: () => (people.value.isRecording ? Square : CircleDot),
      place: 'wide',
      forDirectors: true,
      isOn: () => people.value.isRecording,
      run: () => send('record', { on: !people.value.isRecording }),
    },
    { label: 'Keep this picture', key: 'p', icon: () => Camera, place: 'wide', run: () => void keepPicture(snapshot) },
    {
      label: 'Full screen',
      key: 'f',
      icon: () => Maximize,
      place: 'wide',
      isOn: () => document.fullscreenElement !== null,
      run: () => void toggleFullScreen(),
    },
    opens('people', 'People', 'u', Users, 'bar'),
    opens('about', 'What I know about you', 'a', Bookmark, 'wide'),
    opens('settings', 'Settings', ',', Settings, 'bar'),
    opens('help', 'Keys', '?', Keyboard, 'wide'),
    opens('more', 'More', '.', Ellipsis, 'bar'),
  ]
}

/** Goes to a shot, of the actor that is named or of whom the room frames. */
export function cutTo(send: Visit['send'], shot: string, actor?: string): void {
  orbit.value = STRAIGHT_ON
  send('command', { name: 'cutTo', input: { shot, ...(actor === undefined ? {} : { actor }) } })
}

/** A name as a title: "close-up" is "Close-up". */
export const titled = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

async function keepPicture(snapshot: Visit['snapshot']): Promise<void> {
  try {
    const address = URL.createObjectURL(await snapshot())
    const link = document.createElement('a')
    link.href = address
    link.download = `proscenium ${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.png`
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 1000)
    news.value = 'The picture is among your downloads.'
  } catch (error) {
    notice.value = (error as Error).message
  }
}

async function toggleFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement === null) await document.documentElement.requestFullscreen()
    else await document.exitFullscreen()
  } catch {
    notice.value = 'This browser shows no page on the full screen; turn your phone, or make the window larger.'
  }
}
