import { ArrowDown } from 'lucide'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { bubblesOf, keyOf } from '../bubbles.ts'
import { people, showsChat } from '../state.ts'
import { Icon } from './icon.tsx'

/** This close to its end a list counts as read to the end, pixels. */
const NEAR = 40

/** What was said, oldest first. Who has scrolled back stays there, and is told that there is more. */
export function Messages({ me }: { readonly me: string }) {
  const list = useRef<HTMLOListElement>(null)
  const [isAtEnd, setAtEnd] = useState(true)
  const { history, actors, people: here } = people.value
  const last = history.at(-1)
  const ids = useMemo(() => new Set(actors.map(({ id }) => id)), [actors])
  const bubbles = useMemo(() => bubblesOf(history), [history])
  const thinking = actors.filter(({ doing }) => doing === 'thinking').map((one) => ({ ...one, kind: 'actor' }))
  const composing = here.filter((one) => one.composing && one.id !== me).map((one) => ({ ...one, kind: 'other' }))
  const toEnd = () => list.current?.scrollTo({ top: list.current.scrollHeight })

  // Before anything else can happen: on a slow page a list that has grown would count as scrolled back.
  useLayoutEffect(() => {
    if (isAtEnd || last?.by === me) toEnd()
  }, [last?.tick, last?.text, thinking.length, composing.length, showsChat.value])

  // A keyboard that slides in, or a phone that is turned, must not hide what was said last.
  useEffect(() => {
    if (!isAtEnd) return
    const watch = new ResizeObserver(toEnd)
    watch.observe(list.current!)
    return () => watch.disconnect()
  }, [isAtEnd])

  return (
    <div class="messages" role="log" hidden={!showsChat.value}>
      <ol
        ref={list}
        aria-label="What was said"
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) =>
          setAtEnd(scrollHeight - scrollTop - clientHeight < NEAR)
        }
      >
        {bubbles.map(({ key, by, name, isFirst, breaths }) => (
          <li key={key} class={`${kindOf(by, me, ids)} ${isFirst ? '' : 'more'}`}>
            {isFirst && <b dir="auto">{by === me ? 'You' : name}</b>}
            <p dir="auto" lang={breaths[0]!.language}>
              {breaths.map((breath) => (
                <span key={keyOf(breath)}>{breath.text} </span>
              ))}
            </p>
          </li>
        ))}
        {[...thinking, ...composing].map(({ id, name, kind }) => (
          <li key={id} class={`${kind} busy`} aria-hidden="true">
            <b dir="auto">{name}</b>
            <p class="dots">
              <i />
              <i />
              <i />
            </p>
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

const kindOf = (by: string, me: string, actors: ReadonlySet<string>): string =>
  by === me ? 'mine' : actors.has(by) ? 'actor' : 'other'
