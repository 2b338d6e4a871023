import { useEffect, useRef } from 'preact/hooks'
import type { Visit } from '../enter.ts'
import { showsChat } from '../state.ts'
import { Composer } from './composer.tsx'
import { Messages } from './messages.tsx'

/** What was said, and the place to say more. Who comes in finds themselves here, by ear and by key; keys do what they do elsewhere. */
export function Chat({ visit }: { readonly visit: Visit }) {
  const section = useRef<HTMLElement>(null)
  useEffect(() => section.current?.focus(), [])
  return (
    <section ref={section} tabIndex={-1} class={showsChat.value ? 'chat' : 'chat folded'} aria-label="Conversation">
      <Messages me={visit.id} />
      <Composer visit={visit} />
    </section>
  )
}
