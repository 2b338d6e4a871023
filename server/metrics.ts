import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Bounds of what a turn may take, seconds: fine around what is promised of reactions, sound and the runtime's own share. */
const TURN_BUCKETS = [0.002, 0.005, 0.01, 0.02, 0.04, 0.06, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.6, 1, 2, 5, 10]
/** Bounds of a room's step, seconds. One that takes longer than a sixtieth falls behind. */
const STEP_BUCKETS = [0.0005, 0.001, 0.002, 0.004, 0.008, 0.0167, 0.033, 0.1, 0.5]

/** What operators can watch, in Prometheus' terms. One registry for each server, so that two in a process do not mix. */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    rooms: new Gauge({ name: 'proscenium_rooms', help: 'Rooms that are open now', registers }),
    sessions: new Gauge({ name: 'proscenium_sessions', help: 'People in rooms now', registers }),
    turns: new Histogram({
      name: 'proscenium_turn_seconds',
      help: 'From what a person said to the answer, split by what the time goes to',
      labelNames: ['stage'] as const,
      buckets: TURN_BUCKETS,
      registers,
    }),
    steps: new Histogram({
      name: 'proscenium_room_step_seconds',
      help: 'What bringing a room to the present takes, sixty times a second',
      buckets: STEP_BUCKETS,
      registers,
    }),
    hashes: new Counter({
      name: 'proscenium_pose_hashes_total',
      help: 'Poses that clients compared with their room',
      labelNames: ['result'] as const,
      registers,
    }),
    lateCommands: new Counter({
      name: 'proscenium_commands_late_total',
      help: 'Commands that reached a client after their tick, so that it had to go back for them',
      registers,
    }),
    speech: new Gauge({ name: 'proscenium_speech_bytes', help: 'Speech that is kept for clients to fetch', registers }),
    takes: new Counter({ name: 'proscenium_takes_total', help: 'Recordings that were kept', registers }),
    refused: new Counter({
      name: 'proscenium_messages_refused_total',
      help: 'Messages of clients that were not acted upon',
      labelNames: ['why'] as const,
      registers,
    }),
    dropped: new Counter({
      name: 'proscenium_sessions_dropped_total',
      help: 'Sessions whose line broke, by what became of them',
      labelNames: ['end'] as const,
      registers,
    }),
    heard: new Counter({
      name: 'proscenium_utterances_total',
      help: 'What people said to the recogniser of the server, by what became of it',
      labelNames: ['result'] as const,
      registers,
    }),
    degraded: new Counter({
      name: 'proscenium_degraded_total',
      help: 'What fell short of what was asked for',
      labelNames: ['what'] as const,
      registers,
    }),
    withheld: new Counter({
      name: 'proscenium_withheld_total',
      help: 'What people said, or actors would have, that moderation kept back',
      labelNames: ['category', 'from'] as const,
      registers,
    }),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
