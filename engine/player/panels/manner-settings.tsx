import { useState } from 'preact/hooks'
import type { Choice } from '../options.ts'
import { Choices, Slider } from './choices.tsx'
import type { PanelOptions } from './open-panel.tsx'

type MannerSettingsOptions = Pick<PanelOptions['visit'], 'send' | 'world'> & {
  readonly actor: string
  readonly name: string
  readonly manners: readonly Choice[]
}

/** How an actor moves: a manner, and how much of a second one is in it. */
export function MannerSettings({ actor, name, manners, send, world }: MannerSettingsOptions) {
  const [mix, setMix] = useState(() => mannerNow(world(), actor))
  if (manners.length === 0 || mix === undefined) return null
  const { first, second, share } = mix
  const choose = (change: Partial<typeof mix>) => {
    const now = { ...mix, ...change }
    setMix(now)
    send('command', {
      name: 'setManner',
      input: { actor, manner: now.first, towards: now.second, share: now.share },
    })
  }
  return (
    <>
      <Choices
        legend={`${name} moves`}
        of={manners}
        chosen={first}
        onChoose={(chosen) => choose({ first: chosen, second: share === 0 ? chosen : second })}
      />
      <Choices
        legend="with something of"
        of={[{ name: '', title: 'Nothing else' }, ...manners.filter((one) => one.name !== first)]}
        chosen={share === 0 || second === first ? '' : second}
        onChoose={(chosen) =>
          choose(chosen === '' ? { second: first, share: 0 } : { second: chosen, share: share || 0.5 })
        }
      />
      {share > 0 && second !== first && (
        <Slider
          label="How much of it"
          ends={[titleOf(manners, first), titleOf(manners, second)]}
          value={share}
          onSettle={(value) => choose({ share: value })}
        />
      )}
    </>
  )
}

const titleOf = (manners: readonly Choice[], id: string): string => manners.find(({ name }) => name === id)?.title ?? id

/** As the stage has it; undefined once the actor has left. */
function mannerNow({ lists, components }: ReturnType<MannerSettingsOptions['world']>, actor: string) {
  const { first, second, share } = components.Manner
  const e = lists.byId.get(actor)
  return e === undefined
    ? undefined
    : { first: first[e]!, second: second[e]!, share: Math.round(share[e]! * 100) / 100 }
}
