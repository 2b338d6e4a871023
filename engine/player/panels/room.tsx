import { useMemo } from 'preact/hooks'
import type { Visit } from '../enter.ts'
import { mayDirect } from '../state.ts'
import { createActions } from './actions.ts'
import { Captions } from './captions.tsx'
import { Chat } from './chat.tsx'
import { Notices } from './notices.tsx'
import { OpenPanel } from './open-panel.tsx'
import { TopBar } from './top-bar.tsx'
import { useKeys } from './use-keys.ts'

/** Everything over the picture while one is inside. */
export function Room({ visit }: { readonly visit: Visit }) {
  const actions = useMemo(
    () => createActions(visit).filter(({ forDirectors }) => !forDirectors || mayDirect.value),
    [visit, mayDirect.value],
  )
  useKeys(visit, actions)
  return (
    <>
      <TopBar visit={visit} actions={actions} />
      <Notices />
      <OpenPanel visit={visit} actions={actions} />
      <main>
        <Captions />
        <Chat visit={visit} />
      </main>
    </>
  )
}
