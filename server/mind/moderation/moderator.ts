/** Why something is withheld, the gravest first. */
export const CATEGORIES = ['minors', 'self-harm', 'violence', 'hate', 'sexual', 'profanity'] as const
export type Category = (typeof CATEGORIES)[number]

/** Decides what may be said. */
export type Moderator = {
  /**
   * @returns  Why a text is to be withheld, undefined where it may be said.
   * @throws   Where nothing can be decided: what is asked is down.
   */
  readonly check: (text: string, signal: AbortSignal) => Category | undefined | Promise<Category | undefined>
}
