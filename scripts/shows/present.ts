import type { Stage } from '../../engine/api/index.ts'

export const stageName = 'studio'

/** Someone shows two pictures: the first over her shoulder, then beside the screen, with a hand and a look. */
export default async function present(stage: Stage) {
  const milla = stage.spawnActor({ id: 'milla' })
  stage.cutTo('medium')
  milla.express('friendly')
  stage.showMedia('dusk')
  await milla.say('Let me show you where I was last week.')
  milla.moveTo('presenter')
  stage.cutTo('presenter')
  milla.lookAt('screen')
  milla.gesture('present', { strokeAt: 0.6 })
  await stage.wait(1.3)
  milla.lookAt('camera')
  await milla.say('This is the lake, just after sunset.')
  stage.showMedia('island')
  milla.lookAt('screen')
  await stage.wait(1.2)
  milla.lookAt('camera')
  await milla.say('And this is how you get there.')
  stage.hideMedia()
  await stage.wait(0.6)
}
