import type { Stage } from '../../engine/api/index.ts'

export const stageName = 'studio'

/** Two actors talk: each listens and looks while the other speaks, and the camera goes with the one who does. */
export default async function twoActors(stage: Stage) {
  const ana = stage.spawnActor({ id: 'ana', voice: 'slt', at: 'right' })
  const ben = stage.spawnActor({ id: 'ben', avatar: 'mateo', voice: 'rms', at: 'left' })
  ana.express('friendly')
  ben.express('friendly')
  ana.lookAt(ben)
  ben.lookAt(ana)
  stage.cutTo('wide')
  ben.act('listening')
  await ana.say('Ben, did you know that a film can be made twice, and not one bit will differ?')
  stage.cutTo('close-up', { actor: ben })
  ana.act('listening')
  ben.gesture('nod')
  await ben.say('Really? Even from another camera?')
  stage.cutTo('wide')
  ana.lookAt('camera')
  ana.gesture('offer', { strokeAt: 0.8 })
  await ana.say('Even from another camera.')
}
