import type { Stage } from '../../engine/api/index.ts'

export const stageName = 'studio'

/** Someone is cut short in the middle of a word, closes the mouth, thinks, and goes on more briefly. */
export default async function interrupted(stage: Stage) {
  const ana = stage.spawnActor({ id: 'ana' })
  stage.cutTo('close-up', { actor: ana })
  const long = ana.say('Let me tell you everything there is to know about coarticulation, beginning with the lips.')
  await stage.wait(3)
  ana.interrupt()
  await long
  ana.act('thinking')
  await stage.wait(1.2)
  ana.express('happy', { intensity: 0.5 })
  await ana.say('Fine. The short version, then.')
}
