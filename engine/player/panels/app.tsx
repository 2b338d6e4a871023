import { useState } from 'preact/hooks'
import { enter, type Visit } from '../enter.ts'
import { notice, stage } from '../state.ts'
import { Captions } from './captions.tsx'
import { Chat } from './chat.tsx'
import { Door } from './door.tsx'
import { Notice } from './notice.tsx'
import { TopBar } from './top-bar.tsx'
import { useOrbit } from './use-orbit.ts'

/** The whole page over the picture. */
export function App({ canvas }: { readonly canvas: HTMLCanvasElement }) {
  const [visit, setVisit] = useState<Visit>()
  useOrbit(canvas)

  async function open(): Promise<void> {
    stage.value = 'entering'
    try {
      setVisit(await enter(canvas))
    } catch (error) {
      notice.value = (error as Error).message
      stage.value = 'door'
    }
  }

  if (stage.value === 'door' || stage.value === 'entering')
    return <Door onEnter={open} isEntering={stage.value === 'entering'} />
  if (stage.value === 'gone' || visit === undefined) return <Gone />
  return (
    <>
      <TopBar visit={visit} />
      <Captions />
      <Chat visit={visit} />
      <Notice />
    </>
  )
}

function Gone() {
  return (
    <main class="door" aria-live="assertive">
      <h1>The room is closed</h1>
      <p>{notice.value ?? 'The connection to the room is lost.'}</p>
      <button type="button" onClick={() => location.reload()}>
        Come in again
      </button>
    </main>
  )
}
