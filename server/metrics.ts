import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'

/** What operators can watch, in Prometheus' terms. One registry for each server, so that two in a process do not mix. */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    sessions: new Gauge({ name: 'proscenium_sessions', help: 'People in rooms now', registers }),
    hashes: new Counter({
      name: 'proscenium_pose_hashes_total',
      help: 'Poses that clients compared with their room',
      labelNames: ['result'] as const,
      registers,
    }),
    refused: new Counter({
      name: 'proscenium_messages_refused_total',
      help: 'Messages of clients that were not acted upon',
      labelNames: ['why'] as const,
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
