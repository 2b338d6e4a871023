/** A tool that a sentence asks for, with its input. */
export type Request = {
  readonly tool: string
  readonly input: object
  /** What it would be good to know as well: the next thing said may be that. */
  readonly lacks?: 'time'
}

/**
 * How people ask for something, and what they ask for. English, as the personas are; it is matched with what is left of a
 * sentence without its courtesies, and must fit from beginning to end.
 */
export type Rule = {
  readonly asks: RegExp
  readonly request: (found: readonly (string | undefined)[], now: Date) => Request | undefined
}

/** A rule that says all by itself. */
export const rule = (asks: RegExp, tool: string, input: object = {}): Rule => ({
  asks,
  request: () => ({ tool, input }),
})
