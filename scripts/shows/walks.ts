import type { Stage } from '../../engine/api/index.ts'

export const stageName = 'studio'

/** Someone goes about the room: to the screen, called back half-way there, round somebody else, and aside by a step. */
export default async function walks(stage: Stage) {
  const milla = stage.spawnActor({ id: 'milla', at: 'right' })
  const henrik = stage.spawnActor({ id: 'henrik', avatar: 'henrik', at: 'end-left' })
  stage.cutTo('wide')
  henrik.lookAt(milla)
  const gone = milla.walkTo('presenter')
  await stage.wait(1.9)
  const back = milla.walkTo('right')
  await milla.say('No, wait. I will stay over here.')
  await Promise.all([gone, back])
  await henrik.walkTo('left')
  const round = milla.walkTo('end-left')
  await stage.wait(1)
  milla.gesture('wave')
  await round
  await henrik.walkTo('pair-left')
  await stage.wait(0.5)
}
