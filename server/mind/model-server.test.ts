import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Mind, Reply, Report } from './mind.ts'
import { createModelMind } from './model-mind.ts'
import { openModel } from './open-model.ts'
import { loadPersona } from './persona.ts'
import { type Call, openModelServer } from './test-model-server.ts'
import { answerOf, turnOf } from './test-turn.ts'

const persona = await loadPersona('milla')
const BROKEN_OFF = 'The language model broke off in the middle of its answer. Ask again.'
const DOWN = 'The language model does not answer.'
const SLOW = 'The language model does not answer in time.'

const mindAt = (url: string, patience = { first: 2000, next: 2000 }): Mind =>
  createModelMind({
    model: openModel({ url, name: 'tiny', key: 'secret' }, patience),
    persona,
    gestures: ['wave', 'nod'],
    expressions: ['happy'],
    temperature: 0.4,
    patience,
  })

/** What is said, and the fault at the end if there is one. */
async function tell(mind: Mind, turn = turnOf('Hi')) {
  const said: string[] = []
  try {
    for await (const reply of mind.reply(turn, new AbortController().signal))
      if (reply.kind === 'say') said.push(reply.text)
  } catch (error) {
    return { said, fault: (error as Error).message, data: (error as { data?: object }).data }
  }
  return { said }
}

const usedTools = () => {
  const used: [string, unknown][] = []
  const use = async (name: string, input: unknown): Promise<string> => {
    used.push([name, input])
    return `${name} is done.`
  }
  return { used, use }
}

test.each([1, 2, 7, 64, 4096])('understands an answer that comes %d bytes at a time', async (fragment) => {
  await using server = await openModelServer(async ({ say, end }) => {
    await say('[happy] Grüß dich, Zoë 🎉! Das ist ')
    await say('schön.')
    await end()
  }, fragment)
  const { replies } = await answerOf(mindAt(server.url), turnOf('Hallo'))
  expect(replies).toEqual([
    { kind: 'express', name: 'happy' },
    { kind: 'say', text: 'Grüß dich, Zoë 🎉!' },
    { kind: 'say', text: 'Das ist schön.' },
  ])
})

test('asks the address, the model and the key it was given', async () => {
  await using server = await openModelServer(async ({ say, end }) => {
    await say('Yes.')
    await end()
  })
  await tell(mindAt(server.url))
  const [{ path, key, body }] = server.calls as [Call]
  expect(path).toBe('/v1/chat/completions')
  expect(key).toBe('Bearer secret')
  expect(body).toMatchObject({ model: 'tiny', stream: true, temperature: 0.4, max_tokens: 400 })
  expect(body.messages.map(({ role }) => role)).toEqual(['system', 'user'])
})

test('hands the first sentence on before the second has come', async () => {
  let goOn = (): void => {}
  const isHeard = new Promise<void>((resolve) => (goOn = resolve))
  await using server = await openModelServer(async ({ say, end }) => {
    await say('First sentence. And')
    await isHeard
    await say(' the second.')
    await end()
  })
  const said: Reply[] = []
  for await (const reply of mindAt(server.url).reply(turnOf('Hi'), new AbortController().signal)) {
    said.push(reply)
    goOn()
  }
  expect(said.map((reply) => reply.kind === 'say' && reply.text)).toEqual(['First sentence.', 'And the second.'])
})

test('puts a tool’s arguments together that come in pieces', async () => {
  await using server = await openModelServer(async ({ number, callTool, say, end }) => {
    if (number === 0) {
      await callTool('addTodo', '{"te', 'xt":"mi', 'lk 🥛"}')
      await end('tool_calls')
    } else {
      await say('It is on your list.')
      await end()
    }
  }, 3)
  const { used, use } = usedTools()
  expect(await tell(mindAt(server.url), turnOf('Add milk', { use }))).toEqual({ said: ['It is on your list.'] })
  expect(used).toEqual([['addTodo', { text: 'milk 🥛' }]])
  expect(JSON.stringify(server.calls[1]!.body.messages)).toContain('addTodo is done.')
})

