import { expect, test } from 'vitest'
import { createIdleWatch } from './idle-watch.ts'

test('a session in which nobody does anything is warned once, then over; what a page sends by itself does not count', () => {
  let clock = 0
  const watch = createIdleWatch(30 * 60_000, () => clock)
  const after = (minutes: number) => {
    clock = minutes * 60_000
    return watch.look()
  }
  watch.heard('ada')
  watch.heard('ben')
  expect(after(28)).toEqual({ warned: [], over: [] })
  watch.heard('ada', 'hash')
  watch.heard('ben', 'say')
  expect(after(29.5)).toEqual({ warned: ['ada'], over: [] })
  expect(after(29.6)).toEqual({ warned: [], over: [] })
  expect(after(30.1)).toEqual({ warned: [], over: ['ada'] })
  expect(after(40)).toEqual({ warned: [], over: [] })
  expect(after(57.5)).toEqual({ warned: ['ben'], over: [] })
  watch.heard('ben', 'listen')
  expect(after(60)).toEqual({ warned: [], over: [] })
  watch.forget('ben')
  expect(after(200)).toEqual({ warned: [], over: [] })
})
