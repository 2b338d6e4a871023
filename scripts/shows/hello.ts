import type { Stage } from '../../engine/api/index.ts'

export const stageName = 'studio'

/** One actor greets you and waves. */
export default async function hello(stage: Stage) {
  const ana = stage.spawnActor({ id: 'ana', avatar: 'milla', voice: 'slt', at: 'centre' })
  stage.cutTo('medium', { actor: ana })
  ana.express('friendly')
  await stage.wait(0.4)
  ana.gesture('wave', { strokeAt: 0.9 })
  await ana.say('Hi! Great to see you.')
}
