import type { Stage } from '../../engine/api/index.ts'

export const stageName = 'studio'

/** Someone shows two pictures: looks at the screen, offers it with a hand, turns back to you, and lets it go dark. */
export default async function present(stage: Stage) {
  const milla = stage.spawnActor({ id: 'milla', at: 'presenter' })
  stage.cutTo('medium')
  milla.express('friendly')
  await milla.say('Let me show you where I was last week.')
  stage.showMedia('dusk')
  milla.lookAt('screen')
  milla.gesture('present', { strokeAt: 0.7 })
  await stage.wait(1.2)
  stage.cutTo('screen')
  milla.lookAt('camera')
  await milla.say('This is the lake, just after sunset.')
  stage.showMedia('island')
  milla.lookAt('screen')
  await stage.wait(1)
  milla.lookAt('camera')
  await milla.say('And this is how you get there.')
  stage.cutTo('medium')
  stage.hideMedia()
  await stage.wait(0.8)
}
