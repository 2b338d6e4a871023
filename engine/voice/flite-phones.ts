import type { Phone } from '../plan/plan.ts'

/** Reads Flite's `-psdur` print, "pau:0.224 w:0.315 …": each phone with the second at which it ends. */
export function parsePhones(printed: string): Phone[] {
  const phones: Phone[] = []
  let start = 0
  for (const [, phone, time] of printed.matchAll(/(\S+):(\d+\.\d+)/g)) {
    const end = Math.max(start, Number(time))
    phones.push({ phone: phone!, start, end })
    start = end
  }
  return phones
}
