import { ArrowDown } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Utterance } from '../room-session.ts'
import { people, showsChat } from '../state.ts'
import { Icon } from './icon.tsx'

/** This close to its end a list counts as read to the end, pixels. */
const NEAR = 40

/** What was said, oldest first. Who has scrolled back stays there, and is told that there is more. */
export function Messages({ me }: { readonly me: string }) {
  const list = useRef<HTMLOListElement>(null)
  const [isAtEnd, setAtEnd] = useState(true)
  const { history, actors } = people.value
  const last = history.at(-1)
  const thinking = actors.filter(({ doing }) => doing === 'thinking')
  const toEnd = () => list.current?.scrollTo({ top: list.current.scrollHeight })

  useEffect(() => {
    if (isAtEnd || last?.by === me) toEnd()
  }, [last?.tick, last?.text, thinking.length, showsChat.value])

  return (
    <div class="messages" role="log" hidden={!showsChat.value}>
      <ol
        ref={list}
        aria-label="What was said"
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) =>
          setAtEnd(scrollHeight - scrollTop - clientHeight < NEAR)
        }
      >
        {history.map((said, i) => (
          <li
            key={`${said.tick}/${said.by}/${said.text}`}
            class={`${kindOf(said, me, actors)} ${history[i - 1]?.by === said.by ? 'more' : ''}`}
          >
            {history[i - 1]?.by !== said.by && <b dir="auto">{said.by === me ? 'You' : said.name}</b>}
            <span dir="auto" lang={said.language}>
              {said.text}
            </span>
          </li>
        ))}
        {thinking.map(({ id, name }) => (
          <li key={id} class="actor thinking" aria-hidden="true">
            <b dir="auto">{name}</b>
            <span class="dots">
              <i />
              <i />
              <i />
            </span>
          </li>
        ))}
      </ol>
      {!isAtEnd && (
        <button type="button" class="to-end" onClick={toEnd}>
          <Icon of={ArrowDown} /> To the latest
        </button>
      )}
    </div>
  )
}

const kindOf = ({ by }: Utterance, me: string, actors: readonly { readonly id: string }[]): string =>
  by === me ? 'mine' : actors.some(({ id }) => id === by) ? 'actor' : 'other'
