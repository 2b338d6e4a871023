import { closeLids as close } from '../../pose/lids.ts'
import { FACE_CHANNEL_COUNT } from '../../rig/blendshapes.ts'
import type { World } from '../world.ts'

/** Lets blinks, squints, smiles and glances move the lids together: what shuts an eye shuts it, and no lid crosses the other. */
export function closeLids(world: World): void {
  const { Actor, Face } = world.components
  for (const e of world.lists.actors)
    close(Face.weights, e * FACE_CHANNEL_COUNT, world.catalogue.rigs.get(Actor.avatar[e]!)!.lids)
}
