import { tellLists } from '../lists.ts'
import type { Handler } from './handler.ts'

/** Each of these asks the store: a panel needs few. */
const LIMIT = [10, 1] as const

export const lists: Handler<'lists'> = {
  limit: LIMIT,
  handle: (room, { owner }) => tellLists(room, owner),
}

export const forget: Handler<'forget'> = {
  limit: LIMIT,
  async handle(room, { owner }, { kind, id }) {
    const { todos, memories } = room.backstage
    await (kind === 'todo' ? todos.remove(owner, id) : memories.forget(owner, id))
    await tellLists(room, owner)
  },
}

export const forgetAll: Handler<'forgetAll'> = {
  limit: LIMIT,
  async handle(room, { owner }) {
    await room.backstage.memories.forgetAll(owner)
    await tellLists(room, owner)
  },
}
