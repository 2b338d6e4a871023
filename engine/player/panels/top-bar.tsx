import type { Visit } from '../enter.ts'
import { STRAIGHT_ON } from '../orbit.ts'
import { orbit, people, showsCaptions, showsChat, volume } from '../state.ts'

const DOING = { idle: '', listening: 'is listening', thinking: 'is thinking', speaking: 'is speaking' } as const

/** Who is here, what the actor does, and how one looks and hears. */
export function TopBar({ visit }: { readonly visit: Visit }) {
  const { actors, people: others } = people.value
  const host = actors[0]
  const shots = Object.entries(visit.catalogue.stage.shots)
  return (
    <header class="top-bar">
      <p class="who">
        <span class={`lamp ${host?.doing ?? 'idle'}`} aria-hidden="true" />
        <b>{host?.name ?? 'Nobody'}</b>{' '}
        <span class="doing">{DOING[(host?.doing ?? 'idle') as keyof typeof DOING]}</span>
        <span class="ai">AI</span>
      </p>
      <p class="others" title={others.map(({ name }) => name).join(', ')}>
        {others.length === 1 ? 'Only you are here' : `${others.length} people are here`}
      </p>
      <nav aria-label="Picture and sound">
        {shots.map(([shot, { description }]) => (
          <button
            key={shot}
            type="button"
            title={description}
            onClick={() => {
              orbit.value = STRAIGHT_ON
              visit.send('command', { name: 'cutTo', input: { shot, ...(host ? { actor: host.id } : {}) } })
            }}
          >
            {shot}
          </button>
        ))}
        <button
          type="button"
          aria-pressed={showsCaptions.value}
          onClick={() => {
            showsCaptions.value = !showsCaptions.value
          }}
        >
          Captions
        </button>
        <button
          type="button"
          aria-pressed={showsChat.value}
          onClick={() => {
            showsChat.value = !showsChat.value
          }}
        >
          Chat
        </button>
        <label class="volume">
          <span>Volume</span>
          <input
            type="range"
            min="0"
            max="1"
            step="0.05"
            value={volume.value}
            onInput={(event) => {
              volume.value = Number(event.currentTarget.value)
            }}
          />
        </label>
      </nav>
    </header>
  )
}
