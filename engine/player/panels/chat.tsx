import type { Visit } from '../enter.ts'
import { showsChat } from '../state.ts'
import { Composer } from './composer.tsx'
import { Messages } from './messages.tsx'

/** What was said, and the place to say more. */
export function Chat({ visit }: { readonly visit: Visit }) {
  return (
    <section class={showsChat.value ? 'chat' : 'chat folded'} aria-label="Conversation">
      <Messages me={visit.id} />
      <Composer visit={visit} />
    </section>
  )
}
