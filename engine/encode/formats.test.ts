import { describe, expect, it } from 'vitest'
import { FRAME_RATES, parseFps, parseSize, SAMPLE_RATE, soundFloats } from './formats.ts'

describe('parseSize', () => {
  it.each([
    ['1280x720', 1280, 720],
    ['256x256', 256, 256],
    [' 3840 × 2160 ', 3840, 2160],
    ['1080X1920', 1080, 1920],
    ['258x256', 258, 256],
  ])('reads %s', (text, width, height) => {
    expect(parseSize(text)).toEqual({ width, height })
  })

  it.each([
    ['big', '"big" is not a size. Write width x height in pixels: 1280x720.'],
    ['', 'is not a size'],
    ['1280', 'is not a size'],
    ['1280x', 'is not a size'],
    ['-1280x720', 'is not a size'],
    ['12.5x720', 'is not a size'],
    ['1e3x720', 'is not a size'],
    ['1281x720', '1281x720 cannot be filmed. H.264 needs even whole numbers. Try 1282x720.'],
    ['1280x721', 'Try 1280x722.'],
    ['0x0', 'Films are 256x256 to 3840x2160 pixels.'],
    ['254x256', 'Films are 256x256'],
    ['3842x2160', 'Films are 256x256'],
    ['3839x2159', 'Try 3840x2160.'],
    ['2160x3840', 'Films are 256x256'],
    ['999999999x999999999', 'Films are 256x256'],
  ])('refuses "%s" and says why', (text, reason) => {
    expect(() => parseSize(text)).toThrow(
      expect.objectContaining({ code: 'encode/bad-size', message: expect.stringContaining(reason) }),
    )
  })
})

describe('parseFps', () => {
  it.each(FRAME_RATES)('reads %i', (fps) => {
    expect(parseFps(String(fps))).toBe(fps)
  })

  it.each(['0', '-30', '29.97', '23.976', '15', '120', 'NaN', 'Infinity', '', 'thirty', '30fps'])(
    'refuses "%s" and names those there are',
    (text) => {
      expect(() => parseFps(text)).toThrow(
        expect.objectContaining({
          code: 'encode/bad-fps',
          message: `A film cannot run at "${text}" frames a second. Choose one of 24, 25, 30, 50 and 60.`,
        }),
      )
    },
  )
})

it('gives every frame a whole number of samples', () => {
  for (const fps of FRAME_RATES) expect(soundFloats(fps) * fps).toBe(2 * SAMPLE_RATE)
  for (const fps of FRAME_RATES) expect(Number.isInteger(SAMPLE_RATE / fps)).toBe(true)
})
