import { useEffect, useState } from 'preact/hooks'
import { addressOfStage } from '../address.ts'
import { loadOptions, options } from '../options.ts'
import { CAPTION_SIZES, captionSize, mayDirect, people, QUALITIES, quality, showsCaptions, volume } from '../state.ts'
import { titled } from './actions.ts'
import { Choices, Slider } from './choices.tsx'
import { MannerSettings } from './manner-settings.tsx'
import type { PanelOptions } from './open-panel.tsx'
import { VoiceSettings } from './voice-settings.tsx'

const QUALITY_TITLES = { auto: 'As the device can', draft: 'Light', default: 'Full' } as const

/** How one sees and hears, and who is on. */
export function Settings({ visit }: PanelOptions) {
  return (
    <>
      <h3>For you</h3>
      <Slider
        label="Volume"
        value={volume.value}
        onSlide={(now) => {
          volume.value = now
        }}
      />
      <Choices
        legend="Captions"
        of={[{ name: 'off', title: 'Off' }, ...CAPTION_SIZES.map((name) => ({ name, title: titled(name) }))]}
        chosen={showsCaptions.value ? captionSize.value : 'off'}
        onChoose={(name) => {
          showsCaptions.value = name !== 'off'
          captionSize.value = CAPTION_SIZES.find((size) => size === name) ?? captionSize.value
        }}
      />
      <Choices
        legend="Picture"
        of={QUALITIES.map((name) => ({ name, title: QUALITY_TITLES[name] }))}
        chosen={quality.value}
        onChoose={(name) => {
          quality.value = QUALITIES.find((one) => one === name) ?? 'auto'
        }}
      />
      <h3>Your voice</h3>
      <VoiceSettings />
      <h3>For everyone in the room</h3>
      {mayDirect.value ? (
        <RoomSettings visit={visit} />
      ) : (
        <p class="small">Who is on, and what they show, is chosen by those who direct this room.</p>
      )}
    </>
  )
}

function RoomSettings({ visit: { send, stage, world } }: Pick<PanelOptions, 'visit'>) {
  const [trouble, setTrouble] = useState<string>()
  useEffect(() => {
    loadOptions(stage).catch((error: Error) => setTrouble(error.message))
  }, [stage])
  const offered = options.value
  return (
    <>
      {trouble !== undefined && <p role="alert">{trouble} Close the settings and open them again to ask once more.</p>}
      {offered !== undefined &&
        people.value.actors.map(({ id, name, avatar, voice }) => (
          <div key={id} class="someone">
            <Choices
              legend={`${name} looks like`}
              of={offered.avatars}
              chosen={avatar}
              onChoose={(chosen) => send('cast', { actor: id, avatar: chosen })}
            />
            <p class="small">
              Whatever {name} looks or sounds like, it is {name} who answers.
            </p>
            <Choices
              legend={`${name} sounds like`}
              of={offered.voices}
              chosen={voice}
              onChoose={(chosen) => send('cast', { actor: id, voice: chosen })}
            />
            <MannerSettings actor={id} name={name} manners={offered.manners} send={send} world={world} />
          </div>
        ))}
      <Slider
        label="Movement"
        ends={['Lively', 'Still']}
        value={world().components.Life.stillness[0] ?? 0}
        onSettle={(stillness) => {
          for (const { id: actor } of people.value.actors)
            send('command', { name: 'setStillness', input: { actor, stillness } })
        }}
      />
      {offered !== undefined && offered.media.length > 0 && (
        <Choices
          legend="On the screen"
          of={[{ name: '', title: 'Nothing' }, ...offered.media]}
          chosen={people.value.media}
          onChoose={(media) =>
            send('command', media === '' ? { name: 'hideMedia', input: {} } : { name: 'showMedia', input: { media } })
          }
        />
      )}
      {offered !== undefined && offered.stages.length > 1 && (
        <>
          <Choices
            legend="Another room"
            of={offered.stages}
            chosen={stage}
            onChoose={(name) => location.assign(addressOfStage(name))}
          />
          <p class="small">Opens a room of its own; this one goes on without you.</p>
        </>
      )}
    </>
  )
}
