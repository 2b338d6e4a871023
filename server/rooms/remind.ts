import type { RoomContext } from './room-context.ts'

/** Says what people here wanted to be reminded of. A store that fails is tried again at the next call. */
export async function remind({ id, backstage, company, visitors }: RoomContext): Promise<void> {
  const { todos, today, log } = backstage
  const names = new Map(visitors().map(({ owner, name }) => [owner, name]))
  try {
    for (const { owner, text } of await todos.takeDue([...names.keys()], today()))
      void company.addressee('').conversation.tell(`${names.get(owner)}, you wanted to be reminded: ${text}.`)
  } catch (error) {
    log.error({ room: id, error: (error as Error).message }, 'reminders cannot be read')
  }
}
