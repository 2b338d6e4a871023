import { describe, expect, it } from 'vitest'
import * as host from './host.ts'
import * as index from './index.ts'

/** What scripts and servers may hold on to. A change here is a change of the product's interface. */
describe('the doors', () => {
  it('open the headless stage by these names', () => {
    expect(Object.keys(index).sort()).toMatchInlineSnapshot(`
      [
        "ACTING_STATES",
        "CLIENT_MESSAGES",
        "COMMANDS",
        "DEFAULT_CULTURE",
        "DEFAULT_MANNER",
        "ENGINE_VERSION",
        "EngineError",
        "FACE_CHANNELS",
        "FILM_LINE_LEAD",
        "HASH_EVERY",
        "MAX_HEARD",
        "MAX_PCM",
        "MAX_SAID",
        "NO_MANNERISMS",
        "PCM_RATE",
        "ROOM_LEAD",
        "ROOM_LINE_LEAD",
        "ROOM_PROTOCOL",
        "TICK_RATE",
        "advanceTo",
        "createFollower",
        "createRoomClock",
        "createStage",
        "defineCommand",
        "followClock",
        "followRoom",
        "loadCatalogue",
        "mannerismsSchema",
        "parseTake",
        "poseHash",
        "readStartState",
        "rehearse",
        "requireListed",
        "seekTo",
        "startStateSchema",
        "stateHash",
        "walkSeconds",
      ]
    `)
  })

  it('open everything of the headless stage to a host, and voices', () => {
    const names = new Set(Object.keys(host))
    expect(Object.keys(index).filter((name) => !names.has(name))).toEqual([])
    expect([...names].filter((name) => !(name in index)).sort()).toMatchInlineSnapshot(`
      [
        "CONTENT_FOLDER",
        "DEFAULT_VOICE",
        "RECORDED_SPEAKER",
        "STAGE_FOLDERS",
        "StagedFiles",
        "assertSpeakable",
        "blobFolder",
        "cleanText",
        "createBlobStore",
        "createFliteThreadVoice",
        "createFliteVoice",
        "createRecordedVoice",
        "createResampleStream",
        "createSpeaker",
        "defineVoice",
        "findVoice",
        "hashBytes",
        "hashContent",
        "loadFliteInNode",
        "openContent",
        "readContentFile",
        "readRecording",
        "readTake",
        "recordTake",
        "speechOf",
        "stageTake",
      ]
    `)
  })
})
