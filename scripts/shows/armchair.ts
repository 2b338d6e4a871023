import type { Stage } from '../../engine/api/index.ts'

export const stageName = 'studio'

/** Someone tells of her day from the armchair, rises at what excites her, and sits down again. */
export default async function armchair(stage: Stage) {
  const milla = stage.spawnActor({ id: 'milla' })
  await milla.sitDown('armchair', { atOnce: true })
  stage.cutTo('seated', { actor: milla })
  milla.express('friendly')
  await milla.say('Long day. I have read all morning, and half of the afternoon.')
  await stage.wait(0.4)
  const risen = milla.standUp()
  await milla.say('But then I had an idea!')
  await risen
  stage.cutTo('medium', { actor: milla })
  await milla.say('What if we filmed this whole room?')
  stage.cutTo('seated', { actor: milla })
  await milla.sitDown('armchair')
  await milla.say('Tomorrow, perhaps.')
  await stage.wait(0.5)
}
