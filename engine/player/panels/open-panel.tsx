import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Visit } from '../enter.ts'
import { notice, type PanelName, panel } from '../state.ts'
import type { Action } from './actions.ts'
import { Panel } from './panel.tsx'

export type PanelOptions = { readonly visit: Visit; readonly actions: readonly Action[] }

/** Panels by name. Their code is fetched when they are opened for the first time: nobody waits for it at the door. */
const PANELS: Readonly<Record<PanelName, { title: string; load: () => Promise<FunctionComponent<PanelOptions>> }>> = {
  settings: { title: 'Settings', load: async () => (await import('./settings.tsx')).Settings },
  people: { title: 'People', load: async () => (await import('./people.tsx')).People },
  about: { title: 'What I know about you', load: async () => (await import('./about-you.tsx')).AboutYou },
  help: { title: 'Keys', load: async () => (await import('./help.tsx')).Help },
  more: { title: 'More', load: async () => (await import('./more.tsx')).More },
}

/** The panel that is open, if one is. */
export function OpenPanel(options: PanelOptions) {
  const name = panel.value
  const [loaded, setLoaded] = useState<{ readonly name: PanelName; readonly Body: FunctionComponent<PanelOptions> }>()
  useEffect(() => {
    if (name === undefined) return
    PANELS[name]
      .load()
      .then((Body) => setLoaded({ name, Body }))
      .catch(() => {
        panel.value = undefined
        notice.value = 'This part of the page did not arrive. Check your connection and open it again.'
      })
  }, [name])
  if (name === undefined) return null
  return (
    <Panel key={name} title={PANELS[name].title}>
      {loaded?.name === name ? <loaded.Body {...options} /> : <p role="status">Opening…</p>}
    </Panel>
  )
}
