import type { Report } from '../mind/mind.ts'
import { noticeOf, type RoomContext } from './room-context.ts'

/** Counts what fell short in an answer; people are told where it changes what they hear. */
export function takeReport({ id: room, backstage, tellAll }: RoomContext, actor: string, report: Report): void {
  const { metrics, log } = backstage
  if (report.kind === 'withheld') {
    const { category, from } = report
    metrics.withheld.inc({ category, from })
    log.info({ room, actor, category, from }, 'something said was withheld')
    return
  }
  const { what, error } = report
  metrics.degraded.inc({ what })
  log.warn({ room, actor, what, error: error.message, ...error.data }, 'an answer fell short')
  if (what === 'mind') tellAll('notice', noticeOf(error))
}
