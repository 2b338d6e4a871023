import type { NextFunction, Request, Response } from 'express'
import { isWelcome, type OriginRules } from './origin.ts'

/**
 * What the page may do: run its own scripts and compiled modules, read its own server and pictures it made itself; be in
 * no other page's frame.
 */
const policyOf = (host: string): string =>
  [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval' blob:",
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' data: blob: ws://${host} wss://${host}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'microphone=(self), camera=(), geolocation=()',
} as const

/** Sends every answer with what browsers need to keep the page to itself, and answers no page of somebody else. */
export const secureAnswers =
  (rules: OriginRules) =>
  ({ headers }: Request, response: Response, next: NextFunction): void => {
    const host = headers.host ?? ''
    response.set(HEADERS).set('content-security-policy', policyOf(/^[\w.:[\]-]*$/.test(host) ? host : ''))
    if (isWelcome({ origin: headers.origin, host }, rules)) next()
    else response.status(403).json({ code: 'room/foreign-page', message: FOREIGN_PAGE })
  }

export const FOREIGN_PAGE =
  'This page may not use the rooms of this server. Open the address the server gave, or let it know the page with ORIGINS.'
