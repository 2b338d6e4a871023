import { useEffect, useState } from 'preact/hooks'
import { clock } from '../clock.ts'
import { people } from '../state.ts'

/** A red light while the room records, with the time it has been on. */
export function Recording() {
  const { isRecording } = people.value
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (!isRecording) return
    const began = performance.now()
    setSeconds(0)
    const timer = setInterval(() => setSeconds((performance.now() - began) / 1000), 500)
    return () => clearInterval(timer)
  }, [isRecording])
  if (!isRecording) return null
  return (
    <p class="chip recording">
      <span class="unseen" role="status">
        This room is being recorded.
      </span>
      <span class="light" aria-hidden="true" />
      <span aria-hidden="true">Recording {clock(seconds)}</span>
    </p>
  )
}
