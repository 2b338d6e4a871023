import type { Handler } from './handler.ts'

export const time: Handler<'time'> = {
  whileClosing: true,
  handle({ live }, { tell }, { sent }) {
    tell('time', { sent, position: live.position() })
  },
}
