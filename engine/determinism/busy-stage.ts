import type { Stage } from '../api/stage.ts'
import { speakTestLine, testStage } from '../api/test-stage.ts'
import { poseHash } from '../world/pose-hash.ts'

/** Three actors, lines, a gesture and an expression; {@link direct} gives the rest. */
export function busyStage(seed = 7): Stage {
  const stage = testStage(seed)
  stage.spawnActor({ id: 'ben', at: 'right', stillness: 0.5 })
  stage.spawnActor({ id: 'cleo', at: 'table' })
  speakTestLine(stage)
  stage.run('gesture', { actor: 'ana', name: 'wave' })
  stage.run('express', { actor: 'ben', name: 'happy', seconds: 2 })
  return stage
}

/** What happens later, given when the tick has come: states of acting, a cut, pictures, glances, an interruption, a move, a seat, somebody who comes for a mug. */
export function direct(stage: Stage): void {
  const { tick } = stage.world
  if (tick === 20) stage.run('pickUp', { actor: 'cleo', prop: 'mug' })
  if (tick === 30) stage.showMedia('dusk')
  if (tick === 40) stage.run('act', { actor: 'ben', state: 'listening' })
  if (tick === 100) stage.run('cutTo', { shot: 'close-up', actor: 'ben' })
  if (tick === 140) stage.run('lookAt', { actor: 'ana', target: { kind: 'actor', actor: 'ben' } })
  if (tick === 142) stage.run('express', { actor: 'ben', name: 'disgusted', seconds: 2 })
  if (tick === 145) stage.showMedia('island', { seconds: 1 })
  if (tick === 150) speakTestLine(stage, 'ben', 'line-2')
  if (tick === 195) stage.run('interrupt', { actor: 'ben' })
  if (tick === 205) stage.run('setMood', { actor: 'ben', name: 'proud', seconds: 2 })
  if (tick === 215)
    stage.run('express', { actor: 'ana', mix: [{ name: 'amused', intensity: 0.5 }, { name: 'surprised' }] })
  if (tick === 225) stage.run('express', { actor: 'ana', name: 'angry', micro: true })
  if (tick === 230) stage.run('moveTo', { actor: 'ana', mark: 'left' })
  if (tick === 240) stage.run('walkTo', { actor: 'ben', mark: 'presenter' })
  if (tick === 300) stage.run('act', { actor: 'ben', state: 'thinking' })
  if (tick === 310) stage.run('lookAt', { actor: 'ben', target: { kind: 'screen' } })
  if (tick === 160) stage.run('playClip', { actor: 'ben', name: 'march', seconds: 2 })
  if (tick === 320) stage.run('playClip', { actor: 'ana', name: 'stretch', mask: 'upper', weight: 0.5 })
  if (tick === 420) stage.run('stopClip', { actor: 'ana' })
  if (tick === 190) stage.run('putDown', { actor: 'cleo', at: 'table-middle' })
  if (tick === 200) stage.run('setManner', { actor: 'ana', manner: 'enthusiastic', towards: 'shy', share: 0.3 })
  if (tick === 230) stage.run('setCulture', { actor: 'ana', culture: 'italy' })
  if (tick === 310) stage.run('gesture', { actor: 'ana', name: 'hand-on-heart', hand: 'left' })
  if (tick === 380) stage.run('gesture', { actor: 'ana', name: 'nod' })
  if (tick === 340) stage.run('sitDown', { actor: 'ana', seat: 'armchair', atOnce: true })
  if (tick === 360) stage.run('standUp', { actor: 'ana' })
  if (tick === 450) stage.run('lookAt', { actor: 'ana', target: { kind: 'point', x: -2, y: 1, z: 1 } })
}

/** Plays a busy stage up to a tick: the hash of what can be seen, tick by tick. */
export function playBusyStage(stage: Stage, ticks: number): string[] {
  const hashes: string[] = []
  while (stage.world.tick < ticks) {
    direct(stage)
    stage.step()
    hashes.push(poseHash(stage.world))
  }
  return hashes
}
