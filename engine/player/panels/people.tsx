import { Frame, Link } from 'lucide'
import { invitation } from '../address.ts'
import { copy } from '../copy.ts'
import { people } from '../state.ts'
import { cutTo } from './actions.ts'
import { DOING } from './actor-chip.tsx'
import { Icon } from './icon.tsx'
import type { PanelOptions } from './open-panel.tsx'

/** Who is here, and how others come. */
export function People({ visit }: PanelOptions) {
  const { people: here, actors } = people.value
  const shot = people.value.shot || visit.catalogue.stage.defaultShot
  return (
    <>
      <ul class="roster">
        {actors.map(({ id, name, doing }) => (
          <li key={id}>
            <span>
              <b dir="auto">{name}</b> <span class="soft">{DOING[doing] || 'an AI'}</span>
            </span>
            {actors.length > 1 && (
              <button type="button" class="quiet" onClick={() => cutTo(visit.send, shot, id)}>
                <Icon of={Frame} /> Look at {name}
              </button>
            )}
          </li>
        ))}
        {here.map(({ id, name }) => (
          <li key={id}>
            <span>
              <b dir="auto">{name}</b> {id === visit.id && <span class="soft">you</span>}
            </span>
          </li>
        ))}
      </ul>
      <button type="button" class="primary wide" onClick={() => void copy(invitation())}>
        <Icon of={Link} /> Copy a link to this room
      </button>
      <p class="small">Who opens the link comes into this room, sees what you see and reads what was said.</p>
    </>
  )
}
