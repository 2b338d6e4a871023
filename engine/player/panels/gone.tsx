import { useEffect, useRef } from 'preact/hooks'
import { notice } from '../state.ts'

/** The line to the room is gone for good. */
export function Gone({ onEnter }: { readonly onEnter: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <main class="door">
      <div class="card" role="alert">
        <h1>You have left the room</h1>
        <p>{notice.value ?? 'The connection was lost, and the room did not wait longer than twenty seconds.'}</p>
        <button ref={button} type="button" class="primary" onClick={onEnter}>
          Come in again
        </button>
      </div>
    </main>
  )
}
