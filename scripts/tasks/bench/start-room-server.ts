import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { RoomServerAsk, RoomServerTell } from './room-server.ts'

const SCRIPT = fileURLToPath(new URL('./room-server.ts', import.meta.url))

export type RoomServerCost = Extract<RoomServerTell, { is: 'cost' }>

/** A server of rooms in a process of its own, so that its cost is its own. */
export type RoomServer = Disposable & {
  readonly url: string
  /** What it has taken so far: processor seconds of all its threads, megabytes after a collection. */
  readonly cost: () => Promise<RoomServerCost>
  /** Changes the state of a room, stamped with the time. */
  readonly stamp: (roomId: string) => void
}

/** @param mind  Who its actor is: one who never stops talking, or the persona that rooms have by default. */
export async function startRoomServer(mind: 'chatter' | 'persona'): Promise<RoomServer> {
  const child = fork(SCRIPT, [mind], { execArgv: ['--expose-gc'] })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The server of the bench ended with exit code ${code}.`)
  })
  ended.catch(() => undefined)
  const ask = (message: RoomServerAsk) => child.send(message)

  async function told<Is extends RoomServerTell['is']>(is: Is): Promise<Extract<RoomServerTell, { is: Is }>> {
    for (;;) {
      const message = await Promise.race([nextMessage(child), ended])
      if (message.is === is) return message as Extract<RoomServerTell, { is: Is }>
    }
  }

  const { url } = await told('open')
  return {
    url,
    cost() {
      ask({ ask: 'cost' })
      return told('cost')
    },
    stamp: (roomId) => void ask({ ask: 'stamp', roomId }),
    [Symbol.dispose]: () => void child.kill('SIGKILL'),
  }
}

const nextMessage = (child: ChildProcess): Promise<RoomServerTell> =>
  new Promise((resolve) => child.once('message', (message) => resolve(message as RoomServerTell)))
