import { useEffect, useRef, useState } from 'preact/hooks'
import { enter, type Visit } from '../enter.ts'
import { openPage, type Page } from '../open-page.ts'
import { notice, picture, stage } from '../state.ts'
import { Door } from './door.tsx'
import { Gone } from './gone.tsx'
import { Room } from './room.tsx'
import { useOrbit } from './use-orbit.ts'

/** The whole page over the picture. */
export function App({ canvas }: { readonly canvas: HTMLCanvasElement }) {
  const page = useRef<Promise<Page>>(undefined)
  const [visit, setVisit] = useState<Visit>()
  useOrbit(canvas)
  useEffect(() => {
    page.current = openPage(canvas)
    page.current.catch((error: Error) => {
      picture.value = { state: 'none', why: error.message }
    })
  }, [canvas])
  useEffect(() => {
    canvas.dataset.stage = stage.value
  }, [stage.value])

  async function open(): Promise<void> {
    stage.value = 'entering'
    notice.value = undefined
    try {
      setVisit(await enter(await page.current!))
    } catch (error) {
      notice.value = (error as Error).message
      stage.value = 'door'
    }
  }

  if (stage.value === 'inside' && visit !== undefined) return <Room visit={visit} />
  if (stage.value === 'gone') return <Gone onEnter={open} />
  return <Door onEnter={open} isEntering={stage.value !== 'door'} />
}
