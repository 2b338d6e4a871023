import { useEffect, useRef, useState } from 'preact/hooks'
import type { Visit } from '../enter.ts'
import { hearing, micMode, people, showsChat } from '../state.ts'
import { MicrophoneButton } from './microphone-button.tsx'

/** Longest text, characters: as the room takes it. */
const LONGEST = 2000

/** What stands in the box before the first word is understood. */
const LISTENING = { hearing: 'Listening…', understanding: 'Understanding…' } as const

/** What was said, and the place to say more. */
export function Chat({ visit }: { readonly visit: Visit }) {
  const [text, setText] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const { history, actors } = people.value
  const isSpeaking = actors.some(({ doing }) => doing === 'speaking')
  const say = (said: string) => {
    if (isSpeaking) visit.interrupt()
    visit.send('say', { text: said })
  }
  const { state, interim } = hearing.value
  const isHeard = state === 'hearing' || state === 'understanding'

  useEffect(() => list.current?.lastElementChild?.scrollIntoView({ block: 'end' }), [history.length])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') visit.interrupt()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [visit])

  return (
    <section class="chat" aria-label="Conversation">
      <ol ref={list} hidden={!showsChat.value} aria-live="polite">
        {history.map(({ by, name, text: said, language, tick }, i) => (
          <li
            key={`${tick}/${i}`}
            class={by === visit.id ? 'mine' : actors.some(({ id }) => id === by) ? 'actor' : 'other'}
          >
            <b>{by === visit.id ? 'You' : name}</b>
            <span lang={language}>{said}</span>
          </li>
        ))}
      </ol>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() !== '') say(text.trim())
          setText('')
        }}
      >
        {micMode.value !== 'off' && <MicrophoneButton visit={visit} />}
        <input
          aria-label="Say something"
          placeholder={isHeard ? LISTENING[state] : 'Say something…'}
          maxLength={LONGEST}
          readOnly={isHeard}
          value={isHeard ? interim : text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        {isSpeaking ? (
          <button type="button" onClick={visit.interrupt} title="Stop (Escape)">
            Stop
          </button>
        ) : (
          <button type="submit" disabled={text.trim() === ''}>
            Send
          </button>
        )}
      </form>
    </section>
  )
}
