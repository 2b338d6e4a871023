import type { Request, Response } from 'express'
import { ENGINE_VERSION } from '../../engine/api/host.ts'

/** How a server is, for who keeps it running. */
export type Health = {
  /** Closing: what is being said is finished, and nobody comes in any more. */
  readonly status: 'ok' | 'closing'
  readonly rooms: number
  readonly people: number
}

/** Tells how the server is. A server that takes nobody in any more says 503, so that others are sent there. */
export const tellHealth =
  (health: () => Health) =>
  (_request: Request, response: Response): void => {
    const now = health()
    response.status(now.status === 'ok' ? 200 : 503).json({
      ...now,
      ready: now.status === 'ok',
      engine: ENGINE_VERSION,
      uptimeSeconds: Math.floor(process.uptime()),
    })
  }
