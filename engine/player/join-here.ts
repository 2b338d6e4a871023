import { type Address, readAddress, wasIn, writeRoom } from './address.ts'
import type { PageContent } from './page-content.ts'
import { joinRoom, type RoomSession, type SessionEvents } from './room-session.ts'
import { name, news } from './state.ts'

/** Joins the room of the page's address. One that closed while its page was loaded again is followed by a new one. */
export async function joinHere(content: PageContent, events: SessionEvents): Promise<RoomSession> {
  const address = readAddress()
  const server = location.origin.replace(/^http/, 'ws')
  const join = (roomId: Address['roomId']) =>
    joinRoom({ server, name: name.value, ...address, roomId }, content, events)
  const session = await join(address.roomId).catch((error: Error) => {
    if (error.cause !== 'no-room') throw error
    writeRoom(undefined, address.stage)
    if (!wasIn(address.roomId)) throw error
    news.value = 'Your room had closed when you left it; this is a new one.'
    return join(undefined)
  })
  writeRoom(session.roomId, session.stage)
  return session
}
