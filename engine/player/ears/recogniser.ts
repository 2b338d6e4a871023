/** Understands speech for a page. */
export type PageRecogniser = {
  /** As people are told who understands them. */
  readonly name: string
  /**
   * Begins an utterance.
   *
   * @param track    The microphone, for those who listen by themselves.
   * @param onGuess  Told what it sounds like so far.
   */
  readonly listen: (track: MediaStreamTrack, onGuess: (text: string) => void) => Utterance
}

/** One utterance. It ends by `finish` or `drop`, once. */
export type Utterance = {
  /** The next sound, 16 kHz, for those who do not listen by themselves. */
  readonly write: (samples: Float32Array) => void
  /** @returns  What was understood; empty where nothing was. @throws a fault in a sentence for people. */
  readonly finish: () => Promise<string>
  readonly drop: () => void
}

/**
 * The first recogniser, until it fails: then the second hears the same utterance again, and all that follow.
 *
 * @param onFail  Told once, with what was wrong with the first.
 */
export function eitherRecogniser(
  first: PageRecogniser,
  second: PageRecogniser,
  onFail: (fault: Error) => void,
): PageRecogniser {
  let hasFailed = false
  return {
    name: first.name,
    listen(track, onGuess) {
      if (hasFailed) return second.listen(track, onGuess)
      const heard: Float32Array[] = []
      const trying = first.listen(track, onGuess)
      return {
        write(samples) {
          heard.push(samples)
          trying.write(samples)
        },
        drop: trying.drop,
        async finish() {
          try {
            return await trying.finish()
          } catch (fault) {
            if (!hasFailed) onFail(fault as Error)
            hasFailed = true
          }
          const again = second.listen(track, onGuess)
          for (const samples of heard) again.write(samples)
          return again.finish()
        },
      }
    },
  }
}
