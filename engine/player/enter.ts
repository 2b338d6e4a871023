import type { Stage as Playing } from '../api/page.ts'
import { captionAt } from './captions.ts'
import { openEars, type RoomEars } from './ears/open-ears.ts'
import { joinHere } from './join-here.ts'
import type { Page } from './open-page.ts'
import type { RoomSession } from './room-session.ts'
import { createRoomSound, type RoomSound } from './room-sound.ts'
import { showEvents } from './show-events.ts'
import { caption, notice, stage, volume } from './state.ts'

/** What the panels may do in a room. */
export type Visit = Pick<RoomSession, 'send' | 'id' | 'stage' | 'catalogue'> & {
  /** The stage as this page plays it. */
  readonly world: () => Playing['world']
  /** Takes the word: the voice falls silent here at once, for the others when the room says so. */
  readonly interrupt: () => void
  readonly ears: RoomEars
  readonly snapshot: Page['snapshot']
}

/** Enters a room: joins, shows it, and lets its voices be heard. Called from a touch or a key, so that the page may sound. */
export async function enter(page: Page): Promise<Visit> {
  const sound = openSound()
  const left = new AbortController()
  let visit: Visit | undefined
  const events = showEvents({
    me: () => visit?.id,
    onSpeech: sound.expect,
    onHeard: (heard) => visit?.ears.receive(heard),
    onGone() {
      left.abort()
      visit?.ears.close()
      sound.close()
      page.showDoor()
      caption.value = undefined
    },
  })
  const session = await joinHere(page.content, events).catch((error: Error) => {
    sound.close()
    throw error
  })
  visit = visitOf(session, sound, page)
  const { ears } = visit
  showSession(session, sound, page)
  await page.opened
  stage.value = 'inside'
  const leave = () => {
    ears.close()
    session.leave()
  }
  addEventListener('pagehide', leave, { once: true, signal: left.signal })
  return visit
}

function openSound(): RoomSound {
  const sound = createRoomSound(
    (hash) => `${location.origin}/speech/${hash}.wav`,
    () => {
      notice.value = 'A sentence is not heard here: its sound could not be fetched. Its words are in the captions.'
    },
  )
  const stopFollowing = volume.subscribe(sound.setVolume)
  sound.unlock()
  return {
    ...sound,
    close() {
      stopFollowing()
      sound.close()
    },
  }
}

function visitOf({ id, stage, catalogue, follower, send }: RoomSession, sound: RoomSound, page: Page): Visit {
  const interrupt = () => {
    sound.hush()
    send('interrupt', {})
  }
  return {
    id,
    stage,
    catalogue,
    send,
    interrupt,
    world: () => follower().stage.world,
    snapshot: page.snapshot,
    ears: openEars({ server: location.origin, send, interrupt }),
  }
}

/** Draws the room's stage from now on, with its voices and captions in step. */
function showSession({ follower }: RoomSession, sound: RoomSound, page: Page): void {
  const source = { stage: () => follower().stage, advance: (now: number) => follower().advance(now) }
  page.show(source, (position) => {
    sound.follow(follower().stage, position)
    const next = captionAt(follower().stage, position)
    if (next?.said !== caption.value?.said || next?.words.join() !== caption.value?.words.join()) caption.value = next
  })
}
