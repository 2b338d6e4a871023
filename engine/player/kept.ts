import { type Signal, signal } from '@preact/signals'
import type * as z from 'zod'

/** A choice that this device remembers. What lies in its store may be anyone's: what the schema refuses counts as nothing. */
export function kept<T>(key: string, schema: z.ZodType<T>, otherwise: T): Signal<T> {
  const value = signal(read(`proscenium.${key}`, schema) ?? otherwise)
  value.subscribe((now) => write(`proscenium.${key}`, now))
  return value
}

function read<T>(key: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(localStorage.getItem(key) ?? '')).data
  } catch {
    // Nothing is stored, it is no JSON, or this window may not look.
    return undefined
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // A private window or a full store: the choice lasts as long as the page.
  }
}
