import { EngineError } from '../../core/errors.ts'
import { suggest } from '../../core/suggest.ts'
import type { ChannelStory, TickStory } from './explain-tick.ts'

const FINGER = /Thumb|Index|Middle|Ring|Little/

/**
 * The channels that somebody asks for.
 *
 * @param name  A channel, a bone, or a group of the table of ownership; by default all but fingers.
 * @param all   Also fingers, and what nobody moved.
 * @throws      `api/bad-input` with the nearest name.
 */
export function chooseChannels({ channels }: TickStory, name: string | undefined, all: boolean): ChannelStory[] {
  if (name === undefined)
    return channels.filter(({ channel, owner }) => all || (owner !== undefined && !FINGER.test(channel)))
  const asked = channels.filter(({ channel, group }) => channel === name || group === name)
  if (asked.length === 0) throw unknown(name, channels)
  return asked.filter(({ channel, owner }) => all || channel === name || owner !== undefined)
}

function unknown(name: string, channels: readonly ChannelStory[]): EngineError {
  const groups = [...new Set(channels.map(({ group }) => group))]
  const nearest = suggest(name, [...groups, ...channels.map(({ channel }) => channel)])
  const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`
  return new EngineError(
    'api/bad-input',
    `No channel, bone or group "${name}".${hint} Groups: ${groups.join(', ')}; channels are ARKit's, visemes and bones VRM's.`,
  )
}
