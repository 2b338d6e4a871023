import { isLoopback } from '../config.ts'

/** What is known of who asks: the header of a browser's page, and the name the server was asked by. */
export type Asked = { readonly origin: string | null | undefined; readonly host: string | null | undefined }

export type OriginRules = {
  /** Addresses of pages, beside the server's own, that may join its rooms. */
  readonly origins: readonly string[]
  /** Whether only this machine may reach the server: then it goes by no other name, whatever a name server says. */
  readonly isLocal: boolean
}

/**
 * Whether a page may join rooms and read what is served beside them. A browser says which page asks; programs that are no
 * browsers say nothing, and nobody can be tricked into running them.
 */
export function isWelcome({ origin, host }: Asked, { origins, isLocal }: OriginRules): boolean {
  const name = hostnameOf(`http://${host ?? ''}`)
  if (isLocal && (name === undefined || !isLoopback(name))) return false
  if (origin === null || origin === undefined) return true
  return origins.includes(origin) || hostOf(origin) === host
}

const parse = (address: string): URL | undefined => (URL.canParse(address) ? new URL(address) : undefined)
const hostOf = (address: string): string | undefined => parse(address)?.host
const hostnameOf = (address: string): string | undefined => parse(address)?.hostname.replace(/^\[|\]$/g, '')
