import { errors, jwtVerify, SignJWT } from 'jose'
import * as z from 'zod'
import { EngineError } from '../engine/api/host.ts'
import { createWordModerator } from './mind/moderation/word-moderator.ts'
import type { Backstage } from './rooms/backstage.ts'
import { personName } from './rooms/join-options.ts'

/** What tokens of this server are for, so that those of another of its services open nothing here. */
const AUDIENCE = 'proscenium-room'
const ALGORITHM = 'HS256'

/** What a token may say of who carries it. */
const claimsSchema = z.object({
  name: personName.pipe(z.string().min(1)),
  /** Who this is, whatever they are called. */
  sub: z.string().trim().min(1).max(80).optional(),
  /** The one room it opens: its id, or its stage's name. Default: any. */
  room: z.string().min(1).max(80).optional(),
  /** Whether it lets one talk only, or also record, and change what all others see. */
  may: z.enum(['talk', 'direct']).default('talk'),
})

type Claims = z.output<typeof claimsSchema>

/**
 * Lets anyone in, by the name they give, to do anything; for loopback alone. Guests are known by their name, so that they find their todos
 * again; who gives none, or one that nobody should have to hear, is somebody else every time.
 */
export const admitGuest: Backstage['admit'] = async (_token, name) =>
  name === '' || !isDecent(name)
    ? { name: 'Guest', owner: `guest ${crypto.randomUUID()}`, may: 'direct' }
    : { name, owner: ownerOf(name), may: 'direct' }

/** Names are shown to everyone, and spoken. Those in a token are for who signs it to judge. */
const words = createWordModerator()
const isDecent = (name: string): boolean => words.check(name) === undefined

/** Lets in who carries a token signed with the room's secret. An expired or forged one is refused. */
export function admitByToken(secret: string): Backstage['admit'] {
  const key = keyOf(secret)
  return async (token) => {
    const { name, sub, room, may } = await readToken(token, key)
    return { name, owner: sub ?? ownerOf(name), may, ...(room === undefined ? {} : { room }) }
  }
}

/** Signs a token that lets somebody in for some minutes. */
export const mintToken = (secret: string, claims: z.input<typeof claimsSchema>, minutes: number): Promise<string> =>
  new SignJWT(JSON.parse(JSON.stringify(claimsSchema.parse(claims))))
    .setProtectedHeader({ alg: ALGORITHM })
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000 + minutes * 60))
    .sign(keyOf(secret))

async function readToken(token: string | undefined, key: Uint8Array): Promise<Claims> {
  if (token === undefined || token === '') throw refused('This room lets in who has an invitation, and there is none')
  try {
    const { payload } = await jwtVerify(token, key, { algorithms: [ALGORITHM], audience: AUDIENCE })
    return claimsSchema.parse(payload)
  } catch (cause) {
    throw refused(cause instanceof errors.JWTExpired ? 'This invitation has run out' : 'This invitation is not valid')
  }
}

const refused = (what: string): EngineError =>
  new EngineError('room/not-admitted', `${what}. Ask who runs the room for a new link.`)

const keyOf = (secret: string): Uint8Array => new TextEncoder().encode(secret)

const ownerOf = (name: string): string => name.toLowerCase()
