import { MockLanguageModelV4, simulateReadableStream } from 'ai/test'
import { expect, test } from 'vitest'
import type { Reply, Turn } from './mind.ts'
import { createModelMind, repliesOf } from './model-mind.ts'
import { loadPersona } from './persona.ts'
import { sentencesOf } from './sentences.ts'
import { tokensIn } from './talk-memory.ts'
import { turnOf } from './test-turn.ts'

const persona = await loadPersona('milla')
const GESTURES = ['wave', 'nod']
const EXPRESSIONS = ['happy', 'sad']
const USAGE = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
}

type Chunk = object

const textChunks = (text: string, size = 3): Chunk[] => [
  { type: 'text-start', id: 't' },
  ...(text.match(new RegExp(`.{1,${size}}`, 'gsu')) ?? []).map((delta) => ({ type: 'text-delta', id: 't', delta })),
  { type: 'text-end', id: 't' },
]
const finish = (unified = 'stop'): Chunk => ({ type: 'finish', finishReason: { unified, raw: unified }, usage: USAGE })

/** A model that answers call after call with these chunks. */
function modelOf(...calls: readonly (readonly Chunk[])[]) {
  let call = 0
  return new MockLanguageModelV4({
    doStream: async () => ({
      stream: simulateReadableStream({
        chunks: [{ type: 'stream-start', warnings: [] }, ...calls[call++]!] as never[],
      }),
    }),
  })
}

async function replies(
  model: ReturnType<typeof modelOf>,
  turn: Turn,
  signal = new AbortController().signal,
): Promise<Reply[]> {
  const mind = createModelMind({ model, persona, gestures: GESTURES, expressions: EXPRESSIONS })
  const all: Reply[] = []
  for await (const reply of mind.reply(turn, signal)) all.push(reply)
  return all
}

test('speaks sentence by sentence however the model’s words are cut, hints first', async () => {
  const text = '[happy] Hello, Ada! I met Dr. Lee today. [wave] [unknown] Come in.'
  expect(await replies(modelOf([...textChunks(text), finish()]), turnOf('Hi'))).toEqual([
    { kind: 'express', name: 'happy' },
    { kind: 'say', text: 'Hello, Ada!' },
    { kind: 'say', text: 'I met Dr. Lee today.' },
    { kind: 'gesture', name: 'wave' },
    { kind: 'say', text: 'Come in.' },
  ])
})

test('uses a tool, and says what came of it', async () => {
  const used: unknown[] = []
  const call = { type: 'tool-call', toolCallId: '1', toolName: 'addTodo', input: '{"text":"milk"}' }
  const model = modelOf([call, finish('tool-calls')], [...textChunks('It is on your list.'), finish()])
  const turn = turnOf('Add milk', {
    use: async (tool, input) => {
      used.push([tool, input])
      return 'I have put "milk" on your list.'
    },
  })
  expect(await replies(model, turn)).toEqual([{ kind: 'say', text: 'It is on your list.' }])
  expect(used).toEqual([['addTodo', { text: 'milk' }]])
  expect(JSON.stringify(model.doStreamCalls[1]!.prompt)).toMatch(/I have put .*milk.* on your list/)
})

test('a tool called with wrong arguments is told so to the model, which answers all the same', async () => {
  const call = { type: 'tool-call', toolCallId: '1', toolName: 'addTodo', input: '{"txt":7}' }
  const model = modelOf([call, finish('tool-calls')], [...textChunks('What shall I write down?'), finish()])
  expect(await replies(model, turnOf('Add it'))).toEqual([{ kind: 'say', text: 'What shall I write down?' }])
  expect(JSON.stringify(model.doStreamCalls[1]!.prompt)).toMatch(/addTodo/)
})

test('tells the model what was heard, the newest that fits', async () => {
  const model = modelOf([...textChunks('Yes.'), finish()])
  const history = [
    { by: 'a', name: 'Ada', text: 'x'.repeat(9000) },
    { by: 'host', name: 'Milla', text: 'I like tea.' },
    { by: 'a', name: 'Ada', text: 'What do you like?' },
  ]
  await replies(model, turnOf('What do you like?', { history }))
  const prompt = JSON.stringify(model.doStreamCalls[0]!.prompt)
  expect(prompt).toContain('I like tea.')
  expect(prompt).not.toContain('xxxx')
  expect(prompt.match(/What do you like\?/g)).toHaveLength(1)
})

test('keeps within what the model reads at once, whatever was said, asked and remembered', async () => {
  const history = Array.from({ length: 100 }, (_, i) => ({ by: 'a', name: 'Ada', text: `${i} ${'語'.repeat(400)}` }))
  for (const text of ['x'.repeat(2000), '語'.repeat(2000)]) {
    const model = modelOf([...textChunks('Yes.'), finish()])
    await replies(model, turnOf(text, { history, remembered: async () => history.map((said) => said.text) }))
    const { prompt, tools } = model.doStreamCalls[0]!
    const told = JSON.stringify(prompt) + JSON.stringify(tools?.map((tool) => ({ ...tool, type: '' })))
    // What is left of 4096 is for the answer, and for what tools answer.
    expect(tokensIn(told)).toBeLessThan(4096 - 400)
  }
})

test('a model that breaks off has said what it said; then the fault is told', async () => {
  const model = modelOf([
    ...textChunks('I was going to').slice(0, -1),
    { type: 'error', error: new Error('connection reset') },
  ])
  await expect(replies(model, turnOf('Hi'))).rejects.toThrow(
    'The language model broke off in the middle of its answer. Ask again.',
  )
})

test('a model that is down is told in one sentence', async () => {
  const model = new MockLanguageModelV4({ doStream: async () => Promise.reject(new Error('ECONNREFUSED')) })
  await expect(replies(model as never, turnOf('Hi'))).rejects.toThrow('The language model does not answer.')
})

test('stops without a word when it is interrupted', async () => {
  const stopping = new AbortController()
  stopping.abort()
  expect(await replies(modelOf([...textChunks('Hello.'), finish()]), turnOf('Hi'), stopping.signal)).toEqual([])
})

test('a sentence of nothing but hints is not spoken', () => {
  expect([...repliesOf('[nod]', GESTURES, EXPRESSIONS)]).toEqual([{ kind: 'gesture', name: 'nod' }])
})

test('a text without an end is spoken in stretches', async () => {
  const words = 'word '.repeat(200)
  const sentences: string[] = []
  for await (const sentence of sentencesOf(
    (async function* () {
      yield words
    })(),
  ))
    sentences.push(sentence)
  expect(sentences.every((sentence) => sentence.length <= 240)).toBe(true)
  expect(sentences.join(' ')).toBe(words.trim())
})
