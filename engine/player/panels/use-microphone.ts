import { useRef } from 'preact/hooks'
import { hearing, notice } from '../state.ts'

/** The part of the Web Speech API that is used. Source: W3C Community Group, Web Speech API. */
type Recognition = EventTarget & {
  continuous: boolean
  interimResults: boolean
  lang: string
  start: () => void
  stop: () => void
}
type ResultEvent = Event & {
  readonly resultIndex: number
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>
}
type ErrorEvent = Event & { readonly error: string }

export type MicrophoneOptions = {
  readonly onStart: () => void
  readonly onEnd: () => void
  /** Told of each sentence that was understood. */
  readonly onText: (text: string) => void
}

export type Microphone = { readonly toggle: () => void; readonly hint: string }

const HINTS = {
  off: 'Talk with your microphone',
  open: 'Stop listening',
  refused: 'The microphone is not allowed for this page; allow it in the browser’s address bar',
  missing: 'This browser understands no speech; type instead',
} as const

/** Lets a person talk: the browser's own recogniser, where it has one. */
export function useMicrophone({ onStart, onEnd, onText }: MicrophoneOptions): Microphone {
  const current = useRef<Recognition | undefined>(undefined)

  function open(): void {
    const Recogniser = window as {
      SpeechRecognition?: new () => Recognition
      webkitSpeechRecognition?: new () => Recognition
    }
    const Kind = Recogniser.SpeechRecognition ?? Recogniser.webkitSpeechRecognition
    if (Kind === undefined) {
      fail('missing')
      return
    }
    const recognition = new Kind()
    recognition.continuous = true
    recognition.interimResults = true
    recognition.lang = navigator.language
    recognition.addEventListener('result', (event) => read(event as ResultEvent))
    recognition.addEventListener('speechstart', onStart)
    recognition.addEventListener('error', (event) => {
      if ((event as ErrorEvent).error === 'not-allowed') fail('refused')
    })
    recognition.addEventListener('end', close)
    recognition.start()
    current.current = recognition
    hearing.value = { state: 'open', interim: '' }
  }

  function read({ results, resultIndex }: ResultEvent): void {
    let interim = ''
    for (let i = resultIndex; i < results.length; i++) {
      const result = results[i]!
      const { transcript } = result[0]!
      if (result.isFinal) onText(transcript.trim())
      else interim += transcript
    }
    hearing.value = { state: 'open', interim }
  }

  function fail(state: 'refused' | 'missing'): void {
    hearing.value = { state, interim: '' }
    notice.value = `${HINTS[state]}.`
  }

  function close(): void {
    if (current.current === undefined) return
    current.current = undefined
    if (hearing.value.state === 'open') hearing.value = { state: 'off', interim: '' }
    onEnd()
  }

  return {
    hint: HINTS[hearing.value.state],
    toggle() {
      if (current.current === undefined) open()
      else current.current.stop()
    },
  }
}
