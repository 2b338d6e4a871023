// The package declares these without the ending that Node asks for, and without the second parameter of bowOf.

declare module 'wink-nlp/utilities/bm25-vectorizer.js' {
  import type { Bow } from 'wink-nlp'

  type BM25Vectorizer = {
    readonly learn: (tokens: string[]) => void
    /** With `isUnknownKept` words never learned weigh 1. */
    readonly bowOf: (tokens: string[], isUnknownKept?: boolean) => Bow
  }
  function bm25Vectorizer(config: { norm: 'none'; k: number; k1: number; b: number }): BM25Vectorizer

  export = bm25Vectorizer
}

declare module 'wink-nlp/utilities/similarity.js' {
  import type { Bow } from 'wink-nlp'

  const similarity: {
    readonly bow: { readonly cosine: (a: Bow, b: Bow) => number }
    readonly set: { readonly oo: (a: ReadonlySet<string>, b: ReadonlySet<string>) => number }
  }

  export = similarity
}
