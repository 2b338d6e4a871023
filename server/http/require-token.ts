import type { NextFunction, Request, Response } from 'express'
import type { Backstage } from '../rooms/backstage.ts'

/** Lets on who may come into rooms: everyone where guests may, else who brings a token, as a bearer or in `?token=`. */
export const requireToken =
  (admit: Backstage['admit']) =>
  async ({ headers, query }: Request, response: Response, next: NextFunction): Promise<void> => {
    const bearer = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1]
    try {
      await admit(bearer ?? (typeof query.token === 'string' ? query.token : undefined), '')
    } catch (error) {
      response.status(401).json({ code: 'room/not-admitted', message: (error as Error).message })
      return
    }
    next()
  }
