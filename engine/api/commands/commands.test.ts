import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { refusal, testCatalogue, testStage } from '../test-stage.ts'
import { COMMANDS } from './index.ts'

describe('commands', () => {
  it('each give a tool schema, in which every field of their own is described', () => {
    for (const { name, description, input } of COMMANDS) {
      const schema = z.toJSONSchema(input, { io: 'input' })
      expect(schema.type).toBe('object')
      expect(description.length, name).toBeGreaterThan(20)
    }
  })

  it('have names of their own', () => {
    expect(new Set(COMMANDS.map(({ name }) => name)).size).toBe(COMMANDS.length)
  })

  it('say what is wrong with a name, and what was perhaps meant', () => {
    const stage = testStage()
    expect(refusal(() => stage.run('gesture', { actor: 'ana', name: 'wawe' }))).toContain(
      'No gesture "wawe". Did you mean "wave"? Known: air-quotes, applause,',
    )
    expect(refusal(() => stage.cutTo('closeup'))).toContain('No shot "closeup" on this stage. Did you mean "close-up"?')
    expect(refusal(() => stage.spawnActor({ id: 'ben', at: 'middle' }))).toContain('No mark "middle"')
    expect(refusal(() => stage.spawnActor({ id: 'ben', avatar: 'mila' }))).toContain('Did you mean "milla"?')
    expect(refusal(() => stage.run('express', { actor: 'ana', name: 'hapy' }))).toContain('Did you mean "happy"?')
    expect(refusal(() => stage.showMedia('dust'))).toBe('No picture "dust". Did you mean "dusk"? Known: dusk, island.')
    expect(refusal(() => stage.run('wave', {}))).toContain('No command "wave"')
    expect(refusal(() => stage.run('interrupt', { actor: 'anna' }))).toBe(
      'No actor "anna" on the stage; "interrupt" needs one. Did you mean "ana"? Known: ana.',
    )
  })

  it('take a face by its name or as a mix, and neither both nor none', () => {
    const stage = testStage()
    const give = (name: string, face: object) => refusal(() => stage.run(name, { actor: 'ana', ...face }))
    expect(give('express', {})).toBe('"express" was given neither a name nor a mix; it takes the one or the other.')
    expect(give('setMood', { name: 'happy', mix: [{ name: 'sad' }] })).toContain('both "happy" and a mix')
    expect(give('setMood', { mix: [{ name: 'hapy', intensity: 0.5 }] })).toContain('Did you mean "happy"?')
    expect(give('express', { mix: [{ name: 'happy', intensity: 2 }] })).toContain('mix.0.intensity')
  })

  it('refuse the screen of a stage that has none', () => {
    const catalogue = testCatalogue()
    const { screen: _, ...bare } = catalogue.stage
    const stage = testStage(7, { ...catalogue, stage: bare })
    expect(refusal(() => stage.showMedia('dusk'))).toBe(
      'This stage has no screen; "showMedia" needs one. Give its file in content/stages a "screen", or use another stage.',
    )
    expect(refusal(() => stage.hideMedia())).toContain('"hideMedia" needs one')
    expect(refusal(() => stage.actor('ana').lookAt('screen'))).toContain('"lookAt" needs one')
  })

  it('refuse input that does not fit, with the field', () => {
    const stage = testStage()
    expect(refusal(() => stage.run('setStillness', { actor: 'ana', stillness: 2 }))).toContain('stillness: Too big')
    expect(refusal(() => stage.run('setStillness', { actor: 'ana', stillness: Number.NaN }))).toContain('stillness')
    expect(refusal(() => stage.run('gesture', { actor: 'ana', name: 'wave', loud: true }))).toContain('loud')
    expect(refusal(() => stage.run('spawnActor', { id: '../x', avatar: 'milla' }))).toContain('lower-case')
  })

  it('answer endless and many-lined names in one short line', () => {
    const stage = testStage()
    for (const name of ['x'.repeat(1e6), 'wave\nroot: all is well']) {
      for (const run of [
        () => stage.run('gesture', { actor: 'ana', name }),
        () => stage.run('express', { actor: 'ana', name }),
        () => stage.cutTo(name),
        () => stage.run('moveTo', { actor: 'ana', mark: name }),
        () => stage.showMedia(name),
        () => stage.spawnActor({ id: 'ben', avatar: name }),
        () => stage.spawnActor({ id: 'ben', at: name }),
        () => stage.run(name, {}),
      ]) {
        const message = refusal(run)
        expect(message.length).toBeLessThan(500)
        expect(message).not.toContain('\n')
      }
    }
  })

  it('know actors who are about to come, and refuse a second of the same name', () => {
    const stage = testStage()
    stage.run('gesture', { actor: 'ana', name: 'nod' })
    expect(refusal(() => stage.spawnActor({ id: 'ana' }))).toContain('already on the stage')
  })

  it('fill the stage up to its capacity and refuse the next', () => {
    const stage = testStage()
    for (let i = 1; i < 64; i++) stage.spawnActor({ id: `extra-${i}` })
    expect(refusal(() => stage.spawnActor({ id: 'one-too-many' }))).toContain('holds 64 actors')
    stage.step()
    expect(stage.world.lists.actors).toHaveLength(64)
  })
})
