import { useEffect } from 'preact/hooks'
import type { Visit } from '../enter.ts'
import { panel } from '../state.ts'
import type { Action } from './actions.ts'

/** Lets the keyboard do what buttons do, unless someone writes. Escape closes what is open; then it takes the word. */
export function useKeys(visit: Visit, actions: readonly Action[]): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Escape') {
        if (panel.value === undefined) visit.interrupt()
        else panel.value = undefined
        return
      }
      const action = isWriting(event.target) ? undefined : actions.find(({ key }) => key === event.key)
      if (action === undefined || event.repeat) return
      event.preventDefault()
      action.run()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [visit, actions])
}

/** Whether keys belong to what has the focus: text, a slider, a choice. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
