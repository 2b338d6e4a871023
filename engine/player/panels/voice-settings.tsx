import { findBrowserRecogniser } from '../ears/browser-recogniser.ts'
import { earcons, MIC_MODES, micMode, microphoneId, microphones, wakeWord } from '../state.ts'
import { Choices, Switch } from './choices.tsx'

const MODE_TITLES = { hold: 'Hold to talk', open: 'Open', off: 'Off' } as const

/** How one is heard. */
export function VoiceSettings() {
  return (
    <>
      <Choices
        legend="Microphone"
        of={MIC_MODES.map((name) => ({ name, title: MODE_TITLES[name] }))}
        chosen={micMode.value}
        onChoose={(name) => {
          micMode.value = MIC_MODES.find((mode) => mode === name) ?? 'hold'
        }}
      />
      {micMode.value !== 'off' && findBrowserRecogniser() !== undefined && (
        <p class="small">Your browser turns what you say into text, and may send the sound to its maker for that.</p>
      )}
      {micMode.value === 'open' && (
        <Switch
          label="Only when I say the name"
          isOn={wakeWord.value}
          onSwitch={(isOn) => {
            wakeWord.value = isOn
          }}
        />
      )}
      {micMode.value !== 'off' && (
        <Switch
          label="Soft sounds when I am heard"
          isOn={earcons.value}
          onSwitch={(isOn) => {
            earcons.value = isOn
          }}
        />
      )}
      {micMode.value !== 'off' && microphones.value.length > 1 && (
        <Choices
          legend="Which one"
          of={[
            { name: '', title: 'The system’s' },
            ...microphones.value.map(({ id, label }) => ({ name: id, title: label })),
          ]}
          chosen={microphoneId.value}
          onChoose={(id) => {
            microphoneId.value = id
          }}
        />
      )}
    </>
  )
}
