import type { Stage } from '../../engine/api/index.ts'

export const stageName = 'studio'

/** Two people greet each other: a wave, a cut, an answer that breaks off. Short; its take is played in tests. */
export default async function greeting(stage: Stage) {
  const ana = stage.spawnActor({ id: 'ana', voice: 'slt', at: 'right' })
  const ben = stage.spawnActor({ id: 'ben', voice: 'rms', at: 'left' })
  ana.lookAt(ben)
  ben.lookAt(ana)
  stage.cutTo('wide')
  ana.gesture('wave')
  await ana.say('Hi, Ben.')
  stage.cutTo('close-up', { actor: ben })
  const answer = ben.say('Hello, Ana.')
  await stage.wait(0.9)
  ben.interrupt()
  await answer
}
