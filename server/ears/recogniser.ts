/** Understands speech. It knows nothing of rooms; a new one is a record of this shape. */
export type Recogniser = {
  /** As people are told. */
  readonly name: string
  /** BCP-47 codes it understands; empty where it does not say. */
  readonly languages: readonly string[]
  /**
   * Begins to listen to one utterance.
   *
   * @param onGuess  Told what it sounds like so far, each time that changes.
   * @throws         `ears/busy` where as many speak as it can listen to.
   */
  readonly listen: (onGuess: (text: string) => void) => Listening
  /** Lets go of all it holds; who is speaking is not heard out. */
  readonly close: () => void
}

/** One utterance. It ends by `finish` or `drop`, once. */
export type Listening = {
  /** Takes the next sound: 16 kHz, one channel, 16 bits, little-endian. */
  readonly write: (pcm: Uint8Array) => void
  /**
   * All has been said.
   *
   * @returns  What was understood; empty where nothing was.
   * @throws   `ears/failed`
   */
  readonly finish: () => Promise<string>
  /** Forgets it. */
  readonly drop: () => void
}
