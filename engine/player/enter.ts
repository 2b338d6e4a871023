import { captionAt } from './captions.ts'
import type { Ears } from './ears/ears.ts'
import { openEars } from './ears/open-ears.ts'
import { openPageContent } from './page-content.ts'
import { openRoomPicture } from './room-picture.ts'
import { joinRoom, type RoomSession } from './room-session.ts'
import { createRoomSound } from './room-sound.ts'
import { caption, isLineBroken, name, notice, orbit, people, stage, volume } from './state.ts'

/** What the panels may do in a room. */
export type Visit = Pick<RoomSession, 'send' | 'id' | 'catalogue'> & {
  /** Takes the word: the voice falls silent here at once, for the others when the room says so. */
  readonly interrupt: () => void
  readonly ears: Ears
}

/** Enters a room: joins, draws, and lets its voices be heard. Called from a touch or a key, so that the page may sound. */
export async function enter(canvas: HTMLCanvasElement): Promise<Visit> {
  const content = openPageContent(location.origin)
  const sound = createRoomSound((hash) => `${location.origin}/speech/${hash}.wav`)
  volume.subscribe(sound.setVolume)
  await sound.unlock()
  const roomId = new URLSearchParams(location.search).get('room') ?? undefined
  const server = location.origin.replace(/^http/, 'ws')
  const session = await joinRoom({ server, name: name.value, roomId }, content, {
    onPeople: (now) => {
      people.value = now
    },
    onNotice: ({ message }) => {
      notice.value = message
    },
    onSpeech: sound.expect,
    onHeard: (heard) => ears.receive(heard),
    onLine: (state) => {
      isLineBroken.value = state === 'broken'
      if (state === 'gone') stage.value = 'gone'
    },
  })
  const interrupt = () => {
    sound.hush()
    session.send('interrupt', {})
  }
  const ears = openEars({ server: location.origin, send: session.send, interrupt })
  history.replaceState(null, '', `?room=${session.roomId}`)
  const follower = session.follower
  await openRoomPicture({
    canvas,
    content,
    stage: () => follower().stage,
    advance: (now) => follower().advance(now),
    orbit: () => orbit.value,
    onFrame(position) {
      sound.follow(follower().stage, position)
      const next = captionAt(follower().stage, position)
      if (next?.said !== caption.value?.said || next?.words.join() !== caption.value?.words.join()) caption.value = next
    },
    onFirst: () => {
      stage.value = 'inside'
    },
    onTrouble: (error) => {
      notice.value = error.message
      stage.value = 'gone'
    },
    onMissing: (error) => {
      notice.value = error.message
    },
  })
  addEventListener('pagehide', () => {
    ears.close()
    session.leave()
  })
  return {
    id: session.id,
    catalogue: session.catalogue,
    send: session.send,
    interrupt,
    ears,
  }
}
