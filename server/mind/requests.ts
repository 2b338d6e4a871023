import { findWhen, withDigits } from './tools/when.ts'

/** A tool that a sentence asks for, with its input. */
export type Request = { readonly tool: string; readonly input: object }

type Rule = { readonly asks: RegExp; readonly request: (found: RegExpExecArray, now: Date) => Request | undefined }

/** How people ask for things, the first that fits. English, as the persona is. */
const RULES: readonly Rule[] = [
  {
    asks: /^(?:please |can you |could you )*(?:remind me|set (?:me )?a reminder)(?: to| that| about)? (.+)$/,
    request: (found, now) => reminder(found[1]!, now),
  },
  {
    asks: /^(?:please |can you |could you )*(?:add|put|write down) (.+?) (?:to|on|in) (?:my |the )?(?:to-?dos?|list|to-?do list)$/,
    request: ([, text]) => ({ tool: 'addTodo', input: { text } }),
  },
  {
    asks: /^(?:what(?:'s| is| are)|show|tell me|list|read)\b.*\b(?:to-?dos?|my list|reminders)$/,
    request: () => ({ tool: 'listTodos', input: {} }),
  },
  {
    asks: /^(?:i(?:'m| am| have|'ve)? )?(?:done with|finished(?: with)?|completed?|tick off) (.+)$/,
    request: ([, which]) => ({ tool: 'completeTodo', input: { which } }),
  },
  {
    asks: /^(?:please )?(?:remove|delete|cancel|take) (.+?)(?: from| off)(?: my| the)? (?:to-?dos?|list)$/,
    request: ([, which]) => ({ tool: 'removeTodo', input: { which } }),
  },
  {
    asks: /^(?:please )?(?:move|change) (.+?) to (.+)$/,
    request: ([, which, when], now) =>
      findWhen(when!, now) === undefined
        ? undefined
        : { tool: 'changeTodo', input: { which, due: when, remind: when } },
  },
  { asks: /^(?:please )?remember (?:that )?(.+)$/, request: ([, fact]) => ({ tool: 'remember', input: { fact } }) },
  {
    asks: /^what do you (?:remember|know) about me$/,
    request: () => ({ tool: 'recall', input: {} }),
  },
  { asks: /^(?:please )?forget (?:everything|all)(?: about me)?$/, request: () => ({ tool: 'forget', input: {} }) },
  { asks: /^(?:please )?forget (?:that |about )?(.+)$/, request: ([, like]) => ({ tool: 'forget', input: { like } }) },
  {
    asks: /^(?:what(?:'s| is)? (?:the )?(?:time|date|day)|what time is it|what day is it)\b.*$/,
    request: () => ({ tool: 'tellTime', input: {} }),
  },
]

/** What a sentence asks to be done, if anything. */
export function requestIn(text: string, now: Date): Request | undefined {
  const plain = withDigits(text.trim().replace(/[’‘]/g, "'")).replace(/[.!?]+$/, '')
  for (const { asks, request } of RULES) {
    const found = new RegExp(asks, 'i').exec(plain)
    const asked = found === null ? undefined : request(found, now)
    if (asked !== undefined) return asked
  }
  return undefined
}

/** "call Ben tomorrow at five": the moment is taken out of what is to be done. */
function reminder(wish: string, now: Date): Request {
  const when = findWhen(wish, now)
  if (when === undefined) return { tool: 'addTodo', input: { text: wish } }
  const text = wish
    .replace(when.words, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^\s*(?:to|that|about)\s/, '')
    .replace(/\s(?:at|on|in|by)\s*$/, '')
    .trim()
  return {
    tool: 'addTodo',
    input: { text: text === '' ? 'what you asked for' : text, due: when.words, remind: when.words },
  }
}
