import type { NextFunction, Request, Response } from 'express'
import type { Backstage } from '../rooms/backstage.ts'

/** Lets on who may direct: everyone where guests come in, else who brings a token that says so, as a bearer or in `?token=`. */
export const requireDirector =
  (admit: Backstage['admit']) =>
  async ({ headers, query }: Request, response: Response, next: NextFunction): Promise<void> => {
    const refuse = (status: number, message: string) =>
      void response.status(status).json({ code: 'room/not-admitted', message })
    const bearer = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1]
    try {
      const { may } = await admit(bearer ?? (typeof query.token === 'string' ? query.token : undefined), '')
      if (may === 'direct') next()
      else refuse(403, 'This invitation is to talk only. Ask who runs the room for one to direct.')
    } catch (error) {
      refuse(401, (error as Error).message)
    }
  }
