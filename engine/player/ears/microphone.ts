import { createResampleStream } from '../../api/page.ts'
import captureWorklet from './capture-worklet.ts?worker&url'
import type { MicrophoneChoice } from './hearing.ts'
import { createCutter, EAR_RATE, FRAME } from './sound-frames.ts'

/** Seconds by which the late track is late: more than it takes to notice that somebody speaks. */
const LATE = 0.6

/** Milliseconds in which a browser starts its sound, or does not. */
const STARTS = 10_000

/** A microphone that is open. */
export type Microphone = {
  readonly track: MediaStreamTrack
  /** The same sound, so much later that what was said before it was noticed is still to come. */
  readonly lateTrack: MediaStreamTrack
  readonly close: () => void
}

export type MicrophoneOptions = {
  /** Id of the one that was chosen; empty for the system's own choice, which is also taken where the chosen one is gone. */
  readonly id: string
  /** Told of every 32 ms: samples at 16 kHz. */
  readonly onFrame: (frame: Float32Array) => void
  /** Told when it is gone: unplugged, or taken away. */
  readonly onLost: () => void
}

/** Opens a microphone; the browser asks the person. @throws what `getUserMedia` throws. */
export async function openMicrophone({ id, onFrame, onLost }: MicrophoneOptions): Promise<Microphone> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: {
      ...(id === '' ? {} : { deviceId: { ideal: id } }),
      channelCount: 1,
      // The actor's voice comes out of this computer too.
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
    },
  })
  const track = stream.getAudioTracks()[0]!
  const context = new AudioContext()
  try {
    await start(context)
  } catch (fault) {
    for (const each of stream.getTracks()) each.stop()
    void context.close()
    throw fault
  }
  await context.audioWorklet.addModule(captureWorklet)
  const source = new MediaStreamAudioSourceNode(context, { mediaStream: stream })
  const capture = new AudioWorkletNode(context, 'capture', { numberOfInputs: 1, numberOfOutputs: 0, channelCount: 1 })
  const delay = new DelayNode(context, { maxDelayTime: LATE, delayTime: LATE })
  const late = new MediaStreamAudioDestinationNode(context, { channelCount: 1 })
  const resampler = createResampleStream(context.sampleRate, EAR_RATE)
  const cutter = createCutter(FRAME, onFrame)
  capture.port.onmessage = ({ data }: MessageEvent<Float32Array>) => cutter.push(resampler.push(data))
  source.connect(capture)
  source.connect(delay).connect(late)
  track.addEventListener('ended', onLost)
  return {
    track,
    lateTrack: late.stream.getAudioTracks()[0]!,
    close() {
      track.removeEventListener('ended', onLost)
      capture.port.onmessage = null
      for (const each of stream.getTracks()) each.stop()
      void context.close()
    },
  }
}

/** Starts a context: without a device for sound, some browsers never do. @throws `InvalidStateError` */
async function start(context: AudioContext): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, STARTS))
  await Promise.race([context.resume(), late])
  if (context.state !== 'running') throw new DOMException('The sound has not started.', 'InvalidStateError')
}

/** Microphones to choose from. Their names are empty until one was allowed. */
export async function listMicrophones(): Promise<readonly MicrophoneChoice[]> {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? []
  return devices
    .filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId !== 'default' && deviceId !== '')
    .map(({ deviceId, label }, i) => ({ id: deviceId, label: label || `Microphone ${i + 1}` }))
}
