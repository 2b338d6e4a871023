import type { ContentSource } from '../../../engine/api/node.ts'

/** A long dress and long hair: springs, and joints of each. */
export const CHAINS = 12
export const JOINTS = 4

/** The same content, but for an avatar with a dress and hair that swing, and a body to swing about. */
export function withSprings(content: ContentSource): ContentSource {
  return {
    ...content,
    async readText(path) {
      const text = await content.readText(path)
      return path === 'avatars/milla/rig.json' ? JSON.stringify({ ...JSON.parse(text), ...manySprings() }) : text
    },
  }
}

function manySprings() {
  const along = Array.from({ length: JOINTS + 1 }, (_, joint) => joint)
  return {
    springs: Array.from({ length: CHAINS }, (_, chain) => ({
      name: `spring${chain}`,
      bone: chain % 2 === 0 ? 'head' : 'hips',
      nodes: along.map((joint) => `spring${chain}-${joint}`),
      rests: along.map((joint) => [chain * 0.02 - 0.12, (chain % 2 === 0 ? 1.6 : 1) - joint * 0.06, -0.1]),
      stiffness: 0.8,
      gravity: 0.2,
      drag: 0.3,
      radius: 0.015,
    })),
    colliders: ['head', 'neck', 'upperChest', 'leftUpperArm', 'rightUpperArm', 'hips', 'leftUpperLeg', 'rightUpperLeg']
      .map((bone, i) => ({ bone, at: [0, 1.6 - i * 0.1, 0], tail: [0, 1.5 - i * 0.1, 0], radius: 0.09 }))
      .flatMap((collider) => [collider, { ...collider, radius: 0.08 }]),
  }
}
