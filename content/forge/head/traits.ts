import type { AvatarRecipe } from '../recipe.ts'
import type { HeadForm } from './form.ts'

/** What is added to some of a head's numbers. */
export type FormChange = { readonly [Group in keyof HeadForm]?: Partial<HeadForm[Group]> }

/** What each slider adds at 1; at −1 it takes as much away. Fitted by eye. */
export const TRAITS: {
  readonly [Group in 'face' | 'eyes' | 'brows' | 'nose' | 'mouth' | 'ears']: {
    readonly [Slider in Exclude<keyof AvatarRecipe[Group], 'colour'>]: FormChange
  }
} = {
  face: {
    width: { face: { width: 0.1 }, jaw: { halfWidth: 0.35, chinHalfWidth: 0.12 }, eye: { x: 0.08 }, ear: { x: 0.3 } },
    length: {
      jaw: { y: -0.6, chinY: -1, cornerY: -0.15 },
      mouth: { y: -0.55 },
      nose: { y: -0.3 },
      cheek: { boneY: -0.1 },
    },
    jaw: { jaw: { halfWidth: 0.55, corner: 0.8, cornerY: -0.3, chinHalfWidth: 0.45, chinHeight: 0.1 } },
    chin: { jaw: { chinY: -0.42, chinZ: 0.45, chinHeight: 0.18, chinHalfWidth: 0.08 } },
    cheekbones: { cheek: { boneX: 0.34, boneY: 0.25, boneSize: 0.26, hollow: 0.2 } },
    cheeks: { cheek: { fullness: 0.42, hollow: -0.8 }, jaw: { halfWidth: 0.2 } },
    forehead: { face: { forehead: 0.4, slope: -0.15, hairline: 0.5 } },
    browRidge: { face: { ridge: 0.45, slope: 0.15 }, eye: { socket: 0.15 } },
  },
  eyes: {
    size: { eye: { radius: 0.15, halfWidth: 0.25, upperHeight: 0.2, lowerHeight: 0.13 } },
    spacing: { eye: { x: 0.28 } },
    tilt: { eye: { tilt: 0.32 } },
    opening: { eye: { upperHeight: 0.25, lowerHeight: 0.12, halfWidth: -0.05 } },
    fold: { eye: { fold: 1, upperHeight: -0.14, lowerHeight: -0.03, creaseDepth: -0.08, socket: -0.12, tilt: 0.03 } },
  },
  brows: {
    thickness: { brow: { thickness: 0.5 } },
    arch: { brow: { arch: 0.33 } },
    height: { brow: { rise: 0.32 } },
  },
  nose: {
    length: { nose: { y: -0.48, tipZ: 0.08 } },
    width: { nose: { wingX: 0.34, wingSize: 0.13, tipRadius: 0.1, bridgeHalfWidth: 0.12 } },
    bridge: { nose: { rootZ: 0.42, bridgeZ: 0.4, tipZ: 0.14 } },
    profile: { nose: { bridgeZ: 0.34, y: -0.18, tipZ: 0.05 } },
    tip: { nose: { tipRadius: 0.18, tipZ: 0.03 } },
  },
  mouth: {
    width: { mouth: { halfWidth: 0.38 } },
    upperLip: { mouth: { upperLip: 0.32, upperBulge: 0.16 } },
    lowerLip: { mouth: { lowerLip: 0.34, lowerBulge: 0.16 } },
  },
  ears: { size: { ear: { size: 0.22 } } },
}

/** What a man's face has over a woman's. */
export const MASCULINE: FormChange = {
  face: { ridge: 0.4, forehead: -0.12, slope: 0.3, width: 0.01, temple: 0.1 },
  jaw: {
    halfWidth: 0.4,
    corner: 0.55,
    cornerY: -0.45,
    chinY: -0.45,
    chinZ: 0.1,
    chinHalfWidth: 0.45,
    chinHeight: 0.1,
    y: -0.1,
  },
  cheek: { fullness: -0.15, hollow: 0.1, boneY: -0.1 },
  eye: {
    radius: -0.1,
    halfWidth: -0.16,
    upperHeight: -0.2,
    lowerHeight: -0.1,
    tilt: -0.06,
    socket: 0.2,
    creaseDepth: 0.02,
  },
  brow: { thickness: 0.5, arch: -0.2, rise: -0.3, lash: -0.65 },
  nose: {
    y: -0.36,
    rootZ: 0.22,
    bridgeZ: 0.34,
    tipZ: 0.24,
    bridgeHalfWidth: 0.09,
    tipRadius: 0.09,
    wingX: 0.09,
    wingSize: 0.06,
  },
  mouth: {
    y: -0.2,
    halfWidth: 0.1,
    upperLip: -0.16,
    lowerLip: -0.16,
    upperBulge: -0.1,
    lowerBulge: -0.1,
    smile: -0.06,
  },
  ear: { size: 0.1, x: 0.08 },
  neck: { radius: 0.6, larynx: 0.4 },
}

/** What the years from 27 to 85 add. */
export const AGED: FormChange = {
  face: { temple: 0.3 },
  jaw: { halfWidth: 0.1 },
  cheek: { fullness: -0.15, hollow: 0.2, boneSize: -0.05 },
  eye: { hood: 0.22, upperHeight: -0.16, lowerHeight: -0.02, socket: 0.25, tilt: -0.12, halfWidth: -0.05 },
  brow: { rise: -0.12, arch: -0.05, thickness: -0.1, lash: -0.35 },
  nose: { y: -0.18, tipRadius: 0.06, wingSize: 0.04, wingX: 0.04 },
  mouth: { upperLip: -0.2, lowerLip: -0.2, upperBulge: -0.12, lowerBulge: -0.14, smile: -0.1, y: -0.08 },
  ear: { size: 0.12, lobe: 0.25 },
  age: { nasolabial: 0.3, marionette: 0.12, jowl: 0.4, eyeBag: 0.2, throat: 1 },
}

/** What somebody of 16 has over somebody of 27. */
export const YOUNG: FormChange = {
  jaw: { corner: -0.12, chinY: 0.18, halfWidth: -0.05 },
  cheek: { fullness: 0.12, hollow: -0.1, boneSize: -0.05 },
  eye: { radius: 0.02, upperHeight: 0.04, lowerHeight: 0.03 },
  nose: { y: 0.12, bridgeZ: -0.1, tipZ: -0.12 },
  neck: { radius: -0.2, larynx: -0.15 },
}

/** Where sums of many sliders would leave nature. */
export const LIMITS: {
  readonly [Group in keyof HeadForm]?: { readonly [K in keyof HeadForm[Group]]?: readonly [number, number] }
} = {
  jaw: { halfWidth: [2.9, 5.2], corner: [-0.9, 1.5], chinHalfWidth: [0.9, 2.5] },
  cheek: { hollow: [0, 1.3], fullness: [1.8, 3] },
  eye: { upperHeight: [0.62, 1.36], lowerHeight: [0.46, 0.95], hood: [0, 0.3], creaseDepth: [0.03, 0.2] },
  brow: { thickness: [0.45, 2.1], arch: [-0.05, 0.75], lash: [0.15, 1.2] },
  nose: { tipRadius: [0.46, 0.98], bridgeHalfWidth: [0.32, 0.72], wingSize: [0.28, 0.62], wingX: [0.4, 1.1] },
  mouth: { upperLip: [0.3, 1.05], lowerLip: [0.46, 1.3], upperBulge: [0.14, 0.62], lowerBulge: [0.2, 0.7] },
  neck: { larynx: [0, 0.6] },
}
