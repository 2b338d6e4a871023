import type { Signal } from '@preact/signals'
import { X } from 'lucide'
import { useEffect } from 'preact/hooks'
import { isLineBroken, news, notice, picture } from '../state.ts'
import { NoPicture } from './door.tsx'
import { Icon } from './icon.tsx'
import { TakeCard } from './take-card.tsx'

/** How long they stay, milliseconds: long enough to be read twice. */
const NOTICE_STAYS = 12_000
const NEWS_STAYS = 4000

/** What a person must know, and what is good to know. */
export function Notices() {
  useEnd(notice, NOTICE_STAYS)
  useEnd(news, NEWS_STAYS)
  return (
    <div class="notices">
      <p class="notice waiting" role="alert" hidden={!isLineBroken.value}>
        The line is broken. Trying to get back…
      </p>
      <p class="notice" role="alert" hidden={notice.value === undefined}>
        <span dir="auto">{notice.value}</span>
        <button
          type="button"
          class="icon-only plain"
          aria-label="Put this away"
          onClick={() => {
            notice.value = undefined
          }}
        >
          <Icon of={X} />
        </button>
      </p>
      <p class="news" role="status" dir="auto" hidden={news.value === undefined}>
        {news.value}
      </p>
      <TakeCard />
      {picture.value.state === 'none' && (
        <p class="no-picture">
          <NoPicture />
        </p>
      )}
    </div>
  )
}

function useEnd(message: Signal<string | undefined>, stays: number): void {
  useEffect(() => {
    if (message.value === undefined) return
    const timer = setTimeout(() => {
      message.value = undefined
    }, stays)
    return () => clearTimeout(timer)
  }, [message, message.value, stays])
}
