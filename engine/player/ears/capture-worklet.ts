/** The part of an AudioWorklet's scope that is used; the compiler's DOM does not know it. Source: W3C Web Audio API 1.1. */
declare const AudioWorkletProcessor: new () => { readonly port: MessagePort }
declare const registerProcessor: (name: string, kind: unknown) => void

/** Samples handed on at a time: a hundredth of a second at most rates, a message being dearer than its sound. */
const BLOCK = 512

/** Hands on the first channel of what it is given. */
registerProcessor(
  'capture',
  class extends AudioWorkletProcessor {
    readonly block = new Float32Array(BLOCK)
    filled = 0

    process([input]: readonly (readonly Float32Array[])[]): boolean {
      const channel = input?.[0]
      if (channel === undefined) return true
      this.block.set(channel, this.filled)
      this.filled = (this.filled + channel.length) % BLOCK
      if (this.filled === 0) this.port.postMessage(this.block)
      return true
    }
  },
)
