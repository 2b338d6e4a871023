import { setTimeout as wait } from 'node:timers/promises'
import type { Stage } from '../../engine/api/host.ts'
import { stopRecording } from './recording.ts'
import type { RoomContext } from './room-context.ts'

/** Milliseconds between looks at whether all is said. */
const LOOK_EVERY = 50

/** Brings a room to its end: people are told, what is being said is finished, within its time, and a recording is kept. */
export async function finishRoom(room: RoomContext): Promise<void> {
  const { backstage, company, live, recorder, tellAll } = room
  const message = 'The room is about to close. What is being said is finished; come back later.'
  tellAll('notice', { code: 'room/closing', message })
  for (const { conversation } of company.members()) conversation.finish()
  const deadline = backstage.now() + backstage.limits.closingSeconds * 1000
  while (isSomethingSaid(live.stage) && backstage.now() < deadline) await wait(LOOK_EVERY)
  if (recorder.isRecording()) await stopRecording(room)
}

function isSomethingSaid({ world }: Stage): boolean {
  const { lines } = world.components.Timeline
  return world.lists.actors.some((e) => lines[e]!.some(({ end }) => end > world.tick))
}
