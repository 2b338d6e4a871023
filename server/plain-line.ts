/** Text on one line, without what turns its direction: nobody can begin a line, or a message, in another's name. */
export const plainLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
