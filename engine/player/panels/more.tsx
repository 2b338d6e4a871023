import { panel } from '../state.ts'
import { Icon } from './icon.tsx'
import type { PanelOptions } from './open-panel.tsx'

/** What the bar has no room for on a small screen. */
export function More({ actions }: PanelOptions) {
  return (
    <ul class="more">
      {actions
        .filter(({ place }) => place === 'wide')
        .map(({ label, key, icon, isOn, run }) => (
          <li key={key}>
            <button
              type="button"
              aria-pressed={isOn?.()}
              onClick={() => {
                panel.value = undefined
                run()
              }}
            >
              <Icon of={icon()} /> {label}
            </button>
          </li>
        ))}
    </ul>
  )
}
