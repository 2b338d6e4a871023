import { dusk } from './dusk.ts'
import { garden } from './garden.ts'
import { island } from './island.ts'
import type { Picture } from './picture.ts'
import { stars } from './stars.ts'
import { walks } from './walks.ts'
import { welcome } from './welcome.ts'

/** The pictures that come with the engine. */
export const PICTURES: readonly Picture[] = [welcome, dusk, stars, island, walks, garden]
