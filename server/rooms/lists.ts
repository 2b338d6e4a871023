import type { RoomMessages } from '../../engine/api/host.ts'
import type { Memory } from '../store/memories.ts'
import type { Todo } from '../store/todos.ts'
import type { RoomContext } from './room-context.ts'

/** Tells a person what is kept of them, in every tab that they have open here. */
export async function tellLists({ backstage, visitors }: RoomContext, owner: string): Promise<void> {
  const [todos, memories] = await Promise.all([backstage.todos.list(owner), backstage.memories.list(owner)])
  const lists = { todos: todos.map(todoLine), memories: memories.map(memoryLine) }
  for (const visitor of visitors()) if (visitor.owner === owner) visitor.tell('lists', lists)
}

type Lists = RoomMessages['lists']

const todoLine = ({ id, text, due, remind_at, done_at }: Todo): Lists['todos'][number] => ({
  id,
  text,
  ...(due === null ? {} : { due: due.toISOString() }),
  ...(remind_at === null ? {} : { remind: remind_at.toISOString() }),
  done: done_at !== null,
})

const memoryLine = ({ id, text, created_at }: Memory): Lists['memories'][number] => ({
  id,
  text,
  when: created_at.toISOString(),
})
