import { comings } from './comings.ts'
import type { SessionEvents } from './room-session.ts'
import { isLineBroken, lists, mayDirect, news, notice, people, stage, take } from './state.ts'

/** What is done with a session's news beside showing them. */
export type EventsOptions = Pick<SessionEvents, 'onSpeech' | 'onHeard'> & {
  /** One's own id, once it is known. */
  readonly me: () => string | undefined
  /** The line is gone for good. */
  readonly onGone: () => void
}

/** Puts what a room says where the panels show it. */
export const showEvents = ({ me, onGone, ...events }: EventsOptions): SessionEvents => ({
  ...events,
  onPeople(now) {
    news.value = comings(people.value, now, me()) ?? news.value
    people.value = now
  },
  onNotice({ message }) {
    notice.value = message
  },
  onLists(now) {
    lists.value = now
  },
  onYou({ may }) {
    mayDirect.value = may === 'direct'
  },
  onTake(made) {
    take.value = made
  },
  onLine(state) {
    if (isLineBroken.value && state === 'whole') news.value = 'The line is mended; you have missed nothing.'
    isLineBroken.value = state === 'broken'
    if (state !== 'gone') return
    onGone()
    stage.value = 'gone'
  },
})
