import type { ClientMessages, RoomMessages } from '../../api/page.ts'
import {
  earcons,
  hearing,
  micMode,
  microphoneId,
  microphoneLevel,
  microphones,
  news,
  notice,
  people,
  volume,
  wakeWord,
} from '../state.ts'
import { playEarcon } from './earcons.ts'
import { createEars, type Ears } from './ears.ts'
import { createRecogniserFinder } from './find-recogniser.ts'
import { listMicrophones, openMicrophone } from './microphone.ts'
import { loadSilero } from './silero.ts'
import { createWakeWord } from './wake-word.ts'

/** Ears that a room's recogniser may help. */
export type RoomEars = Ears & { readonly receive: (heard: RoomMessages['heard']) => void }

export type OpenEarsOptions = {
  /** Address of the server, without a slash at its end. */
  readonly server: string
  readonly send: <Type extends 'hear' | 'listen' | 'pause' | 'say'>(type: Type, message: ClientMessages[Type]) => void
  /** Takes the word from who is speaking. */
  readonly interrupt: () => void
}

/** Ears for a page: what they hear is said to the actor, and what they do stands in the page's state. */
export function openEars({ server, send, interrupt }: OpenEarsOptions): RoomEars {
  const named = createWakeWord(() => performance.now())
  const finder = createRecogniserFinder(
    server,
    (message) => send('hear', message),
    (text) => {
      news.value = text
    },
  )
  const isActorSpeaking = () => people.value.actors.some(({ doing }) => doing === 'speaking')
  let context: AudioContext | undefined

  const ears = createEars(
    {
      openMicrophone: async (options) => {
        const microphone = await openMicrophone({ ...options, id: microphoneId.value })
        microphones.value = await listMicrophones()
        return microphone
      },
      findRecogniser: finder.find,
      loadDetector: loadSilero,
      isSecure: isSecureContext,
      mode: () => micMode.value,
      isActorSpeaking,
      needsName: () => wakeWord.value,
      byName: (text) => named.hear(text, people.value.actors[0]?.name ?? ''),
    },
    {
      onHearing(now) {
        hearing.value = now
        if (now.trouble !== '') notice.value = now.trouble
      },
      onLevel(level) {
        microphoneLevel.value = level
      },
      onBegin() {
        if (isActorSpeaking()) interrupt()
        send('listen', { on: true })
      },
      onPause: (spoken) => send('pause', { spoken }),
      onText: (text) => send('say', { text }),
      onEnd: () => send('listen', { on: false }),
      onEarcon(earcon) {
        if (!earcons.value || volume.value === 0) return
        context ??= new AudioContext()
        playEarcon(context, earcon, volume.value)
      },
    },
  )
  // Another way to use it, or another device, is taken up with the next press.
  const stops = [micMode, microphoneId].map((choice) => choice.subscribe(ears.close))
  const list = async () => {
    microphones.value = await listMicrophones()
  }
  void list()
  navigator.mediaDevices?.addEventListener('devicechange', list)
  return {
    ...ears,
    receive: finder.receive,
    close() {
      for (const stop of stops) stop()
      navigator.mediaDevices?.removeEventListener('devicechange', list)
      ears.close()
      void context?.close()
    },
  }
}
