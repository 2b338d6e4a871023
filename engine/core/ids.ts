declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** Name of an actor on a stage, such as "ana". */
export type ActorId = Branded<'ActorId'>
/** Name of one playing instance of a clip, gesture, expression or line. */
export type CueId = Branded<'CueId'>
/** Lower-case hexadecimal sha256 of a blob. */
export type BlobHash = Branded<'BlobHash'>

export const actorId = (id: string): ActorId => id as ActorId
export const cueId = (id: string): CueId => id as CueId
export const blobHash = (hash: string): BlobHash => hash as BlobHash
