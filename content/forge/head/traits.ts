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
    width: { face: { width: 0.08 }, jaw: { halfWidth: 0.25, chinHalfWidth: 0.1 }, eye: { x: 0.06 }, ear: { x: 0.22 } },
    length: {
      jaw: { y: -0.45, chinY: -0.75, cornerY: -0.1 },
      mouth: { y: -0.4 },
      nose: { y: -0.22 },
      cheek: { boneY: -0.1 },
    },
    jaw: { jaw: { halfWidth: 0.35, corner: 0.5, cornerY: -0.25, chinHalfWidth: 0.3, chinHeight: 0.08 } },
    chin: { jaw: { chinY: -0.32, chinZ: 0.38, chinHeight: 0.15, chinHalfWidth: 0.08 } },
    cheekbones: { cheek: { boneX: 0.22, boneY: 0.2, boneSize: 0.2, hollow: 0.2 } },
    cheeks: { cheek: { fullness: 0.3, hollow: -0.75 }, jaw: { halfWidth: 0.12 } },
    forehead: { face: { forehead: 0.25, slope: -0.1, hairline: 0.5 } },
    browRidge: { face: { ridge: 0.3, slope: 0.08 }, eye: { socket: 0.1 } },
  },
  eyes: {
    size: { eye: { radius: 0.1, halfWidth: 0.17, upperHeight: 0.14, lowerHeight: 0.09 } },
    spacing: { eye: { x: 0.2 } },
    tilt: { eye: { tilt: 0.24 } },
    opening: { eye: { upperHeight: 0.2, lowerHeight: 0.1, halfWidth: -0.04 } },
    fold: { eye: { fold: 1, upperHeight: -0.12, lowerHeight: -0.03, creaseDepth: -0.06, socket: -0.12, tilt: 0.06 } },
  },
  brows: {
    thickness: { brow: { thickness: 0.42 } },
    arch: { brow: { arch: 0.26 } },
    height: { brow: { rise: 0.28 } },
  },
  nose: {
    length: { nose: { y: -0.38, tipZ: 0.06 } },
    width: { nose: { wingX: 0.24, wingSize: 0.1, tipRadius: 0.07, bridgeHalfWidth: 0.09 } },
    bridge: { nose: { rootZ: 0.32, bridgeZ: 0.3, tipZ: 0.12 } },
    profile: { nose: { bridgeZ: 0.24, y: -0.14, tipZ: 0.04 } },
    tip: { nose: { tipRadius: 0.13, tipZ: 0.02 } },
  },
  mouth: {
    width: { mouth: { halfWidth: 0.28 } },
    upperLip: { mouth: { upperLip: 0.26, upperBulge: 0.13 } },
    lowerLip: { mouth: { lowerLip: 0.27, lowerBulge: 0.13 } },
  },
  ears: { size: { ear: { size: 0.17 } } },
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
  cheek: { fullness: -0.2, hollow: 0.25, boneY: -0.1 },
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
  cheek: { hollow: [0, 1.3] },
  eye: { upperHeight: [0.62, 1.36], lowerHeight: [0.46, 0.95], hood: [0, 0.3], creaseDepth: [0.03, 0.2] },
  brow: { thickness: [0.45, 2.1], arch: [-0.05, 0.75], lash: [0.15, 1.2] },
  nose: { tipRadius: [0.5, 0.95], bridgeHalfWidth: [0.34, 0.66] },
  mouth: { upperLip: [0.3, 1.05], lowerLip: [0.48, 1.25], upperBulge: [0.14, 0.6], lowerBulge: [0.2, 0.66] },
  neck: { larynx: [0, 0.6] },
}
