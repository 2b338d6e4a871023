import { useEffect, useRef } from 'preact/hooks'
import type { Visit } from '../enter.ts'
import { hearing, micMode, people, wakeWord } from '../state.ts'

/** A press shorter than this is a tap, milliseconds: the microphone stays on until the next one. */
const TAP = 300

/** Elements that a person types in, or that Space presses. */
const USES_SPACE = 'input, textarea, select, button, a, summary, [contenteditable]'

export type Microphone = {
  /** What the button does now, or why it does not. */
  readonly hint: string
  readonly down: () => void
  readonly up: () => void
}

/** Lets a person talk by a button, or by holding Space where no field has the focus. Escape forgets what is being said. */
export function useMicrophone({ ears }: Visit): Microphone {
  const pressed = useRef(0)

  const down = () => {
    // What a tap has left on the next press ends.
    if (ears.isHeld()) void ears.release()
    else void ears.press()
    pressed.current = performance.now()
  }
  const up = () => {
    if (performance.now() - pressed.current > TAP) void ears.release()
  }

  useEffect(() => {
    const isTalkKey = ({ code, target, repeat }: KeyboardEvent) =>
      code === 'Space' && !repeat && !(target instanceof Element && target.closest(USES_SPACE))
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') ears.cancel()
      if (!isTalkKey(event) || micMode.value === 'off') return
      event.preventDefault()
      void ears.press()
    }
    const letGo = (event: KeyboardEvent) => {
      if (event.code === 'Space') void ears.release()
    }
    const leave = () => void ears.release()
    addEventListener('keydown', press)
    addEventListener('keyup', letGo)
    addEventListener('blur', leave)
    return () => {
      removeEventListener('keydown', press)
      removeEventListener('keyup', letGo)
      removeEventListener('blur', leave)
    }
  }, [ears])

  return { hint: hintOf(), down, up }
}

function hintOf(): string {
  const { state, trouble } = hearing.value
  if (trouble !== '') return trouble
  const name = people.value.actors[0]?.name ?? 'the actor'
  switch (state) {
    case 'asking':
      return 'Getting the microphone ready; the browser may ask you to allow it'
    case 'waiting':
      return wakeWord.value ? `Listening for “Hey ${name}”; press to stop` : 'Listening: just speak; press to stop'
    case 'hearing':
      return micMode.value === 'hold' ? 'Hearing you; let go when you are done' : 'Hearing you'
    case 'understanding':
      return 'Understanding what you said'
    default:
      return micMode.value === 'open'
        ? 'Open the microphone'
        : 'Hold to talk, or hold Space; or tap to begin and to end'
  }
}
