import type { Mind, Reply, Report, Turn } from './mind.ts'

/** A turn of Ada's, as tests take it. */
export const turnOf = (text: string, more: Partial<Turn> = {}): Turn => ({
  talk: { actor: 'host' },
  text,
  language: 'en',
  person: { id: 'a', name: 'Ada' },
  history: [],
  now: new Date(2026, 10, 20, 12, 0),
  use: async () => 'done',
  remembered: async () => [],
  report: () => {},
  ...more,
})

/** All of a mind's answer, with what it reported. */
export async function answerOf(mind: Mind, turn: Turn, signal: AbortSignal = new AbortController().signal) {
  const reports: Report[] = []
  const replies: Reply[] = []
  const telling: Turn = { ...turn, report: (report) => void reports.push(report) }
  for await (const reply of mind.reply(telling, signal)) replies.push(reply)
  return { replies, reports, said: replies.flatMap((reply) => (reply.kind === 'say' ? [reply.text] : [])) }
}