test.each([
  ['wrong arguments', 'addTodo', '{"txt":7}', 'addTodo'],
  ['arguments that are no JSON', 'addTodo', '{"text":', 'addTodo'],
  ['a tool that is not there', 'launchRocket', '{}', 'unknown'],
  ['a name of the language itself', '__proto__', '{}', 'unknown'],
])('%s are told to the model, which answers all the same, and to the log', async (_what, name, given, tool) => {
  await using server = await openModelServer(async ({ number, callTool, say, end }) => {
    if (number === 0) {
      await callTool(name, given)
      await end('tool_calls')
    } else {
      await say('What shall I write down?')
      await end()
    }
  })
  const { used, use } = usedTools()
  const reports: Report[] = []
  const turn = turnOf('Do it', { use, report: (report) => void reports.push(report) })
  expect(await tell(mindAt(server.url), turn)).toEqual({ said: ['What shall I write down?'] })
  expect(used).toEqual([])
  expect(reports).toMatchObject([{ kind: 'degraded', what: 'tool', error: { data: { tool } } }])
  expect(JSON.stringify(reports)).not.toContain(given)
  expect(server.calls[1]!.body.messages.at(-1)!.role).toBe('tool')
})

test('says what came of a tool where the model has no words for it', async () => {
  await using server = await openModelServer(async ({ number, callTool, end }) => {
    if (number === 0) await callTool('tellTime', '{}')
    await end(number === 0 ? 'tool_calls' : 'stop')
  })
  const { use } = usedTools()
  expect(await tell(mindAt(server.url), turnOf('Time?', { use }))).toEqual({ said: ['tellTime is done.'] })
})

test('a model that does nothing but call tools comes to an end', async () => {
  await using server = await openModelServer(async ({ callTool, end }) => {
    await callTool('tellTime', '{}')
    await end('tool_calls')
  })
  const { used, use } = usedTools()
  expect(await tell(mindAt(server.url), turnOf('Time?', { use }))).toEqual({ said: ['tellTime is done.'] })
  expect(used.length).toBeLessThanOrEqual(4)
})

test.each([401, 404, 429, 500])('HTTP %d is told in one sentence, at once', async (status) => {
  await using server = await openModelServer(({ refuse }) => refuse(status, 'Hi? No.'))
  const { said, fault, data } = await tell(mindAt(server.url, { first: 10_000, next: 10_000 }))
  expect({ said, fault, data }).toEqual({ said: [], fault: DOWN, data: { why: `HTTP ${status}` } })
  expect(server.calls).toHaveLength(1)
})

test('an address where nobody listens', async () => {
  const server = await openModelServer(() => {})
  await server[Symbol.asyncDispose]()
  expect(await tell(mindAt(server.url, { first: 10_000, next: 10_000 }))).toEqual({
    said: [],
    fault: DOWN,
    data: { why: 'ECONNREFUSED' },
  })
})

test('a line that breaks in mid-sentence: what came was said, and the fault is told', async () => {
  await using server = await openModelServer(async ({ say, response }) => {
    await say('I was there. It was a')
    response.socket!.resetAndDestroy()
  })
  const { said, fault } = await tell(mindAt(server.url))
  expect(said[0]).toBe('I was there.')
  expect(fault).toBe(BROKEN_OFF)
})

test('silence before the first word', async () => {
  await using server = await openModelServer(() => {})
  const answer = await tell(mindAt(server.url, { first: 150, next: 150 }))
  expect(answer).toEqual({ said: [], fault: SLOW, data: { why: 'too slow' } })
  await server.calls[0]!.hungUp
})

test('silence after the first word', async () => {
  await using server = await openModelServer(async ({ say }) => say('One. Two'))
  const { said, fault } = await tell(mindAt(server.url, { first: 5000, next: 150 }))
  expect(said[0]).toBe('One.')
  expect(fault).toBe(BROKEN_OFF)
  await server.calls[0]!.hungUp
})

test('an interruption hangs up', async () => {
  await using server = await openModelServer(async ({ say }) => say('One. Two'))
  const stopping = new AbortController()
  const said: Reply[] = []
  for await (const reply of mindAt(server.url).reply(turnOf('Hi'), stopping.signal)) {
    said.push(reply)
    stopping.abort()
  }
  await server.calls[0]!.hungUp
  expect(said).toEqual([{ kind: 'say', text: 'One.' }])
})

test('someone who stops listening hangs up as well', async () => {
  await using server = await openModelServer(async ({ say }) => say('One. Two'))
  for await (const _reply of mindAt(server.url).reply(turnOf('Hi'), new AbortController().signal)) break
  await server.calls[0]!.hungUp
})

test.each([
  ['words without an end', 'word '],
  ['sentences without an end', 'And another one. '],
  ['hints without an end', '[wave] '],
  ['white space without an end', ' \n'],
])('%s are cut off', async (_what, text) => {
  await using server = await openModelServer(async ({ say, response }) => {
    while (!response.destroyed) await say(text.repeat(50))
  })
  const { said } = await tell(mindAt(server.url))
  expect(said.join(' ').length).toBeLessThanOrEqual(2000)
  await server.calls[0]!.hungUp
})

