import { useEffect } from 'preact/hooks'
import { isLineBroken, notice } from '../state.ts'

/** How long a notice stays, milliseconds. */
const STAYS = 7000

/** What a person must know, said once. */
export function Notice() {
  const text = isLineBroken.value ? 'The line is broken. Trying again…' : notice.value
  useEffect(() => {
    if (notice.value === undefined) return
    const timer = setTimeout(() => {
      notice.value = undefined
    }, STAYS)
    return () => clearTimeout(timer)
  }, [notice.value])
  return (
    <p class="notice" role="status" aria-live="polite" hidden={text === undefined}>
      {text}
    </p>
  )
}
