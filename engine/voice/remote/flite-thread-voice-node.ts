import { Worker } from 'node:worker_threads'
import { createFliteVoice } from '../flite.ts'
import type { Voice } from '../voice.ts'
import { createRemoteVoice, type VoiceThread } from './remote-voice.ts'

/** Flite on a thread of its own: for a server, whose rooms must keep time while somebody's sentence is made. */
export function createFliteThreadVoice(): Voice {
  const { name, speakers, languages } = createFliteVoice(() => Promise.reject(new TypeError('speaks elsewhere')))
  return createRemoteVoice({ name, speakers, languages }, openThread)
}

function openThread(): VoiceThread {
  const worker = new Worker(new URL('flite-thread-node.ts', import.meta.url))
  // The process may end while nobody speaks.
  worker.unref()
  return {
    post: (message) => worker.postMessage(message),
    listen: (handle) => worker.on('message', handle),
    onEnd(handle) {
      worker.once('error', (error) => handle((error as Error).message))
      worker.once('exit', (code) => handle(`exit ${code}`))
    },
  }
}
