import { parentPort } from 'node:worker_threads'
import { createFliteVoice } from '../flite.ts'
import { loadFliteInNode } from '../load-flite-node.ts'
import { serveVoice } from './serve-voice.ts'

/** What runs on the thread of {@link createFliteThreadVoice}. */
const port = parentPort!
serveVoice(
  {
    post: (message, transfer = []) => port.postMessage(message, transfer as ArrayBuffer[]),
    listen: (handle) => port.on('message', handle),
  },
  createFliteVoice(loadFliteInNode),
)
