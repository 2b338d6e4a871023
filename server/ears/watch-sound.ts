declare global {
  var soundWatch: {
    /** Whether something sounded in the last tenth of a second. */
    readonly isLoud: () => boolean
    readonly secondsSinceEscape: () => number
    /** Seconds from the Escape key to the last sound after it. */
    readonly silentAfterEscape: () => number
  }
}

/**
 * Watches what a page lets be heard, on the clock of its sound. Runs in the page, before anything else does, and knows
 * nothing but what is in it.
 */
export function watchSound(): void {
  /** Full scale; softer is silence. */
  const AUDIBLE = 0.001
  const blocks: { readonly time: number; readonly peak: number }[] = []
  let context: BaseAudioContext | undefined
  let escapedAt = Number.NaN

  const tap = `registerProcessor('tap', class extends AudioWorkletProcessor {
    process([[samples = []] = []]) {
      this.port.postMessage({ time: currentTime, peak: samples.reduce((peak, value) => Math.max(peak, Math.abs(value)), 0) })
      return true
    }
  })`
  const connect = AudioNode.prototype.connect as (this: AudioNode, to: unknown, ...rest: unknown[]) => AudioNode

  async function watch(node: AudioNode): Promise<void> {
    context = node.context
    await context.audioWorklet.addModule(URL.createObjectURL(new Blob([tap], { type: 'text/javascript' })))
    const worklet = new AudioWorkletNode(context, 'tap', { numberOfOutputs: 0 })
    worklet.port.onmessage = ({ data }) => blocks.push(data)
    connect.call(node, worklet)
  }

  // The first that sounds is the room: what the microphone tells by sounds comes later.
  AudioNode.prototype.connect = function (this: AudioNode, to: unknown, ...rest: unknown[]) {
    if (to instanceof AudioDestinationNode && context === undefined) void watch(this)
    return connect.call(this, to, ...rest)
  } as typeof AudioNode.prototype.connect

  const noteEscape = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') escapedAt = context!.currentTime
  }
  addEventListener('keydown', noteEscape, true)

  globalThis.soundWatch = {
    isLoud: () => blocks.some(({ time, peak }) => peak > 0.02 && time > context!.currentTime - 0.1),
    secondsSinceEscape: () => (blocks.at(-1)?.time ?? 0) - escapedAt,
    silentAfterEscape() {
      const last = blocks.findLast(({ time, peak }) => peak > AUDIBLE && time >= escapedAt)
      return last === undefined ? 0 : last.time - escapedAt
    },
  }
}
