import { findWhen, withDigits } from '../tools/when.ts'
import { type Request, type Rule, rule } from './request.ts'

const LIST = '(?:my |the )?(?:to-?do(?:s| list)?|to do(?:s| list)?|shopping list|list|tasks|reminders)'

/** Todos and reminders. */
export const LIST_RULES: readonly Rule[] = [
  {
    asks: /^(?:remind me|(?:set|make|create|add|give me)(?: me)? (?:a |another )?reminder)(?: to| that| about| of| for)? (.+)$/,
    request: ([, wish], now) => reminder(wish!, now),
  },
  {
    asks: /^(?:do not|don't|do n't) let me forget (?:to |about |that )?(.+)$/,
    request: ([, wish], now) => reminder(wish!, now),
  },
  {
    asks: /^(?:set|start) (?:a |the )?timer (?:for|of|to) (.+)$/,
    request: ([, span]) => ({
      tool: 'addTodo',
      input: { text: 'the timer', due: inside(span!), remind: inside(span!) },
    }),
  },
  {
    asks: new RegExp(`^(?:add|put|write|note)(?: down)? (.+?) (?:to|on|onto|in) ${LIST}$`),
    request: ([, text]) => ({ tool: 'addTodo', input: { text } }),
  },
  {
    asks: /^(?:(?:new |add a )?(?:to-?do|task)[:,]? |write down |note down )(?:that )?(.+)$/,
    request: ([, text]) => ({ tool: 'addTodo', input: { text } }),
  },
  rule(
    new RegExp(
      `^(?:what(?:'s| is| are| do i have)|show(?: me)?|tell me|list|read(?: me| out)?|do i have(?: any| anything)?|is there anything|have i any)\\b.*\\b${LIST}$`,
    ),
    'listTodos',
  ),
  rule(/^what (?:do|did) i (?:have|want|need|still have) to do(?: today| next| tomorrow)?$/, 'listTodos'),
  {
    asks: new RegExp(`^(?:tick|check|cross|mark) (.+?) (?:off|as done|done)(?: (?:on|from|of) ${LIST})?$`),
    request: ([, which]) => ({ tool: 'completeTodo', input: { which } }),
  },
  { asks: /^(?:tick|check|cross) off (.+)$/, request: ([, which]) => ({ tool: 'completeTodo', input: { which } }) },
  {
    asks: /^(?:i(?:'m| am| have|'ve)? )?(?:just )?(?:done with|finished(?: with)?|completed?) (.+)$/,
    request: ([, which]) => ({ tool: 'completeTodo', input: { which } }),
  },
  {
    asks: new RegExp(`^(?:remove|delete|cancel|take|strike) (.+?)(?: from| off) ${LIST}$`),
    request: ([, which]) => ({ tool: 'removeTodo', input: { which } }),
  },
  {
    asks: /^(?:remove|delete|cancel|forget) (?:the|my) (?:reminder|to-?do|task)(?: to| about| of| for)? (.+)$/,
    request: ([, which]) => ({ tool: 'removeTodo', input: { which } }),
  },
  {
    asks: /^(?:move|change|postpone|reschedule|shift) (?:the reminder (?:to|about|of) )?(.+?) (?:to|until|till|for) (.+)$/,
    request: ([, which, when], now) =>
      findWhen(when!, { now, zone: 'UTC' }) === undefined
        ? undefined
        : { tool: 'changeTodo', input: { which, due: when, remind: when } },
  },
]

const inside = (span: string): string => `in ${span.replace(/^in /, '')}`

/** "call Ben tomorrow at five": the moment is taken out of what is to be done. */
function reminder(wish: string, now: Date): Request {
  const plain = withDigits(wish)
  const when = findWhen(plain, { now, zone: 'UTC' })
  if (when === undefined) return { tool: 'addTodo', input: { text: wish }, lacks: 'time' }
  const text = plain
    .replace(when.words, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^\s*(?:(?:to|that|about|of|for)\s)?/, '')
    .replace(/\s(?:at|on|in|by|for)\s*$/, '')
    .trim()
  return {
    tool: 'addTodo',
    input: { text: text === '' ? 'what you asked for' : text, due: when.words, remind: when.words },
  }
}
