import { randomBytes } from 'node:crypto'
import { hashContent, recordTake, TICK_RATE } from '../../engine/api/host.ts'
import type { Recorded } from './recorder.ts'
import type { RoomContext } from './room-context.ts'

/** Starts to record what happens in a room. One that is being recorded already goes on. */
export function startRecording({ id, recorder, state, backstage }: RoomContext): void {
  if (recorder.isRecording()) return
  recorder.start()
  state.isRecording = true
  backstage.log.info({ room: id }, 'a recording has begun')
}

/** Ends a recording and keeps it as a take, which those are told of who may direct: it can be fetched by its link. */
export async function stopRecording(room: RoomContext): Promise<void> {
  const { recorder, state, backstage, tellAll, visitors } = room
  const recorded = recorder.stop()
  state.isRecording = false
  try {
    const name = await keepTake(room, recorded)
    backstage.metrics.takes.inc()
    const take = { name, seconds: recorded.ticks / TICK_RATE, url: await backstage.takeLinks.linkTo(name) }
    for (const { may, tell } of visitors()) if (may === 'direct') tell('take', take)
  } catch (error) {
    backstage.log.error({ room: room.id, error: (error as Error).message }, 'a recording could not be kept')
    const message = 'The recording could not be kept: the room could not write it. Who runs the room is told why.'
    tellAll('notice', { code: 'room/take-lost', message })
  } finally {
    recorder.forget()
  }
}

/** Ends a recording that is as long as it may be. */
export function limitRecording(room: RoomContext): void {
  if (!room.recorder.isFull()) return
  const minutes = Math.round(room.backstage.limits.takeSeconds / 6) / 10
  room.tellAll('notice', {
    code: 'room/take-full',
    message: `The recording has stopped by itself: it may last ${minutes} minutes. Start another one to go on.`,
  })
  void stopRecording(room)
}

async function keepTake({ id, stageName, backstage }: RoomContext, recorded: Recorded): Promise<string> {
  const { stageOf, blobs, takes, log, today } = backstage
  const { content } = await stageOf(stageName)
  const take = recordTake(recorded, {
    stage: stageName,
    seed: recorded.seed,
    start: recorded.start,
    content: await hashContent(content, recorded),
  })
  const name = `${stageName}-${stampOf(today())}-${randomBytes(4).toString('hex')}`
  const removed = takes.keep(name, take, blobs)
  log.info({ room: id, take: name, ticks: take.ticks, commands: take.log.length }, 'a recording is kept')
  if (removed.length > 0) log.info({ takes: removed }, 'the oldest takes made room')
  return name
}

/** A moment as part of a name: 20261120-171502. */
const stampOf = (date: Date): string => date.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
