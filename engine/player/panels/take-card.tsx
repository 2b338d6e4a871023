import { Copy, Download, X } from 'lucide'
import { clock } from '../clock.ts'
import { copy } from '../copy.ts'
import { take } from '../state.ts'
import { Icon } from './icon.tsx'

/** The recording that was just made: to be had, and how to film it. */
export function TakeCard() {
  if (take.value === undefined) return null
  const { name, seconds, url } = take.value
  const film = `tar xzf ${name}.tar.gz && npm run capture -- --from-take ${name}.json`
  return (
    <section class="take" aria-label="Recording">
      <header>
        <b>{name}</b> <span>{clock(seconds)}</span>
        <button
          type="button"
          class="icon-only plain"
          aria-label="Put this away"
          onClick={() => {
            take.value = undefined
          }}
        >
          <Icon of={X} />
        </button>
      </header>
      <a class="button" href={url} download>
        <Icon of={Download} /> Download
      </a>
      <p>
        Film it in any size, from any shot:
        <code>{film}</code>
        <button type="button" class="icon-only plain" aria-label="Copy the command" onClick={() => void copy(film)}>
          <Icon of={Copy} />
        </button>
      </p>
    </section>
  )
}
