import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Milliseconds that the next piece of data takes, each way. */
export type Travel = () => number

/** A line to a server that is not as good as loopback. TCP's own promise holds: nothing is lost, nothing overtakes. */
export type SlowLine = {
  /** Address of the server at the end of this line. */
  readonly url: string
  /** Nothing arrives for so long, then all of it at once. Milliseconds. */
  readonly stall: (milliseconds: number) => void
  /** Breaks what is connected now; who connects afterwards comes through. */
  readonly cut: () => void
  readonly close: () => Promise<void>
}

export async function openSlowLine(target: string, travel: Travel): Promise<SlowLine> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let still = 0

  function join(from: Socket, to: Socket): void {
    let free = 0
    const after = (work: () => void) => {
      free = Math.max(free, still, performance.now() + travel())
      setTimeout(work, free - performance.now())
    }
    from.on('data', (piece) => after(() => to.writable && to.write(piece)))
    from.on('end', () => after(() => to.end()))
    from.on('error', () => to.destroy())
    from.on('close', () => sockets.delete(from))
    sockets.add(from)
  }

  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    join(near, far)
    join(far, near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stall(milliseconds) {
      still = performance.now() + milliseconds
    },
    cut() {
      for (const socket of sockets) socket.destroy()
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
