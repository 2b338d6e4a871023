import { type ChannelStory, TICK_RATE, type TickStory } from '../../../engine/api/node.ts'

/** A story as a table: cues that play, then face channels, then bones. */
export function printStory(story: TickStory, channels: readonly ChannelStory[]): string {
  const { tick, actor, acting, cues } = story
  const states = acting.map(([state, weight]) => `${state} ${weight.toFixed(2)}`).join(', ')
  const head = `${actor} at ${(tick / TICK_RATE).toFixed(2)} s (tick ${tick}): ${states}`
  const playing = cues.map(({ id, what, state }) => [id, what, state])
  const face = channels.filter(({ kind }) => kind === 'face')
  const bones = channels.filter(({ kind }) => kind === 'bone')
  return [
    head,
    ...section('Cues', ['cue', 'what', 'how far'], playing),
    ...section('Face', ['channel', 'weight', 'owner', 'written by'], face.map(rowOf)),
    ...section('Bones', ['bone', 'turned', 'owner', 'written by'], bones.map(rowOf)),
    channels.length === 0 ? '\nNobody moves what was asked for.' : '',
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}

function rowOf({ kind, channel, value, owner, shares }: ChannelStory): string[] {
  const amount = (change: number) => (kind === 'face' ? change.toFixed(3) : `${change.toFixed(1)}°`)
  const signed = (change: number) => (change < 0 || kind === 'bone' ? '' : '+') + amount(change)
  const writers = shares.map(
    ({ system, change, by }) => `${system} ${signed(change)}${by.length === 0 ? '' : ` (${by.join(', ')})`}`,
  )
  return [channel, amount(value), owner ?? 'at rest', writers.join(' → ')]
}

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return []
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]!.length)))
  const write = (row: readonly string[]) => `  ${row.map((cell, i) => cell.padEnd(widths[i]!)).join('  ')}`.trimEnd()
  return ['', title, write(head), ...rows.map(write)]
}
