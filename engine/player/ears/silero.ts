/** Tells how surely a frame of sound is speech. */
export type SpeechDetector = {
  /** Frames in their order, one at a time. @returns  [0, 1] */
  readonly probability: (frame: Float32Array) => Promise<number>
  readonly close: () => Promise<void>
}

/**
 * Loads Silero's detector of speech. It is large (16 MB unpacked), so it is loaded when a microphone is to stay open, from
 * where the page comes from.
 */
export async function loadSilero(): Promise<SpeechDetector> {
  const [ort, { Silero }, model] = await Promise.all([
    import('onnxruntime-web/wasm'),
    import('@ricky0123/vad-web/dist/models/silero.js'),
    import('@ricky0123/vad-web/dist/silero_vad_v5.onnx?url'),
  ])
  // More threads would ask for headers that keep a page from being embedded; one takes a millisecond a frame.
  ort.env.wasm.numThreads = 1
  ort.env.logLevel = 'error'
  const silero = await Silero.new(ort, async () => (await fetch(model.default)).arrayBuffer())
  return {
    probability: async (frame) => (await silero.process(frame)).isSpeech,
    close: silero.release,
  }
}
