import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from './database.ts'
import { createMemories, MOST_MEMORIES } from './memories.ts'
import { createTodos, MOST_TODOS } from './todos.ts'

let database: Database

beforeAll(async () => {
  database = await openDatabase('memory://')
}, 60_000)
afterAll(() => database.destroy())

describe('todos', () => {
  const noon = new Date('2026-11-20T12:00:00Z')
  const later = new Date('2026-11-20T15:00:00Z')

  it('are kept, listed by what is due first, changed, done and removed', async () => {
    const todos = createTodos(database)
    const milk = (await todos.add('ada', { text: 'Buy milk' }))!
    const call = (await todos.add('ada', { text: 'Call Ben', due: later }))!
    expect((await todos.list('ada')).map(({ text }) => text)).toEqual(['Call Ben', 'Buy milk'])
    expect(await todos.change('ada', milk.id, { text: 'Buy oat milk', due: noon })).toMatchObject({
      text: 'Buy oat milk',
    })
    expect((await todos.list('ada')).map(({ text }) => text)).toEqual(['Buy oat milk', 'Call Ben'])
    expect(await todos.complete('ada', milk.id, noon)).toMatchObject({ done_at: noon })
    expect(await todos.complete('ada', milk.id, noon)).toBeUndefined()
    expect(await todos.remove('ada', call.id)).toMatchObject({ text: 'Call Ben' })
    expect(await todos.list('ada')).toEqual([])
  })

  it('are nobody else’s to see, change or remove', async () => {
    const todos = createTodos(database)
    const { id } = (await todos.add('ben', { text: 'Secret' }))!
    expect(await todos.list('eve')).toEqual([])
    expect(await todos.change('eve', id, { text: 'Mine' })).toBeUndefined()
    expect(await todos.complete('eve', id, noon)).toBeUndefined()
    expect(await todos.remove('eve', id)).toBeUndefined()
    expect((await todos.list('ben')).map(({ text }) => text)).toEqual(['Secret'])
  })

  it('remind once, when their time has come, and again when it is moved', async () => {
    const todos = createTodos(database)
    const { id } = (await todos.add('cem', { text: 'Tea', remindAt: noon }))!
    expect(await todos.takeDue(['cem'], new Date(noon.getTime() - 1))).toEqual([])
    expect(await todos.takeDue(['ada'], noon)).toEqual([])
    expect(await todos.takeDue(['ada', 'cem'], noon)).toMatchObject([{ owner: 'cem', text: 'Tea' }])
    expect(await todos.takeDue(['cem'], later)).toEqual([])
    await todos.change('cem', id, { remindAt: later })
    expect(await todos.takeDue(['cem'], later)).toHaveLength(1)
    expect(await todos.takeDue([], later)).toEqual([])
  })

  it('are no more than a person can want', async () => {
    const todos = createTodos(database)
    for (let i = 0; i < MOST_TODOS; i++) await todos.add('dot', { text: `Thing ${i}` })
    expect(await todos.add('dot', { text: 'One more' })).toBeUndefined()
    expect(await todos.list('dot')).toHaveLength(MOST_TODOS)
  })

  it('hold whatever is said, as it is said', async () => {
    const todos = createTodos(database)
    const text = `'; drop table todo; -- "quotes" <b>markup</b> 🎉`
    await todos.add('ola', { text })
    expect((await todos.list('ola'))[0]!.text).toBe(text)
  })
})

describe('memories', () => {
  it('are listed and forgotten by who they are about', async () => {
    const memories = createMemories(database)
    await memories.add('ada', 'Ada likes tea.')
    await memories.add('ada', 'Ada has a cat.')
    const [tea] = await memories.list('ada')
    expect(await memories.forget('eve', tea!.id)).toBe(false)
    expect(await memories.forget('ada', tea!.id)).toBe(true)
    expect((await memories.list('ada')).map(({ text }) => text)).toEqual(['Ada has a cat.'])
    expect(await memories.forgetAll('ada')).toBe(1)
    expect(await memories.list('ada')).toEqual([])
  })

  it('let the oldest go first', async () => {
    const memories = createMemories(database)
    for (let i = 0; i < MOST_MEMORIES + 3; i++) await memories.add('fay', `Fact ${i}.`)
    const kept = await memories.list('fay')
    expect(kept).toHaveLength(MOST_MEMORIES)
    expect(kept[0]!.text).toBe('Fact 3.')
  })
})

it('a folder keeps what was stored, and its tables are made once', async () => {
  const { mkdtemp, rm } = await import('node:fs/promises')
  const { tmpdir } = await import('node:os')
  const parent = await mkdtemp(`${tmpdir()}/store-`)
  const folder = `${parent}/not/there/yet`
  const first = await openDatabase(folder)
  await createTodos(first).add('ada', { text: 'Stay' })
  await first.destroy()
  const second = await openDatabase(folder)
  expect(await createTodos(second).list('ada')).toMatchObject([{ text: 'Stay' }])
  await second.destroy()
  await rm(parent, { recursive: true })
}, 60_000)
