import { Crosshair } from 'lucide'
import type { Visit } from '../enter.ts'
import { STRAIGHT_ON } from '../orbit.ts'
import { orbit, people } from '../state.ts'
import { type Action, cutTo, titled } from './actions.ts'
import { ActorChip } from './actor-chip.tsx'
import { Icon } from './icon.tsx'
import { Recording } from './recording.tsx'

export type BarOptions = { readonly visit: Visit; readonly actions: readonly Action[] }

/** Who is here and what they do, and how one looks and hears. */
export function TopBar({ visit, actions }: BarOptions) {
  return (
    <header class="top-bar">
      <div class="who">
        {people.value.actors.map((actor) => (
          <ActorChip key={actor.id} actor={actor} />
        ))}
        <Recording />
      </div>
      <nav aria-label="Picture and sound">
        <Shots visit={visit} />
        <div class="group">
          {actions
            .filter(({ place }) => place !== 'key')
            .map((action) => (
              <ActionButton key={action.key} action={action} />
            ))}
        </div>
      </nav>
    </header>
  )
}

function Shots({ visit }: { readonly visit: Visit }) {
  const { shots, defaultShot } = visit.catalogue.stage
  const current = people.value.shot || defaultShot
  return (
    <fieldset class="group shots">
      <legend class="unseen">Shots, for everyone in the room</legend>
      {Object.entries(shots).map(([shot, { description }], i) => (
        <button
          key={shot}
          type="button"
          title={`${description} (${i + 1})`}
          aria-pressed={current === shot}
          onClick={() => cutTo(visit.send, shot)}
        >
          {titled(shot)}
        </button>
      ))}
      {orbit.value !== STRAIGHT_ON && (
        <button
          type="button"
          class="icon-only"
          title="Look straight on (0)"
          aria-label="Look straight on"
          onClick={() => {
            orbit.value = STRAIGHT_ON
          }}
        >
          <Icon of={Crosshair} />
        </button>
      )}
    </fieldset>
  )
}

function ActionButton({ action: { label, key, icon, isOn, run, place } }: { readonly action: Action }) {
  const count = people.value.people.length
  return (
    <button
      type="button"
      class={`icon-only at-${place}`}
      data-key={key}
      title={`${label} (${key})`}
      aria-pressed={isOn?.()}
      onClick={run}
    >
      <Icon of={icon()} />
      <span class="unseen">{label}</span>
      {label === 'People' && (
        <span class="count">
          {count}
          <span class="unseen">{count === 1 ? ': only you are here' : ` people are here`}</span>
        </span>
      )}
    </button>
  )
}
