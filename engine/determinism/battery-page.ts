import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { bundleForPage } from '../bundle-for-page.ts'
import type { BatteryReport } from './batteries.ts'

/** A page on this machine alone that runs the batteries in whatever browser opens it, and hands over what it reports. */
export type BatteryPage = AsyncDisposable & { readonly url: string; readonly report: Promise<BatteryReport> }

const PAGE = `<!doctype html><title>batteries</title><script type="module">
  const send = (body) => fetch('/report', { method: 'POST', body: JSON.stringify(body) })
  try {
    const { runBatteries } = await import('/batteries.js')
    await send(await runBatteries())
  } catch (error) {
    await send({ failed: String(error?.stack ?? error) })
  }
</script>`

/** Bundles the batteries and serves them on the loopback address until disposed. */
export async function openBatteryPage(): Promise<BatteryPage> {
  const script = await bundleForPage(`${import.meta.dirname}/batteries.ts`)
  const { promise, resolve, reject } = Promise.withResolvers<BatteryReport>()
  // Whoever waits for the report hears of a failure; a page that is closed before anybody waits has none to tell.
  promise.catch(() => undefined)
  const server = createServer((request, response) => {
    if (request.url === '/batteries.js') response.setHeader('content-type', 'text/javascript').end(script)
    else if (request.url === '/report') {
      readReport(request).then(resolve, reject)
      response.end()
    } else response.setHeader('content-type', 'text/html').end(PAGE)
  })
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, report: promise, [Symbol.asyncDispose]: () => close(server) }
}

async function readReport(request: IncomingMessage): Promise<BatteryReport> {
  const report = JSON.parse(await text(request)) as BatteryReport | { failed: string }
  if ('failed' in report) throw new Error(`The batteries failed in the browser: ${report.failed}`)
  return report
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((closed) => void server.close(() => closed()))
}
