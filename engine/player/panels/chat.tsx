import { useEffect, useRef, useState } from 'preact/hooks'
import type { Visit } from '../enter.ts'
import { hearing, people, showsChat } from '../state.ts'
import { useMicrophone } from './use-microphone.ts'

/** Longest text, characters: as the room takes it. */
const LONGEST = 2000

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
  const microphone = useMicrophone({
    onStart: () => {
      if (isSpeaking) visit.interrupt()
      visit.send('listen', { on: true })
    },
    onEnd: () => visit.send('listen', { on: false }),
    onText: say,
  })

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
        <button
          type="button"
          class={`microphone ${hearing.value.state}`}
          aria-pressed={hearing.value.state === 'open'}
          title={microphone.hint}
          onClick={microphone.toggle}
        >
          <span aria-hidden="true">●</span>
          <span class="unseen">{microphone.hint}</span>
        </button>
        <input
          aria-label="Say something"
          placeholder={hearing.value.interim || 'Say something…'}
          maxLength={LONGEST}
          value={text}
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
