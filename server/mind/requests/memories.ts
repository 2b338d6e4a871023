import { type Rule, rule } from './request.ts'

const EVERYTHING =
  '(?:everything|all|it all|anything)(?: (?:that )?you (?:know|remember))?(?: about me| of me| i (?:have )?told you)?'

/** What a person wants to be remembered, and the time of day. */
export const MEMORY_RULES: readonly Rule[] = [
  rule(/^what (?:do|can) you (?:still )?(?:remember|know)(?: about| of) me$/, 'recall'),
  rule(/^(?:do you )?(?:remember|know) (?:anything|something) about me$/, 'recall'),
  rule(/^(?:tell me|list|show me) (?:what|everything|all) (?:that )?you (?:remember|know)(?: about me)?$/, 'recall'),
  rule(/^what did i (?:ask|tell) you to remember$/, 'recall'),
  rule(/^(?:show|list|read)(?: me)? (?:my|your) memories(?: (?:of|about) me)?$/, 'recall'),
  rule(
    new RegExp(`^(?:forget|delete|erase) (?:${EVERYTHING}|(?:all )?(?:my|your) memories(?: (?:of|about) me)?|me)$`),
    'forget',
  ),
  {
    asks: /^(?:forget|delete|erase)(?: that| about| the fact that)? (.+)$/,
    request: ([, like]) =>
      /^(?:it|that|this|about it)$/.test(like!) ? undefined : { tool: 'forget', input: { like } },
  },
  {
    asks: /^(?:remember|keep in mind|memorise|memorize|note|do not forget|don't forget)(?: that)? (.+ .+)$/,
    request: ([, fact]) => ({ tool: 'remember', input: { fact } }),
  },
  rule(
    /^(?:what(?:'s| is)? (?:the )?time|what time (?:is it|do we have|have we got)|how late is it|(?:tell me|give me|do you (?:know|have)) (?:what time it is|the time))(?: now| right now)?$/,
    'tellTime',
    { ask: 'time' },
  ),
  rule(
    /^(?:what(?:'s| is)? (?:the )?(?:date|day)|what (?:day|date|month|year) (?:is it|do we have|is this)|(?:tell me|give me|do you know) the date|what(?:'s| is) today(?:'s date)?|what (?:day|date) is today)(?: today| now)?$/,
    'tellTime',
    { ask: 'date' },
  ),
  {
    asks: /^(?:what(?:'s| is)? (?:the )?(?:date|day)|what (?:date|day)(?: of the week)? (?:is|was|will be))(?: it)?(?: on| in)? (.+?)(?: be)?$/,
    request: ([, day]) => ({ tool: 'tellTime', input: { day } }),
  },
]
