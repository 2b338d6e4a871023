import { Trash2 } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { lists, name } from '../state.ts'
import { Icon } from './icon.tsx'
import type { PanelOptions } from './open-panel.tsx'

/** What the room keeps about who is looking, with the means to be rid of it. */
export function AboutYou({ visit: { send } }: PanelOptions) {
  const [isAsking, setAsking] = useState(false)
  useEffect(() => send('lists', {}), [send])
  const kept = lists.value
  if (kept === undefined) return <p role="status">Looking…</p>
  return (
    <>
      <p class="small">
        Kept under the name <b dir="auto">{name.value.trim() || 'Guest'}</b>. I read it when we talk; you can delete any
        of it.
      </p>
      <h3>To do</h3>
      <Entries
        none="Nothing. Say “remind me to …” and it is here."
        rows={kept.todos.map(({ id, text, done, due, remind }) => ({ id, text, done, when: remind ?? due }))}
        onForget={(id) => send('forget', { kind: 'todo', id })}
      />
      <h3>Remembered</h3>
      <Entries
        none="Nothing. Say “remember that …” and it is here."
        rows={kept.memories}
        onForget={(id) => send('forget', { kind: 'memory', id })}
      />
      {kept.memories.length > 0 &&
        (isAsking ? (
          <fieldset class="confirm">
            <legend>Forget all {kept.memories.length} memories? This cannot be undone.</legend>
            <button
              type="button"
              class="danger"
              onClick={() => {
                setAsking(false)
                send('forgetAll', {})
              }}
            >
              Forget them
            </button>
            <button type="button" onClick={() => setAsking(false)}>
              Keep them
            </button>
          </fieldset>
        ) : (
          <button type="button" class="quiet" onClick={() => setAsking(true)}>
            <Icon of={Trash2} /> Forget everything…
          </button>
        ))}
    </>
  )
}

type Row = { readonly id: number; readonly text: string; readonly done?: boolean; readonly when?: string | undefined }
type EntriesOptions = {
  readonly none: string
  readonly rows: readonly Row[]
  readonly onForget: (id: number) => void
}

function Entries({ none, rows, onForget }: EntriesOptions) {
  if (rows.length === 0) return <p class="small">{none}</p>
  return (
    <ul class="roster">
      {rows.map(({ id, text, when, done }) => (
        <li key={id}>
          <span>
            <span class={done ? 'done' : ''} dir="auto">
              {text}
            </span>
            {when !== undefined && <span class="soft">{inWords(when)}</span>}
          </span>
          <button
            type="button"
            class="icon-only plain"
            title="Delete"
            aria-label={`Delete: ${text}`}
            onClick={() => onForget(id)}
          >
            <Icon of={Trash2} />
          </button>
        </li>
      ))}
    </ul>
  )
}

const inWords = (when: string): string =>
  new Date(when).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
