import { setTimeout as wait } from 'node:timers/promises'
import { ACTING_STATES, lineCues, TICK_RATE } from '../../../engine/api/page.ts'
import { openViewer, until, type Viewer } from '../../../server/test-room.ts'
import { type Figure, percentile } from './figures.ts'
import { startRoomServer } from './start-room-server.ts'

/** What is said, in turn: answers of all lengths, and a tool. */
const SAID = [
  'Hi!',
  'Who are you?',
  'Tell me a joke',
  'What is this room?',
  'Remind me to stretch in two hours',
  'What time is it?',
  'How are you?',
  'What can you do?',
  'Do you like music?',
  'Thank you',
]
const THINKING = ACTING_STATES.indexOf('thinking')
const TURNS = 30
/** Milliseconds between turns: who says more is slowed down. */
const PACE = 2200

/** Milliseconds from Enter: the body's first move, and the first sound. */
const REACTION_LIMIT = 250
const SOUND_LIMIT = 400
/** Of a turn, what is neither mind nor voice. Milliseconds. */
const OWN_LIMIT = 60
/** People who come while she speaks, and milliseconds from the welcome until they see what the others see. */
const JOININGS = 8
const JOIN_LIMIT = 250

/** Turns with the embedded mind and voice, as a viewer's own stage shows them. */
export async function benchTurns(): Promise<Figure[]> {
  using server = await startRoomServer('persona')
  const viewer = await openViewer(server.url)
  await wait(4000)
  const reactions: number[] = []
  const sounds: number[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    const { reaction, sound } = await timeTurn(viewer, SAID[turn % SAID.length]!)
    reactions.push(reaction)
    sounds.push(sound)
    await wait(PACE)
    await until('it was said', () => isAtRest(viewer), 60)
  }
  const joinings = await timeJoinings(server.url, viewer)
  const own = await ownShare(server.url)
  await viewer.leave()
  return [
    ...figuresOf('first reaction', reactions, REACTION_LIMIT),
    ...figuresOf('first sound', sounds, SOUND_LIMIT),
    { what: "the runtime's own share, mean", value: own.mean, unit: 'ms', limit: OWN_LIMIT },
    { what: 'turns in which it took more', value: own.above, unit: 'turns' },
    {
      what: `in step after joining in mid-word, worst of ${JOININGS}`,
      value: Math.max(...joinings),
      unit: 'ms',
      limit: JOIN_LIMIT,
    },
  ]
}

const figuresOf = (what: string, values: readonly number[], limit: number): Figure[] => [
  { what: `${what}, p50 of ${TURNS} turns`, value: percentile(values, 0.5), unit: 'ms' },
  { what: `${what}, p95`, value: percentile(values, 0.95), unit: 'ms', limit },
]

async function timeTurn(viewer: Viewer, text: string): Promise<{ reaction: number; sound: number }> {
  const begun = performance.now()
  const shown = watch(viewer)
  viewer.room.send('say', { text })
  await until(`there is an answer to "${text}"`, () => shown.reaction > 0 && shown.sound > 0, 60)
  return { reaction: shown.reaction - begun, sound: shown.sound - begun }
}

/** Nothing is said, and the body has let go of what it was doing. */
function isAtRest({ room, follower: { stage } }: Viewer): boolean {
  const { Acting } = stage.world.components
  const isIdle = room.state.actors.get('host').doing === 'idle'
  return isIdle && lineCues(stage).length === 0 && Acting.state[stage.world.lists.actors[0]!] !== THINKING
}

/** When a viewer's stage first showed the actor thinking, and the first phone of its answer. Looked at as often as a page draws. */
function watch({ follower }: Viewer): { reaction: number; sound: number } {
  const { stage } = follower
  const { world } = stage
  const actor = world.lists.actors[0]!
  const before = new Set(lineCues(stage).map(({ id }) => id))
  const shown = { reaction: 0, sound: 0 }
  let thinks = Number.POSITIVE_INFINITY
  const watching = setInterval(() => {
    const now = performance.now()
    const position = world.tick - 2 + follower.advance(now)
    if (world.components.Acting.state[actor] === THINKING) thinks = Math.min(thinks, world.tick - 1)
    const cue = lineCues(stage).find(({ id }) => !before.has(id))
    // A busy viewer may have stepped over the ticks in which she only thinks.
    if (cue !== undefined) thinks = Math.min(thinks, cue.born)
    if (shown.reaction === 0 && position >= thinks) shown.reaction = now
    if (cue !== undefined && position >= cue.start + firstPhone(cue) * TICK_RATE) {
      shown.sound = now
      clearInterval(watching)
    }
  }, 16)
  return shown
}

const firstPhone = ({ plan }: ReturnType<typeof lineCues>[number]): number =>
  plan.phones.find(({ phone }) => phone !== 'pau')?.start ?? 0

/** How long those who join in the middle of a word are not in step. */
async function timeJoinings(url: string, lead: Viewer): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < JOININGS; i++) {
    lead.room.send('say', { text: 'What can you do?' })
    const { world } = lead.follower.stage
    await until('she speaks', () => lineCues(lead.follower.stage).some(({ start }) => start < world.tick - 30), 60)
    const joiner = await openViewer(url, { roomId: lead.room.roomId })
    times.push((await firstAlike(joiner, lead)) - joiner.welcomed)
    await joiner.leave()
    await wait(PACE)
  }
  return times
}

/** When the joiner first showed a pose that the other one showed at the same tick, however far apart they are in time. */
async function firstAlike(joiner: Viewer, { poses }: Viewer): Promise<number> {
  const shownAt = new Map<number, number>()
  const watching = setInterval(() => {
    const { tick } = joiner.follower.stage.world
    if (joiner.poses.has(tick) && !shownAt.has(tick)) shownAt.set(tick, performance.now())
  }, 4)
  const alike = () => [...shownAt].find(([tick]) => joiner.poses.get(tick) === poses.get(tick))
  await until('both have shown the same tick', () => alike() !== undefined, 20)
  clearInterval(watching)
  return alike()![1]
}

/** What the server says of the time that is its own: the mean, and how many turns were above the limit. */
async function ownShare(url: string): Promise<{ mean: number; above: number }> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const read = (name: string) =>
    Number(
      text
        .split('\n')
        .find((line) => line.startsWith(name))!
        .split(' ')
        .at(-1),
    )
  const count = read('proscenium_turn_seconds_count{stage="runtime"}')
  const within = read(`proscenium_turn_seconds_bucket{le="${OWN_LIMIT / 1000}",stage="runtime"}`)
  return { mean: (read('proscenium_turn_seconds_sum{stage="runtime"}') / count) * 1000, above: count - within }
}
