import { once } from 'node:events'
import { openFirefox } from './open-firefox.ts'

/** A Firefox that does what it is told. */
export type DrivenFirefox = AsyncDisposable & {
  readonly goTo: (url: string) => Promise<void>
  /** Runs an expression in the page, as if a person had just touched it. @returns  Its value, or its promise's. */
  readonly evaluate: (expression: string) => Promise<unknown>
}

type Answer = { readonly id?: number; readonly result?: unknown; readonly message?: string }
type Value = { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: { readonly text: string } }

/**
 * Opens a Firefox and drives it by WebDriver BiDi, which it speaks itself.
 *
 * @source  https://www.w3.org/TR/webdriver-bidi/
 */
export async function driveFirefox(
  program: string,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<DrivenFirefox> {
  const browser = await openFirefox(program, { isDriven: true })
  const socket = new WebSocket(`${await Promise.race([addressOf(browser.says), browser.failed])}/session`)
  await Promise.race([once(socket, 'open'), browser.failed])
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let asked = 0

  socket.addEventListener('message', ({ data }) => {
    const { id, result, message } = JSON.parse(String(data)) as Answer
    const answer = waiting.get(id ?? 0)
    waiting.delete(id ?? 0)
    if (message === undefined) answer?.resolve(result)
    else answer?.reject(new Error(`Firefox: ${message}`))
  })

  function ask(method: string, params: object): Promise<unknown> {
    const id = ++asked
    const answer = Promise.withResolvers<unknown>()
    waiting.set(id, answer)
    socket.send(JSON.stringify({ id, method, params }))
    return Promise.race([answer.promise, browser.failed])
  }

  await ask('session.new', { capabilities: {} })
  const tree = (await ask('browsingContext.getTree', {})) as { contexts: { context: string }[] }
  const { context } = tree.contexts[0]!
  await ask('browsingContext.setViewport', { context, viewport: { width, height } })
  return {
    async goTo(url) {
      await ask('browsingContext.navigate', { context, url, wait: 'complete' })
    },
    async evaluate(expression) {
      const target = { context }
      const answer = (await ask('script.evaluate', {
        expression,
        target,
        awaitPromise: true,
        userActivation: true,
      })) as Value
      if (answer.exceptionDetails !== undefined) throw new Error(`Firefox: ${answer.exceptionDetails.text}`)
      return answer.result?.value
    },
    async [Symbol.asyncDispose]() {
      socket.close()
      await browser[Symbol.asyncDispose]()
    },
  }
}

/** Where it can be driven, as it tells once it can. */
function addressOf(says: NodeJS.ReadableStream): Promise<string> {
  let said = ''
  return new Promise((resolve) => {
    says.on('data', (piece) => {
      said += String(piece)
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    })
  })
}
