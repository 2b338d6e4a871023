import { jwtVerify } from 'jose'
import * as z from 'zod'
import { createWordModerator } from './mind/moderation/word-moderator.ts'
import { plainLine } from './plain-line.ts'
import type { Backstage } from './rooms/backstage.ts'

/** A name is one line that people, logs and language models can read. */
const nameSchema = z.string().max(200).transform(plainLine).pipe(z.string().min(1).max(40))

/** What a token may say of who carries it. */
const claimsSchema = z.object({
  name: nameSchema,
  sub: z.string().trim().min(1).max(80).optional(),
  room: z.string().optional(),
})

/** Lets anyone in, by the name they give; for loopback alone. */
export const admitGuest: Backstage['admit'] = async (_token, options) => {
  const name = guestName(options)
  return { name, owner: ownerOf(name) }
}

/** Lets in who carries a token signed with the room's secret (HS256). An expired or forged one is refused. */
export function admitByToken(secret: string): Backstage['admit'] {
  const key = new TextEncoder().encode(secret)
  return async (token) => {
    const { payload } = await jwtVerify(token ?? '', key, { algorithms: ['HS256'], audience: 'proscenium-room' })
    const { name, sub } = claimsSchema.parse(payload)
    return { name, owner: sub ?? ownerOf(name) }
  }
}

/** Guests are known by their name alone. */
const ownerOf = (name: string): string => name.toLowerCase()

/** Names are shown to everyone, and spoken. Those in a token are for who signs it to judge. */
const words = createWordModerator()
const isDecent = (name: string): boolean => words.check(name) === undefined

const guestName = (options: { readonly name?: unknown }): string => {
  const result = nameSchema.safeParse(options.name)
  return result.success && isDecent(result.data) ? result.data : 'Guest'
}
