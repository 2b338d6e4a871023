import { jwtVerify, SignJWT } from 'jose'

/** What these links are for, so that no other token of the server opens a take, nor a link a room. */
const AUDIENCE = 'proscenium-take'
const ALGORITHM = 'HS256'
/** How long a link holds: who recorded fetches it now, and may take up a download that broke. */
const HOLDS = '2h'

/** Addresses that takes are fetched from. */
export type TakeLinks = {
  readonly linkTo: (name: string) => Promise<string>
  /** Whether a link's key opens a take, whoever brings it. */
  readonly opens: (name: string, key: string) => Promise<boolean>
}

const addressOf = (name: string): string => `/takes/${name}.tar.gz`

/** Where guests may come in, whoever knows a take's name may have it. */
export const PLAIN_LINKS: TakeLinks = { linkTo: async (name) => addressOf(name), opens: async () => false }

/** Links that open one take each, for a while, without the token that their owner came in with. */
export function signedTakeLinks(secret: string): TakeLinks {
  const bytes = new TextEncoder().encode(secret)
  return {
    async linkTo(name) {
      const key = await new SignJWT({})
        .setProtectedHeader({ alg: ALGORITHM })
        .setAudience(AUDIENCE)
        .setSubject(name)
        .setExpirationTime(HOLDS)
        .sign(bytes)
      return `${addressOf(name)}?key=${key}`
    },
    opens: (name, key) =>
      jwtVerify(key, bytes, { algorithms: [ALGORITHM], audience: AUDIENCE, subject: name }).then(
        () => true,
        () => false,
      ),
  }
}
