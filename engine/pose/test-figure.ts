import type { BoneName } from '../rig/bones.ts'
import type { Rig } from '../rig/rig.ts'

type Place = readonly [number, number, number]

const MIDDLE: Record<string, Place> = {
  hips: [0, 0.92, 0],
  spine: [0, 1.0, -0.01],
  chest: [0, 1.12, -0.02],
  upperChest: [0, 1.25, -0.02],
  neck: [0, 1.41, -0.02],
  head: [0, 1.5, 0],
  jaw: [0, 1.5, 0.03],
}

const LEFT: Record<string, Place> = {
  Eye: [0.032, 1.57, 0.07],
  UpperLeg: [0.09, 0.9, 0],
  LowerLeg: [0.09, 0.485, 0.01],
  Foot: [0.09, 0.07, 0],
  Toes: [0.09, 0.02, 0.12],
  Shoulder: [0.03, 1.37, -0.01],
  UpperArm: [0.17, 1.37, -0.02],
  LowerArm: [0.445, 1.37, -0.02],
  Hand: [0.69, 1.37, -0.02],
  ...finger('Thumb', ['Metacarpal', 'Proximal', 'Distal'], [0.71, 1.36, 0.0], [0.036, -0.015, 0.031]),
  ...finger('Index', ['Proximal', 'Intermediate', 'Distal'], [0.785, 1.37, 0.005], [0.035, 0, 0.003]),
  ...finger('Middle', ['Proximal', 'Intermediate', 'Distal'], [0.787, 1.37, -0.017], [0.038, 0, 0]),
  ...finger('Ring', ['Proximal', 'Intermediate', 'Distal'], [0.78, 1.37, -0.038], [0.036, 0, -0.003]),
  ...finger('Little', ['Proximal', 'Intermediate', 'Distal'], [0.77, 1.37, -0.057], [0.028, 0, -0.005]),
}

/**
 * A plain figure of 1.70 m for tests and benches of the kernels: every bone, no model.
 *
 * @source  Segment lengths as shares of stature: D. Winter, "Biomechanics and Motor Control of Human Movement", fig. 4.1;
 *          fingers and face by eye.
 */
export const FIGURE: Pick<Rig, 'name' | 'bones'> = { name: 'figure', bones: figureBones() }

function figureBones(): Rig['bones'] {
  const bones: Rig['bones'] = {}
  const put = (bone: BoneName, [x, y, z]: Place) => {
    bones[bone] = { node: bone, rest: [x, y, z] }
  }
  for (const [bone, place] of Object.entries(MIDDLE)) put(bone as BoneName, place)
  for (const [part, [x, y, z]] of Object.entries(LEFT)) {
    put(`left${part}` as BoneName, [x, y, z])
    put(`right${part}` as BoneName, [-x, y, z])
  }
  return bones
}

function finger(name: string, joints: readonly string[], base: Place, step: Place): Record<string, Place> {
  return Object.fromEntries(
    joints.map((joint, i) => [
      `${name}${joint}`,
      [base[0] + step[0] * i, base[1] + step[1] * i, base[2] + step[2] * i],
    ]),
  )
}
