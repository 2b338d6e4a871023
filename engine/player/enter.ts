import type { Stage as Playing } from '../api/page.ts'
import { readAddress, wasIn, writeRoom } from './address.ts'
import { captionAt } from './captions.ts'
import { comings } from './comings.ts'
import type { Ears } from './ears/ears.ts'
import { openEars } from './ears/open-ears.ts'
import type { Page } from './open-page.ts'
import { joinRoom, type RoomSession, type SessionEvents } from './room-session.ts'
import { createRoomSound } from './room-sound.ts'
import { caption, isLineBroken, lists, name, news, notice, people, stage, take, volume } from './state.ts'

/** What the panels may do in a room. */
export type Visit = Pick<RoomSession, 'send' | 'id' | 'stage' | 'catalogue'> & {
  /** The stage as this page plays it. */
  readonly world: () => Playing['world']
  /** Takes the word: the voice falls silent here at once, for the others when the room says so. */
  readonly interrupt: () => void
  readonly ears: Ears
  readonly snapshot: Page['snapshot']
}

/** Enters a room: joins, shows it, and lets its voices be heard. Called from a touch or a key, so that the page may sound. */
export async function enter(page: Page): Promise<Visit> {
  const sound = createRoomSound((hash) => `${location.origin}/speech/${hash}.wav`)
  const stopFollowing = volume.subscribe(sound.setVolume)
  const close = () => {
    stopFollowing()
    sound.close()
  }
  sound.unlock()
  const address = readAddress()
  let me: string | undefined
  const server = location.origin.replace(/^http/, 'ws')
  const events: SessionEvents = {
    onPeople(now) {
      news.value = comings(people.value, now, me) ?? news.value
      people.value = now
    },
    onNotice: ({ message }) => {
      notice.value = message
    },
    onSpeech: sound.expect,
    onHeard: (heard) => ears.receive(heard),
    onLists: (now) => {
      lists.value = now
    },
    onTake: (made) => {
      take.value = made
    },
    onLine(state) {
      if (isLineBroken.value && state === 'whole') news.value = 'The line is mended; you have missed nothing.'
      isLineBroken.value = state === 'broken'
      if (state !== 'gone') return
      ears.close()
      close()
      stage.value = 'gone'
    },
  }
  const join = (roomId: string | undefined) =>
    joinRoom({ server, name: name.value, ...address, roomId }, page.content, events)
  const session = await join(address.roomId)
    .catch((error: Error) => {
      if (error.cause !== 'no-room') throw error
      writeRoom(undefined, address.stage)
      if (!wasIn(address.roomId)) throw error
      news.value = 'Your room had closed when you left it; this is a new one.'
      return join(undefined)
    })
    .catch((error: Error) => {
      close()
      throw error
    })
  me = session.id
  const interrupt = () => {
    sound.hush()
    session.send('interrupt', {})
  }
  const ears = openEars({ server: location.origin, send: session.send, interrupt })
  writeRoom(session.roomId, session.stage)
  const follower = session.follower
  page.show({ stage: () => follower().stage, advance: (now) => follower().advance(now) }, (position) => {
    if (stage.value === 'gone') return
    sound.follow(follower().stage, position)
    const next = captionAt(follower().stage, position)
    if (next?.said !== caption.value?.said || next?.words.join() !== caption.value?.words.join()) caption.value = next
  })
  await page.opened
  stage.value = 'inside'
  addEventListener(
    'pagehide',
    () => {
      ears.close()
      session.leave()
    },
    { once: true },
  )
  return {
    id: session.id,
    stage: session.stage,
    catalogue: session.catalogue,
    world: () => follower().stage.world,
    send: session.send,
    snapshot: page.snapshot,
    interrupt,
    ears,
  }
}
