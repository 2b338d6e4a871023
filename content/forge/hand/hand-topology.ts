import { addVertex, type Mesh } from '../kit/mesh.ts'
import type { Vec3 } from '../kit/vec3.ts'

/** What a vertex of the hand belongs to; parallel to the mesh's positions. */
export type HandPlace = {
  readonly part: 'forearm' | 'palm' | 'finger' | 'thumb'
  /** Which finger, 0 index to 3 little; −1 elsewhere. */
  readonly finger: number
  /** Along the digit's axis; 0 elsewhere. */
  readonly distance: number
  /** Rings from the palm; 0 on the palm itself. */
  readonly ring: number
  /** How freely relaxing may move it, [0, 1]; 0 keeps the designed place. */
  readonly freedom: number
  /** How much of a move towards the surface it takes, [0, 1]. */
  readonly cling: number
}

export type HandTopology = { readonly mesh: Mesh; readonly places: HandPlace[] }

/** Lays a vertex; what is not said is a free vertex of no digit. */
export function place(hand: HandTopology, position: Vec3, of: Partial<HandPlace> & Pick<HandPlace, 'part'>): number {
  hand.places.push({ finger: -1, distance: 0, ring: 0, freedom: 1, cling: 1, ...of })
  return addVertex(hand.mesh, position)
}
