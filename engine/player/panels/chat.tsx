import { useEffect, useRef } from 'preact/hooks'
import type { Visit } from '../enter.ts'
import { picture, showsChat } from '../state.ts'
import { Composer } from './composer.tsx'
import { Messages } from './messages.tsx'

/** What was said, and the place to say more. Who comes in finds themselves here, by ear and by key; keys do what they do elsewhere. */
export function Chat({ visit }: { readonly visit: Visit }) {
  const section = useRef<HTMLElement>(null)
  useEffect(() => section.current?.focus(), [])
  return (
    <section
      ref={section}
      tabIndex={-1}
      class={`chat ${showsChat.value ? '' : 'folded'} ${picture.value.state === 'none' ? 'alone' : ''}`}
      aria-label="Conversation"
    >
      <Messages me={visit.id} />
      <Composer visit={visit} />
    </section>
  )
}
