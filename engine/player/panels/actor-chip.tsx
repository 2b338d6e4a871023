import type { RoomPeople } from '../room-session.ts'

/** What an actor does, in words for its name. */
export const DOING: Readonly<Record<string, string>> = {
  idle: '',
  listening: 'is listening',
  thinking: 'is thinking',
  speaking: 'is speaking',
}

/** An actor's name with a lamp that shows what it does. */
export function ActorChip({ actor: { name, doing } }: { readonly actor: RoomPeople['actors'][number] }) {
  return (
    <p class={`chip ${doing}`}>
      <span class="lamp" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <b dir="auto">{name}</b> <span class="doing">{DOING[doing]}</span>
      <abbr class="ai" title="An animated character with a computer’s voice">
        AI
      </abbr>
    </p>
  )
}
