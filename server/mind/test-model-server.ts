import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as tick } from 'node:timers/promises'

/** One question to the model, and the means to answer it well or badly. */
export type Call = {
  /** Counted from zero. */
  readonly number: number
  readonly path: string
  readonly key: string | undefined
  readonly body: {
    readonly messages: readonly { readonly role: string; readonly content: string }[]
    readonly [k: string]: unknown
  }
  readonly response: ServerResponse
  /** Resolves when who asked hangs up. */
  readonly hungUp: Promise<void>
  /** Sends these bytes as they are, a few at a time. */
  readonly raw: (text: string) => Promise<void>
  /** Sends words of an answer. */
  readonly say: (text: string) => Promise<void>
  /** Calls a tool; the arguments in pieces, as models write them. */
  readonly callTool: (name: string, ...pieces: readonly string[]) => Promise<void>
  readonly end: (reason?: string) => Promise<void>
  readonly refuse: (status: number, message: string) => void
}

export type ModelServer = {
  readonly url: string
  readonly calls: Call[]
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/**
 * A server that speaks OpenAI's streaming protocol as a test tells it to.
 *
 * @param answer    What it does with each question.
 * @param fragment  Bytes that leave at once: 1 cuts through characters and JSON alike.
 */
export async function openModelServer(
  answer: (call: Call) => void | Promise<void>,
  fragment = 1024,
): Promise<ModelServer> {
  const calls: Call[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request.setEncoding('utf8')) text += chunk
    const call: Call = {
      number: calls.length,
      path: request.url!,
      key: request.headers.authorization,
      body: JSON.parse(text) as Call['body'],
      response,
      hungUp: once(response, 'close').then(() => {}),
      ...means(response, fragment),
    }
    calls.push(call)
    await answer(call)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function means(response: ServerResponse, fragment: number) {
  async function raw(text: string): Promise<void> {
    if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.socket?.setNoDelay(true)
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length && !response.destroyed; at += fragment) {
      response.write(bytes.subarray(at, at + fragment))
      await tick()
    }
  }
  const choice = (delta: object, reason: string | null = null) =>
    raw(
      `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`,
    )
  return {
    raw,
    say: (content: string) => choice({ role: 'assistant', content }),
    async callTool(name: string, ...pieces: readonly string[]) {
      await choice({ tool_calls: [{ index: 0, id: 'c1', type: 'function', function: { name, arguments: '' } }] })
      for (const piece of pieces) await choice({ tool_calls: [{ index: 0, function: { arguments: piece } }] })
    },
    async end(reason = 'stop') {
      await choice({}, reason)
      await raw('data: [DONE]\n\n')
      response.end()
    },
    refuse(status: number, message: string) {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ error: { message, type: 'x', code: null } }))
    },
  }
}
