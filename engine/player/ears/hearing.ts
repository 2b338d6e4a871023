/** What the microphone is for: nothing; who holds its button or Space; whoever speaks. */
export type MicMode = 'off' | 'hold' | 'open'

/** A microphone as the system names it. */
export type MicrophoneChoice = { readonly id: string; readonly label: string }

/** What becomes of what a person says. */
export type Hearing = {
  /**
   * `asking` for the microphone or getting ready · `waiting` for somebody to speak · `hearing` somebody ·
   * `understanding` what was said · `trouble`, which says what to do.
   */
  readonly state: 'off' | 'asking' | 'waiting' | 'hearing' | 'understanding' | 'trouble'
  /** What it sounds like so far. */
  readonly interim: string
  /** What is wrong, and what to do; empty where nothing is. */
  readonly trouble: string
}

export const NOT_HEARING: Hearing = { state: 'off', interim: '', trouble: '' }
