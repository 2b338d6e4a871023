import type { Shot } from '../../../engine/api/node.ts'

const around = (description: string, yawDegrees: number): Shot => ({
  description,
  subject: 'actor',
  frameHeight: 1.05,
  eyesAt: 0.3,
  fovDegrees: 20,
  yawDegrees,
  sideways: 0,
  heightOffset: 0,
})

/** What hands do before the body, close. */
const hands = (description: string, yawDegrees: number, sideways: number): Shot => ({
  ...around(description, yawDegrees),
  frameHeight: 0.36,
  eyesAt: -0.5,
  fovDegrees: 16,
  sideways,
  heightOffset: 0.16,
})

const two: Shot = { ...around('Two people from the hips up.', 0), subject: 'everyone', frameHeight: 1.15, eyesAt: 0.22 }

/** Shots for looking at poses, besides those of the stage: for depth, from the sides, and down to the feet. */
export const LOOKING_SHOTS: Readonly<Record<string, Shot>> = {
  front: around('From the hips up, from the front, with room for the hands.', 8),
  left: around("From the hips up, from the actor's left.", 50),
  right: around("From the hips up, from the actor's right.", -50),
  'hands-front': hands('The left hand from the front.', 14, 0.12),
  'hands-left': hands("The left hand from the actor's left.", 62, -0.38),
  'hands-right': hands("What a hand does before the body's right side, from there.", -52, 0.2),
  'hands-between': {
    ...hands('What two people do with their hands between them.', -45, 0.46),
    frameHeight: 0.5,
    eyesAt: -0.26,
  },
  two,
  side: around("From the hips up, square from the actor's left.", 90),
  face: { ...around('The head, nearly from the front.', 7), frameHeight: 0.28, eyesAt: 0.46, fovDegrees: 12 },
  signing: {
    ...around('A raised right hand and the face beside it.', 0),
    frameHeight: 0.56,
    eyesAt: 0.24,
    sideways: -0.1,
  },
  'full-left': {
    ...around("From head to foot, from the actor's left.", 48),
    frameHeight: 1.95,
    eyesAt: 0.18,
    heightOffset: -0.2,
  },
  'seated-side': {
    ...around("From head to foot, sitting or standing, from the actor's right.", -47),
    frameHeight: 2,
    eyesAt: 0.24,
    fovDegrees: 40,
    heightOffset: 0.1,
  },
}
