import { connect, createServer, type Socket } from 'node:net'

/** A line to a server that can be cut, as networks do it: at once, and without a word. */
export type TestLine = {
  readonly url: string
  readonly cut: () => void
  readonly mend: () => void
  readonly close: () => Promise<void>
}

/** @param url  Of a server on this machine. */
export async function openTestLine(url: string): Promise<TestLine> {
  const { hostname, port } = new URL(url)
  const open = new Set<Socket>()
  let isCut = false
  const keep = (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => {})
  }
  const line = createServer((near) => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(Number(port), hostname)
    keep(near)
    keep(far)
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => line.listen(0, hostname, resolve))
  const address = line.address()
  const cut = () => {
    isCut = true
    for (const socket of open) socket.destroy()
  }
  return {
    url: `http://${hostname}:${typeof address === 'object' && address !== null ? address.port : ''}`,
    cut,
    mend() {
      isCut = false
    },
    close() {
      cut()
      return new Promise((resolve) => line.close(() => resolve()))
    },
  }
}
