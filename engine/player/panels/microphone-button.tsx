import { Mic } from 'lucide'
import type { Visit } from '../enter.ts'
import { hearing, micMode, microphoneLevel } from '../state.ts'
import { Icon } from './icon.tsx'
import { useMicrophone } from './use-microphone.ts'

/** Talks for as long as it is held; its ring shows how loud one is. A tap, or Enter, begins, and the next one ends. */
export function MicrophoneButton({ visit }: { readonly visit: Visit }) {
  const { hint, down, up } = useMicrophone(visit)
  const { state } = hearing.value
  const isOn = state === 'waiting' || state === 'hearing'
  return (
    <button
      type="button"
      class={`icon-only microphone ${state}`}
      style={{ '--level': microphoneLevel.value.toFixed(2) }}
      aria-pressed={isOn}
      title={hint}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        down()
      }}
      onPointerUp={up}
      onPointerCancel={up}
      onContextMenu={(event) => event.preventDefault()}
      onClick={(event) => {
        // A key, or a screen reader: nothing was pointed at. What follows a pointer is done already.
        if (event.detail === 0) down()
      }}
    >
      <Icon of={Mic} />
      <span class="unseen">
        {micMode.value === 'open' ? 'Microphone' : 'Hold to talk'}. {hint}
      </span>
    </button>
  )
}
