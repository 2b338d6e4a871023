import { SendHorizontal, Square } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import type { Visit } from '../enter.ts'
import { hearing, micMode, people } from '../state.ts'
import { Icon } from './icon.tsx'
import { MicrophoneButton } from './microphone-button.tsx'

/** Longest text, characters: as the room takes it. */
const LONGEST = 2000
/** From here on it is told how much room is left. */
const NEARLY = LONGEST - 200

/** What stands in the box before the first word is understood. */
const LISTENING = { hearing: 'Listening…', understanding: 'Understanding…' } as const

/** The place to say something, by hand or by mouth. */
export function Composer({ visit }: { readonly visit: Visit }) {
  const [text, setText] = useState('')
  const isTyping = useRef(false)
  const isSpeaking = people.value.actors.some(({ doing }) => doing === 'speaking')
  const say = (said: string) => {
    if (isSpeaking) visit.interrupt()
    visit.send('say', { text: said })
  }
  const listen = (on: boolean) => {
    if (on === isTyping.current) return
    isTyping.current = on
    visit.send('listen', { on })
  }
  const { state, interim } = hearing.value
  const isHeard = state === 'hearing' || state === 'understanding'
  const submit = () => {
    if (text.trim() === '') return
    say(text.trim())
    isTyping.current = false
    setText('')
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {micMode.value !== 'off' && <MicrophoneButton visit={visit} />}
      <textarea
        id="say"
        rows={1}
        dir="auto"
        aria-label="Say something"
        enterkeyhint="send"
        placeholder={isHeard ? LISTENING[state] : 'Say something…'}
        maxLength={LONGEST}
        readOnly={isHeard}
        value={isHeard ? interim : text}
        onInput={(event) => {
          setText(event.currentTarget.value)
          listen(event.currentTarget.value !== '')
        }}
        onKeyDown={(event) => {
          // Enter that chooses a word of an input method is not ours.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
          event.preventDefault()
          submit()
        }}
      />
      {text.length > NEARLY && (
        <span class="left" role="status">
          {text.length === LONGEST ? 'No more fits' : `${LONGEST - text.length} left`}
        </span>
      )}
      {isSpeaking && text.trim() === '' ? (
        <button type="button" class="icon-only" onClick={visit.interrupt} title="Stop (Escape)">
          <Icon of={Square} />
          <span class="unseen">Stop</span>
        </button>
      ) : (
        <button type="submit" class="icon-only primary" aria-disabled={text.trim() === ''} title="Send (Enter)">
          <Icon of={SendHorizontal} />
          <span class="unseen">Send</span>
        </button>
      )}
    </form>
  )
}
