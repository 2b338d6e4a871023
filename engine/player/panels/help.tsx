import type { PanelOptions } from './open-panel.tsx'

/** Keys that no action of the page has for its own. */
const OTHERS = [
  { label: 'Send', keys: ['Enter'] },
  { label: 'A new line', keys: ['Shift', 'Enter'] },
  { label: 'Close a panel; stop the one who speaks', keys: ['Esc'] },
  { label: 'Talk, while you hold it', keys: ['Space'] },
  { label: 'Look around', keys: ['←', '→', '↑', '↓'] },
  { label: 'Nearer, farther', keys: ['+', '-'] },
] as const

/** What the keyboard can do. */
export function Help({ actions }: PanelOptions) {
  const rows = [...OTHERS, ...actions.map(({ label, key }) => ({ label, keys: [key] }))]
  return (
    <>
      <dl class="keys">
        {rows.map(({ label, keys }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p class="small">
        With a mouse: drag to look around, turn the wheel to come nearer, double-click to look straight on. By touch:
        one finger looks around, two come nearer.
      </p>
    </>
  )
}
