import type { PageRecogniser } from './recogniser.ts'

/** The part of the Web Speech API that is used. Source: W3C Audio Community Group, Web Speech API. */
type Recognition = EventTarget & {
  continuous: boolean
  interimResults: boolean
  lang: string
  /** Browsers that take no track open the microphone by themselves. */
  start: (track: MediaStreamTrack) => void
  stop: () => void
  abort: () => void
}
type ResultEvent = Event & { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }
type ErrorEvent = Event & { readonly error: string }

/** Milliseconds that the browser's service gets from the end of an utterance to its text. */
const PATIENCE = 6000
/** Faults that are none: nobody spoke, or it was told to stop. */
const NO_FAULTS = ['no-speech', 'aborted']

/** The browser's own recogniser, which may ask a service of its maker; undefined where it has none. */
export function findBrowserRecogniser(): PageRecogniser | undefined {
  const scope = window as {
    SpeechRecognition?: new () => Recognition
    webkitSpeechRecognition?: new () => Recognition
  }
  const Kind = scope.SpeechRecognition ?? scope.webkitSpeechRecognition
  if (Kind === undefined) return undefined
  return {
    name: 'this browser',
    listen(track, onGuess) {
      const recognition = new Kind()
      recognition.continuous = true
      recognition.interimResults = true
      recognition.lang = navigator.language
      let text = ''
      let fault = ''
      recognition.addEventListener('result', (event) => {
        text = Array.from((event as ResultEvent).results, (result) => result[0]!.transcript.trim()).join(' ')
        onGuess(text)
      })
      recognition.addEventListener('error', (event) => {
        const { error } = event as ErrorEvent
        if (!NO_FAULTS.includes(error)) fault = error
      })
      const ended = new Promise<void>((resolve) => recognition.addEventListener('end', () => resolve()))
      recognition.start(track)
      return {
        write() {},
        drop: () => recognition.abort(),
        async finish() {
          recognition.stop()
          const isLate = await Promise.race([ended, after(PATIENCE)])
          if (isLate) recognition.abort()
          if (fault !== '' || (isLate && text === ''))
            throw new Error(`The browser’s own recogniser failed (${fault || 'no answer'}).`)
          return text
        },
      }
    },
  }
}

const after = (milliseconds: number) => new Promise<true>((resolve) => setTimeout(resolve, milliseconds, true))
