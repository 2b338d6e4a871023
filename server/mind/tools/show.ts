import * as z from 'zod'
import { type Stage, walkSeconds } from '../../../engine/api/host.ts'
import { findAlike } from '../find-alike.ts'
import { give, glance } from './perform.ts'
import { defineTool } from './tool.ts'

export const cutTo = defineTool({
  name: 'cutTo',
  description: 'Changes what the person sees of the stage: to a shot by its name, or to one that is closer or farther.',
  input: z.object({ shot: z.string().trim().min(1).max(40).describe('Name of a shot, "closer" or "farther"') }),
  run({ stage, actor }, { shot }) {
    if (shot !== 'closer' && shot !== 'farther') return give(stage, 'cutTo', { shot, actor })
    const next = neighbourOf(stage, shot)
    return next === undefined
      ? `This is as ${shot === 'closer' ? 'close' : 'far'} as it goes.`
      : give(stage, 'cutTo', { shot: next, actor })
  },
})

/** The next shot of a stage’s actors that shows less, or more. */
function neighbourOf({ world }: Stage, direction: 'closer' | 'farther'): string | undefined {
  const sits = world.lists.actors.some((e) => world.components.Footing.seated[e] !== undefined)
  const shots = Object.entries(world.catalogue.stage.shots)
    .filter(([name, { subject }]) => subject !== 'screen' && (sits || name !== SEATED))
    .sort(([, a], [, b]) => a.frameHeight - b.frameHeight)
    .map(([name]) => name)
  const at = shots.indexOf(world.shot.name)
  // From the screen one comes back to the actors before anything else.
  if (at < 0) return world.catalogue.stage.defaultShot
  return shots[at + (direction === 'closer' ? -1 : 1)]
}

export const showMedia = defineTool({
  name: 'showMedia',
  description: "Shows a picture on the stage's screen, and the screen to the person.",
  input: z.object({ media: z.string().trim().min(1).max(100).describe('Id of a picture, or words of its title') }),
  run({ stage, actor }, { media: words }) {
    const { media, stage: file } = stage.world.catalogue
    if (file.screen === undefined) return 'There is no screen here to show pictures on.'
    const known = [...media].map(([id, { title, alt }]) => ({ id, title, alt }))
    const named = known.filter(({ id }) => id === words.toLowerCase())
    const alike = [
      named,
      findAlike(words, known, ({ title }) => title),
      findAlike(words, known, ({ title, alt }) => `${title} ${alt}`),
    ]
    const found = alike.find((one) => one.length > 0) ?? []
    if (found.length === 0) return `I have no picture of "${words}". ${listOf(known.map(({ title }) => title))}`
    const { id, title } = found[0]!
    give(stage, 'showMedia', { media: id })
    present(stage, actor)
    return `Here it is: "${title}".`
  },
})

export const hideMedia = defineTool({
  name: 'hideMedia',
  description: "Clears the stage's screen, and shows the actor again.",
  input: z.object({}),
  run({ stage, actor }) {
    const { shots, groups, defaultShot } = stage.world.catalogue.stage
    const answer = give(stage, 'hideMedia', {})
    if (shots[stage.world.shot.name]?.subject !== 'screen') return answer
    if (isAlone(stage)) give(stage, 'moveTo', { actor, mark: groups[0]![0] })
    return give(stage, 'cutTo', { shot: defaultShot, actor })
  },
})

export const listMedia = defineTool({
  name: 'listMedia',
  description: 'Tells which pictures can be shown.',
  input: z.object({}),
  run: ({ stage }) => listOf([...stage.world.catalogue.media.values()].map(({ title }) => title)),
})

export const goTo = defineTool({
  name: 'goTo',
  description:
    'Goes to another mark of the stage because the person wants it, such as "left", "right" or "centre", or to a seat and sits down.',
  input: z.object({
    mark: z
      .string()
      .trim()
      .min(1)
      .max(40)
      .describe('A mark, "presenter" beside the screen; a seat, as "armchair"; "up" rises'),
  }),
  run({ stage, actor }, { mark }) {
    const { shots, defaultShot, seats } = stage.world.catalogue.stage
    if (!isAlone(stage)) return 'I stay where I am while others share the stage with me.'
    const now = stage.world.shot.name
    if (mark === RISEN) return rise(stage, actor)
    const sits = mark in seats
    give(stage, sits ? 'sitDown' : 'walkTo', { actor, [sits ? 'seat' : 'mark']: mark })
    const seconds = walkSeconds(stage, actor, mark)
    // Where the screen is looked at, the picture goes back to the actor.
    const isAtScreen = shots[now]?.subject === 'screen'
    const place = sits ? SEATED : mark
    const shot = isShotOfPlace(place) && place in shots ? place : isAtScreen || now === SEATED ? defaultShot : now
    if (shot !== now) showTheWay(stage, actor, shot, seconds)
    return seconds < 0.5 ? 'I am here already.' : `I am on my way; it takes ${Math.round(seconds)} seconds.`
  },
})

/** Has an actor stand before its seat; the picture goes up with it. */
function rise(stage: Stage, actor: string): string {
  const { shots, defaultShot } = stage.world.catalogue.stage
  const answer = give(stage, 'standUp', { actor })
  return shots[SEATED] !== undefined && stage.world.shot.name === SEATED
    ? give(stage, 'cutTo', { shot: defaultShot, actor })
    : answer
}

/** Shows the room while an actor walks, and then what is to be seen where it goes, unless the picture was changed meanwhile. */
function showTheWay(stage: Stage, actor: string, shot: string, seconds: number): void {
  const { shots } = stage.world.catalogue.stage
  const room = Object.keys(shots).find((name) => shots[name]!.subject === 'everyone') ?? shot
  give(stage, 'cutTo', { shot: room, actor })
  if (room === shot) return
  void stage.wait(seconds).then(() => {
    if (stage.world.shot.name === room && stage.world.lists.byId.has(actor)) give(stage, 'cutTo', { shot, actor })
  })
}

/** What is asked for instead of a mark by who wants an actor to rise; and the name of the shot of one who sits. */
const RISEN = 'up'
const SEATED = 'seated'
const isShotOfPlace = (place: string): boolean => place === PRESENTER || place === SEATED
/** Name of a mark beside the screen, and of the shot of who stands there. */
const PRESENTER = 'presenter'
/** How long who shows a picture looks at it, seconds. */
const LOOK_SECONDS = 2.5

/** Shows the screen, and beside it who shows it, where the stage has a place for that and nobody else is left alone by it. */
function present(stage: Stage, actor: string): void {
  const { shots, marks } = stage.world.catalogue.stage
  const screen = Object.keys(shots).find((name) => shots[name]!.subject === 'screen')
  const isPresented = isAlone(stage) && PRESENTER in marks && PRESENTER in shots
  // The cut covers that they stand elsewhere.
  if (isPresented) give(stage, 'moveTo', { actor, mark: PRESENTER })
  if (screen !== undefined) give(stage, 'cutTo', { shot: isPresented ? PRESENTER : screen, actor })
  if (isPresented) glance(stage, actor, { kind: 'screen' }, LOOK_SECONDS)
}

const isAlone = ({ world }: Stage): boolean => world.lists.actors.length === 1

const listOf = (titles: readonly string[]): string =>
  titles.length === 0
    ? 'I have no pictures here.'
    : `I can show you: ${titles.map((title) => `"${title}"`).join(', ')}.`
