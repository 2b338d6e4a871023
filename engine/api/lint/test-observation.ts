import { testStage } from '../test-stage.ts'
import { createScratch, type Observation, observe } from './observe.ts'
import type { Breach, Rule } from './rule.ts'

/** Someone at ease, with rows of its own to be changed. */
export function atEase(): Observation {
  const stage = testStage()
  stage.step()
  const { placed, standing, rotations, face, signals, gaze, ...rest } = observe(
    stage.world,
    stage.world.lists.actors[0]!,
    createScratch(),
  )
  const { rest: body } = rest.wearable
  return {
    ...rest,
    // Feet flat on the floor, whatever the pose at ease makes of them.
    placed: { positions: body.positions.slice(), rotations: placed.rotations.slice() },
    standing: body.positions.slice(),
    rotations: rotations.slice(),
    face: face.slice(),
    signals: signals.slice(),
    gaze: gaze.slice(),
    jumped: false,
  }
}

/** What a rule says of someone who is changed before each tick. */
export function watched(
  rule: Rule,
  ticks: number,
  change: (observation: Observation, tick: number) => Partial<Observation> | undefined,
) {
  const breaches: Breach[] = []
  const watcher = rule.watch((breach) => breaches.push(breach))
  const observation = atEase()
  for (let tick = 0; tick < ticks; tick++) watcher.see({ ...observation, ...change(observation, tick), tick })
  const measures = watcher.end()
  return { breaches, measures }
}