test('a line of the protocol without an end is cut off', async () => {
  await using server = await openModelServer(async ({ raw, response }) => {
    await raw('data: {"choices":[{"delta":{"content":"')
    while (!response.destroyed) await raw('x'.repeat(60_000))
  }, 65_536)
  expect(await tell(mindAt(server.url, { first: 10_000, next: 10_000 }))).toMatchObject({ said: [], fault: DOWN })
  await server.calls[0]!.hungUp
})

test.each([
  ['JSON that is none', 'data: {"choices":[{"delta":{"content":"Private wo\n\n'],
  ['an error in the stream', 'data: {"error":{"message":"Private words: out of memory"}}\n\n'],
  ['something else altogether', '<html>Private words</html>'],
  ['nothing at all', ''],
  ['an answer without words', 'data: {"choices":[]}\n\ndata: [DONE]\n\n'],
])('%s is told in one sentence, and not what it held', async (_what, text) => {
  await using server = await openModelServer(async ({ raw, response }) => {
    await raw(text)
    response.end()
  })
  const { said, fault, data } = await tell(mindAt(server.url))
  expect({ said, fault }).toEqual({ said: [], fault: DOWN })
  expect(JSON.stringify(data)).not.toContain('Private')
})

test('an end without [DONE] is an end', async () => {
  await using server = await openModelServer(async ({ say, response }) => {
    await say('That is all.')
    response.end()
  })
  expect((await tell(mindAt(server.url))).said).toEqual(['That is all.'])
})

test('says nothing that no voice can read', async () => {
  await using server = await openModelServer(async ({ say, end }) => {
    await say('🎉 こんにちは。 ')
    await end()
  })
  expect(await tell(mindAt(server.url))).toMatchObject({ said: [], fault: DOWN })
})

test('sums up what it has no room for between two answers', async () => {
  let isSummed = (): void => {}
  const summing = new Promise<void>((resolve) => (isSummed = resolve))
  await using server = await openModelServer(async ({ body, response, say, end }) => {
    if (body.stream === true) {
      await say('I see.')
      await end()
    } else {
      const message = { role: 'assistant', content: 'Ada spoke of whales.' }
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ id: 'x', created: 1, model: 'm', choices: [{ message, finish_reason: 'stop' }] }))
      response.on('close', isSummed)
    }
  })
  const mind = mindAt(server.url)
  const history = Array.from({ length: 60 }, (_, i) => ({ by: 'a', name: 'Ada', text: `${i} ${'whale '.repeat(20)}` }))
  const talk = { actor: 'host' }
  expect(await tell(mind, turnOf('And?', { talk, history }))).toEqual({ said: ['I see.'] })
  await summing
  const summary = () => server.calls.at(-1)!.body.messages.find(({ content }) => content.includes('spoke of whales'))
  await vi.waitFor(async () => {
    await tell(mind, turnOf('So?', { talk, history }))
    expect(summary()).toMatchObject({ role: 'user' })
  })
  expect(server.calls[1]!.body.messages.at(-1)!.content).toMatch(/^Ada: 0 whale/)
})

test('whatever a service does, an answer ends: with sentences, or a fault in one', async () => {
  const step = fc.oneof(
    fc.record({ say: fc.string({ unit: 'grapheme', maxLength: 40 }) }),
    fc.record({
      raw: fc.oneof(
        fc.string({ maxLength: 60 }),
        fc.json().map((json) => `data: ${json}\n\n`),
      ),
    }),
    fc.record({ tool: fc.constantFrom('addTodo', 'tellTime', 'toString', ''), given: fc.string({ maxLength: 30 }) }),
  )
  const end = fc.constantFrom('stop', 'tool_calls', 'length', 'nonsense', 'reset', 'close')
  let script: { steps: readonly object[]; last: string } = { steps: [], last: 'stop' }
  await using server = await openModelServer(async (call) => {
    for (const one of script.steps as { say?: string; raw?: string; tool?: string; given?: string }[]) {
      if (one.say !== undefined) await call.say(one.say)
      if (one.raw !== undefined) await call.raw(one.raw)
      if (one.tool !== undefined) await call.callTool(one.tool, one.given!)
    }
    if (script.last === 'reset') call.response.socket?.resetAndDestroy()
    else if (script.last === 'close') call.response.end()
    else await call.end(script.last)
  }, 7)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 5 }), end, async (steps, last) => {
      script = { steps, last }
      const { said, fault } = await tell(mindAt(server.url), turnOf('Hi', { use: usedTools().use }))
      expect([undefined, DOWN, SLOW, BROKEN_OFF]).toContain(fault)
      expect(said.length > 0 || fault !== undefined).toBe(true)
    }),
    { numRuns: 60 },
  )
})
