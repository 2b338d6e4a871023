import { startRecording, stopRecording } from '../recording.ts'
import type { Handler } from './handler.ts'

export const record: Handler<'record'> = {
  limit: [4, 0.2],
  forDirectors: true,
  handle: (room, _from, { on }) => (on ? startRecording(room) : stopRecording(room)),
}
