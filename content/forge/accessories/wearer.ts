import type { HeadSkin } from '../head/skin.ts'

/** The head that something is worn on: what it is made from, and its form. */
export type Wearer = Pick<HeadSkin, 'recipe' | 'field'>
