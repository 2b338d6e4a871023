import { describe, expect, it } from 'vitest'
import { speakTestLine, testStage } from '../../api/test-stage.ts'
import { stateHash } from '../pose-hash.ts'
import { fadeShare, SCREEN_FADE } from '../screen.ts'

/** What is seen of a stage's screen at its tick: the share of each picture that is seen at all. */
function seen({ world }: ReturnType<typeof testStage>): Record<string, number> {
  const { shown, before } = world.screen
  const share = fadeShare(world.screen, world.tick)
  const shares: Record<string, number> = share < 1 ? { [before]: 1 - share } : {}
  if (share > 0) shares[shown] = share
  return shares
}

describe('turnScreen', () => {
  it('fades a picture in, smoothly, and keeps it', () => {
    const stage = testStage()
    stage.step()
    stage.showMedia('dusk')
    const shares: number[] = []
    for (let i = 0; i <= SCREEN_FADE + 1; i++) {
      stage.step()
      shares.push(seen(stage).dusk ?? 0)
    }
    expect(shares[0]).toBeGreaterThan(0)
    expect(shares.at(-1)).toBe(1)
    for (let i = 1; i < shares.length; i++) {
      expect(shares[i]! - shares[i - 1]!).toBeGreaterThanOrEqual(0)
      expect(shares[i]! - shares[i - 1]!).toBeLessThan(0.05)
    }
    stage.seek(600)
    expect(seen(stage)).toEqual({ dusk: 1 })
    stage.hideMedia()
    stage.seek(700)
    expect(seen(stage)).toEqual({ '': 1 })
  })

  it('finishes a fade before the next begins, and keeps the last that was asked for', () => {
    const stage = testStage()
    const asked: Readonly<Record<number, () => void>> = {
      0: () => stage.showMedia('dusk'),
      10: () => stage.showMedia('island'),
      14: () => stage.hideMedia(),
      18: () => stage.showMedia('island'),
    }
    let last = seen(stage)
    while (stage.world.tick < 2 * SCREEN_FADE + 2) {
      asked[stage.world.tick]?.()
      stage.step()
      const now = seen(stage)
      for (const media of ['', 'dusk', 'island']) {
        expect(Math.abs((now[media] ?? 0) - (last[media] ?? 0)), `${media} at ${stage.world.tick}`).toBeLessThan(0.05)
      }
      last = now
    }
    expect(seen(stage)).toEqual({ island: 1 })
  })

  it('gives way to rest after the seconds asked for, counted anew where it is asked for again', () => {
    const stage = testStage()
    stage.showMedia('dusk', { seconds: 2 })
    stage.seek(60)
    stage.showMedia('dusk', { seconds: 3 })
    stage.seek(239)
    expect(seen(stage)).toEqual({ dusk: 1 })
    stage.seek(240 + SCREEN_FADE)
    expect(seen(stage)).toEqual({ '': 1 })
  })

  it('tells of each turn once', () => {
    const stage = testStage()
    stage.showMedia('dusk')
    stage.showMedia('dusk')
    for (let tick = 0; tick < 50; tick++) stage.step()
    stage.hideMedia()
    for (let tick = 0; tick < 50; tick++) stage.step()
    const turns = stage.takeEvents().flatMap((event) => (event.type === 'screenTurned' ? [event] : []))
    expect(turns).toEqual([
      { tick: 0, type: 'screenTurned', media: 'dusk' },
      { tick: 50, type: 'screenTurned', media: '' },
    ])
  })

  it('comes back to the same with a seek, and leaves a stage that never used it as it was', () => {
    const stage = testStage()
    speakTestLine(stage)
    stage.seek(20)
    const untouched = testStage()
    speakTestLine(untouched)
    untouched.seek(20)
    untouched.hideMedia()
    expect(stateHash(stage.world)).toBe(stateHash(untouched.world))
    stage.showMedia('dusk', { seconds: 10 })
    stage.seek(330)
    const hash = stateHash(stage.world)
    stage.seek(900)
    expect(stateHash(stage.world)).not.toBe(hash)
    stage.seek(5)
    stage.seek(330)
    expect(stateHash(stage.world)).toBe(hash)
  })

  it('is looked at by who is told to, until the next answer', () => {
    const stage = testStage()
    stage.actor('ana').lookAt('screen')
    stage.seek(90)
    const e = stage.world.lists.byId.get('ana')!
    const yaw = () => stage.world.components.Gaze.now[e * 4 + 2]!
    // The screen hangs behind, to the left of who faces the room: eyes and head go as far as they can.
    expect(yaw()).toBeGreaterThan(0.5)
    stage.run('prepareToSpeak', { actor: 'ana' })
    stage.seek(180)
    expect(Math.abs(yaw())).toBeLessThan(0.3)
  })
})
