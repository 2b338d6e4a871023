import { useId } from 'preact/hooks'
import type { Choice } from '../options.ts'

export type ChoicesOptions = {
  readonly legend: string
  readonly of: readonly Choice[]
  readonly chosen: string
  readonly onChoose: (name: string) => void
}

/** A few things to choose one of, side by side. */
export function Choices({ legend, of, chosen, onChoose }: ChoicesOptions) {
  const group = useId()
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {of.map(({ name, title }) => (
        <label key={name}>
          <input type="radio" name={group} checked={name === chosen} onChange={() => onChoose(name)} />
          <span dir="auto">{title}</span>
        </label>
      ))}
    </fieldset>
  )
}

export type SliderOptions = {
  readonly label: string
  readonly value: number
  /** Told all along the way, or once where it was let go. */
  readonly onSlide?: (value: number) => void
  readonly onSettle?: (value: number) => void
  /** What its ends mean. */
  readonly ends?: readonly [low: string, high: string]
}

/** A share between nothing and all. */
export function Slider({ label, value, onSlide, onSettle, ends }: SliderOptions) {
  return (
    <label class="slider">
      {label}
      <input
        type="range"
        min="0"
        max="1"
        step="0.05"
        value={value}
        onInput={(event) => onSlide?.(Number(event.currentTarget.value))}
        onChange={(event) => onSettle?.(Number(event.currentTarget.value))}
      />
      {ends !== undefined && (
        <span class="ends small" aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </span>
      )}
    </label>
  )
}

export type SwitchOptions = {
  readonly label: string
  readonly isOn: boolean
  readonly onSwitch: (isOn: boolean) => void
}

/** Something that is on or off. */
export function Switch({ label, isOn, onSwitch }: SwitchOptions) {
  return (
    <label class="switch">
      <span>{label}</span>
      <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.currentTarget.checked)} />
    </label>
  )
}
