import { stressedMoment } from '../../plan/accents.ts'
import type { Plan } from '../../plan/plan.ts'

/** BML's sync points of a gesture, seconds from its start. */
type Sync = Readonly<Record<(typeof SYNC_POINTS)[number], number>>

export const SYNC_POINTS = ['start', 'ready', 'strokeStart', 'stroke', 'strokeEnd', 'relax', 'end'] as const

/** A part and when it begins, seconds. */
export type TimedPart = { readonly plan: Plan; readonly start: number }

/**
 * Writes what somebody says as BML 1.0: a sync point before every word, and what goes along with it, with its sync points
 * in seconds.
 *
 * @param parts  In order.
 * @param syncs  Sync points of gestures, by name.
 */
export function writeBml(parts: readonly TimedPart[], syncs: ReadonlyMap<string, Sync>): string {
  const lines = parts.flatMap(({ plan, start }, i) => writePart(plan, `speech${i + 1}`, start, syncs))
  return `<?xml version="1.0" encoding="UTF-8"?>
<bml xmlns="http://www.bml-initiative.org/bml/bml-1.0" id="bml1">
${lines.map((line) => `  ${line}\n`).join('')}</bml>
`
}

function writePart(plan: Plan, id: string, start: number, syncs: ReadonlyMap<string, Sync>): string[] {
  const words = plan.words.map(({ text }, i) => `<sync id="w${i}"/>${escapeXml(text)}`).join(' ')
  const lines = [`<speech id="${id}" start="${seconds(start)}"><text>${words}</text></speech>`]
  for (const [i, act] of (plan.acts ?? []).entries()) {
    const word = plan.words[act.word]
    if (word === undefined) continue
    const behaviour = `id="${id}-${act.type}${i}"`
    const on = `${id}:w${act.word}`
    const end =
      act.until === undefined ? '' : ` end="${seconds(start + (plan.words[act.until]?.end ?? plan.duration))}"`
    if (act.type === 'express') {
      const face = (id: string, { name, intensity }: { readonly name: string; readonly intensity: number }) =>
        `<faceLexeme id="${id}" lexeme="${escapeXml(name)}" amount="${intensity}" start="${on}"${end}/>`
      // The stronger one last: who knows one face at a time keeps that.
      if (act.with !== undefined) lines.push(face(`${id}-${act.type}${i}-with`, act.with))
      lines.push(face(`${id}-${act.type}${i}`, act))
    } else if (act.type === 'look') lines.push(`<gaze ${behaviour} target="${act.at}" start="${on}"/>`)
    else {
      const stroke = start + stressedMoment(plan, word)
      lines.push(
        `<gesture ${behaviour} lexeme="${escapeXml(act.name)}" amount="${act.intensity}"${syncAttributes(syncs.get(act.name), stroke)}/>`,
      )
    }
  }
  return lines
}

/** All seven points where the gesture is known, else its stroke alone. */
function syncAttributes(sync: Sync | undefined, stroke: number): string {
  if (sync === undefined) return ` stroke="${seconds(stroke)}"`
  return SYNC_POINTS.map((point) => ` ${point}="${seconds(stroke + sync[point] - sync.stroke)}"`).join('')
}

const seconds = (value: number): string => String(Math.round(Math.max(0, value) * 1000) / 1000)

const escapeXml = (text: string): string =>
  text.replace(/[<>&"]/g, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[sign]!)
