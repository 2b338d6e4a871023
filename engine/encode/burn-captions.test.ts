import { describe, expect, it } from 'vitest'
import { createCaptionBurner } from './burn-captions.ts'
import { loadCaptionFont } from './caption-font.ts'
import { layOutCaption } from './caption-layout.ts'
import { divideIntoCues } from './captions.ts'
import { frameBytes, type Size } from './formats.ts'
import { sayEvenly } from './test-speech.ts'

const SPOKEN = "Hello, I'm Milla. Nice to meet you."
const GREY = 120
const BLUE = 200
const SIZES: Size[] = [
  { width: 256, height: 256 },
  { width: 258, height: 256 },
  { width: 1280, height: 720 },
  { width: 1080, height: 1920 },
  { width: 3840, height: 2160 },
]

function plainFrame(size: Size): Uint8Array {
  return new Uint8Array(frameBytes(size)).fill(GREY, 0, size.width * size.height).fill(BLUE, size.width * size.height)
}

async function burn(size: Size, text: string, seconds = 0.5, highlight = false) {
  const burner = createCaptionBurner({ ...size, cues: divideIntoCues([sayEvenly(text, 0)]), highlight })
  const frame = plainFrame(size)
  await burner.burn(frame, seconds)
  return { frame, burner }
}

/** Rows and columns between which the luma was changed. */
function changedArea(frame: Uint8Array, { width, height }: Size) {
  const area = { left: width, right: 0, top: height, bottom: 0, bright: 0 }
  for (let i = 0; i < width * height; i++) {
    if (frame[i] === GREY) continue
    const [x, y] = [i % width, Math.floor(i / width)]
    area.left = Math.min(area.left, x)
    area.right = Math.max(area.right, x + 1)
    area.top = Math.min(area.top, y)
    area.bottom = Math.max(area.bottom, y + 1)
    if (frame[i]! > 200) area.bright++
  }
  return area
}

describe('burnt captions', () => {
  it.each(SIZES)('stand at the bottom, centred, within the safe area of $width × $height', async (size) => {
    const { left, right, top, bottom, bright } = changedArea((await burn(size, SPOKEN)).frame, size)
    expect(left).toBeGreaterThanOrEqual(size.width * 0.05 - 2)
    expect(Math.abs(left - (size.width - right))).toBeLessThanOrEqual(2)
    expect(bottom).toBeLessThanOrEqual(size.height * 0.95 + 2)
    expect(bottom).toBeGreaterThan(size.height * 0.93)
    expect(top).toBeGreaterThan(size.height * 0.7)
    expect(bright).toBeGreaterThan(100)
  })

  it('stay within limited range and take the colour out of what they cover', async () => {
    const size = { width: 640, height: 360 }
    const { frame } = await burn(size, SPOKEN)
    const luma = frame.subarray(0, size.width * size.height)
    expect(luma.reduce((a, b) => Math.min(a, b))).toBeGreaterThanOrEqual(16)
    expect(luma.reduce((a, b) => Math.max(a, b))).toBe(235)
    const chroma = frame.subarray(luma.length)
    expect(chroma.reduce((a, b) => Math.min(a, b))).toBe(128)
    expect(chroma.reduce((a, b) => Math.max(a, b))).toBe(BLUE)
  })

  it('come and go with their cue', async () => {
    const size = { width: 256, height: 256 }
    for (const seconds of [0, 100]) expect((await burn(size, SPOKEN, seconds)).frame).toEqual(plainFrame(size))
    expect((await burn(size, SPOKEN, 0.2)).frame).not.toEqual(plainFrame(size))
  })

  it('are the same in every frame of a cue, and after another cue was shown', async () => {
    const size = { width: 640, height: 360 }
    const cues = divideIntoCues([sayEvenly('First.', 0), sayEvenly('Second.', 4)])
    const burner = createCaptionBurner({ ...size, cues })
    const frames = []
    for (const seconds of [0.2, 0.3, 4.2, 0.2]) {
      const frame = plainFrame(size)
      await burner.burn(frame, seconds)
      frames.push(frame)
    }
    expect(frames[1]).toEqual(frames[0])
    expect(frames[2]).not.toEqual(frames[0])
    expect(frames[3]).toEqual(frames[0])
  })

  it('brighten one word after the other when asked', async () => {
    const size = { width: 640, height: 360 }
    const bright = async (seconds: number, highlight: boolean) => {
      const area = changedArea((await burn(size, 'left right', seconds, highlight)).frame, size)
      return area.bright
    }
    const [all, first, second] = [await bright(0.2, false), await bright(0.2, true), await bright(0.5, true)]
    expect(first).toBeGreaterThan(20)
    expect(second).toBeGreaterThan(20)
    expect(first + second).toBeGreaterThan(all * 0.9)
    expect(first + second).toBeLessThan(all * 1.1)
  })

  it('draw a box for each character that the font lacks, and name it', async () => {
    const { burner, frame } = await burn({ width: 640, height: 360 }, 'Größe Ж λ ế 你好 👩‍👩‍👧‍👧 好')
    expect([...burner.missing]).toEqual(['你', '好', '👩‍👩‍👧‍👧'])
    const without = (await burn({ width: 640, height: 360 }, 'Größe Ж λ ế')).frame
    expect(changedArea(frame, { width: 640, height: 360 }).bright).toBeGreaterThan(
      changedArea(without, { width: 640, height: 360 }).bright,
    )
  })

  it('fit even the widest word into the narrowest picture', async () => {
    const size = { width: 256, height: 256 }
    const { left, right } = changedArea((await burn(size, 'W'.repeat(42))).frame, size)
    expect(left).toBeGreaterThanOrEqual(10)
    expect(right).toBeLessThanOrEqual(246)
  })
})

it('kerns: "To" is narrower than its letters apart', () => {
  const shape = loadCaptionFont()
  expect(shape('To').advance).toBeLessThan(shape('T').advance + shape('o').advance - 0.05)
})

it('lays a cue out in more lines where two are too wide', () => {
  const [cue] = divideIntoCues([sayEvenly('The weather tomorrow will be mostly sunny, with a chance of light rain', 0)])
  const rows = (size: Size) => new Set(layOutCaption(cue!, loadCaptionFont(), size).words.map(({ top }) => top)).size
  expect(rows({ width: 1280, height: 720 })).toBe(2)
  expect(rows({ width: 1080, height: 1920 })).toBeGreaterThan(2)
})
