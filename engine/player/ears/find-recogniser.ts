import type { ClientMessages, RoomMessages } from '../../api/page.ts'
import { findBrowserRecogniser } from './browser-recogniser.ts'
import { eitherRecogniser, type PageRecogniser } from './recogniser.ts'
import { createServerRecogniser } from './server-recogniser.ts'

/** Who understands people on this page, and what hears the room's answers. */
export type RecogniserFinder = {
  /** The browser's own, and the server's where that fails or is missing; undefined where neither is there. */
  readonly find: () => Promise<PageRecogniser | undefined>
  readonly receive: (heard: RoomMessages['heard']) => void
}

/**
 * @param server  Address of the server, which tells in /ears.json what listens there.
 * @param onFail  Told when the browser's recogniser failed and the server's took over.
 */
export function createRecogniserFinder(
  server: string,
  send: (message: ClientMessages['hear']) => void,
  onFail: (notice: string) => void,
): RecogniserFinder {
  let receive: RecogniserFinder['receive'] = () => {}
  let found: Promise<PageRecogniser | undefined> | undefined

  async function findServers(): Promise<PageRecogniser | undefined> {
    const response = await fetch(`${server}/ears.json`)
    const ears = (await response.json()) as { readonly name: string } | null
    if (ears === null) return undefined
    const listener = createServerRecogniser(ears.name, send, () => performance.now())
    receive = listener.receive
    return listener.recogniser
  }

  async function find(): Promise<PageRecogniser | undefined> {
    const [browsers, servers] = [findBrowserRecogniser(), await findServers()]
    if (browsers === undefined || servers === undefined) return browsers ?? servers
    return eitherRecogniser(browsers, servers, ({ message }) =>
      onFail(`${message} From now on ${servers.name} listens.`),
    )
  }

  return {
    find() {
      found ??= find()
      found.catch(() => {
        found = undefined
      })
      return found
    },
    receive: (heard) => receive(heard),
  }
}
