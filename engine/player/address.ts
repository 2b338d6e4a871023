/** The stage of a room for which none was named. */
const DEFAULT_STAGE = 'studio'

/** What the page's address asks for. */
export type Address = {
  readonly roomId: string | undefined
  readonly stage: string
  readonly token: string | undefined
}

/** Where a tab notes what let it in: the address, which is passed on, holds it no longer. */
const OWN_TOKEN = 'proscenium.token'

export function readAddress(search = location.search): Address {
  const query = new URLSearchParams(search)
  const token = query.get('token') ?? sessionStorage.getItem(OWN_TOKEN)
  if (token !== null) sessionStorage.setItem(OWN_TOKEN, token)
  return {
    roomId: query.get('room') ?? undefined,
    stage: query.get('stage') ?? DEFAULT_STAGE,
    token: token ?? undefined,
  }
}

/** Where a tab notes its room: one that was reloaded alone finds it closed, and did not mean to leave. */
const OWN_ROOM = 'proscenium.room'

/** Whether this tab was in a room before. */
export const wasIn = (roomId: string | undefined): boolean => roomId === sessionStorage.getItem(OWN_ROOM)

/** Puts the room into the address, so that a reload comes back to it and others may be sent it. */
export function writeRoom(roomId: string | undefined, stage: string): void {
  if (roomId !== undefined) sessionStorage.setItem(OWN_ROOM, roomId)
  const address = roomId === undefined ? addressOfStage(stage) : `?${new URLSearchParams({ stage, room: roomId })}`
  history.replaceState(null, '', address)
}

/** Where another room is opened, with another stage. */
export const addressOfStage = (stage: string): string =>
  stage === DEFAULT_STAGE ? location.pathname : `?${new URLSearchParams({ stage })}`

/** What others are sent to come to this room. */
export const invitation = (): string => location.href
