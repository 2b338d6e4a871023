import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createServiceModerator } from './service-moderator.ts'

/** A service that answers as told. */
async function openService(answer: (response: ServerResponse, request: IncomingMessage, body: string) => void) {
  let calls = 0
  const server = createServer(async (request, response) => {
    calls++
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    answer(response, request, body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`,
    calls: () => calls,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const flagging = (...categories: readonly string[]) =>
  JSON.stringify({
    results: [
      { flagged: categories.length > 0, categories: Object.fromEntries(categories.map((name) => [name, true])) },
    ],
  })
const signal = new AbortController().signal

test.each([
  [[], undefined],
  [['harassment'], 'hate'],
  [['sexual', 'sexual/minors'], 'minors'],
  [['violence/graphic', 'self-harm/intent'], 'self-harm'],
  [['illicit/violent'], 'violence'],
  [['something/new'], 'hate'],
] as const)('takes %j for %s', async (categories, category) => {
  await using service = await openService((response) => response.end(flagging(...categories)))
  expect(await createServiceModerator({ url: service.url, now: () => 0 }).check('x', signal)).toBe(category)
})

test('is asked as OpenAI’s is', async () => {
  const asked: unknown[] = []
  await using service = await openService((response, { url, headers }, body) => {
    asked.push([url, headers.authorization, JSON.parse(body)])
    response.end(flagging())
  })
  await createServiceModerator({ url: service.url, name: 'omni', key: 'k', now: () => 0 }).check('Hi', signal)
  expect(asked).toEqual([['/v1/moderations', 'Bearer k', { input: 'Hi', model: 'omni' }]])
})

test.each([
  ['an error', 'HTTP 500', (response: ServerResponse) => response.writeHead(500).end('private')],
  ['nonsense', 'ZodError', (response: ServerResponse) => response.end('{"results":[]}')],
  ['no JSON', 'SyntaxError', (response: ServerResponse) => response.end('<private>')],
  ['silence', 'TimeoutError', () => {}],
] as const)('%s is a fault that says why, and not what', async (_what, why, answer) => {
  await using service = await openService(answer)
  const moderator = createServiceModerator({ url: service.url, patience: 200, now: () => 0 })
  const fault = await Promise.resolve(moderator.check('Hi', signal)).catch((error: unknown) => error)
  expect(fault).toMatchObject({ code: 'mind/failed', data: { why } })
  expect(String(fault)).not.toContain('private')
})

test('a service that failed is left alone for a while', async () => {
  let now = 0
  await using service = await openService((response) => {
    if (now === 0) response.writeHead(503).end()
    else response.end(flagging('hate'))
  })
  const { check } = createServiceModerator({ url: service.url, now: () => now })
  await expect(check('Hi', signal)).rejects.toThrow('does not answer')
  await expect(check('Hi', signal)).rejects.toThrow('does not answer')
  expect(service.calls()).toBe(1)
  now = 30_000
  expect(await check('Hi', signal)).toBe('hate')
})
