/** Characters after which an unfinished sentence is spoken all the same. */
const LONGEST = 240
/** The end of a sentence: its mark, closing quotes, and white space after it. Not after a lone initial or a known short form. */
const END = /(?<!\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|vs|e\.g|i\.e))[.!?…]+["'”’)]*\s+/u

/** Cuts a stream of text into sentences, each as soon as it is whole. */
export async function* sentencesOf(deltas: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const delta of deltas) {
    rest += delta
    for (;;) {
      const cut = cutAt(rest)
      if (cut === undefined) break
      const sentence = rest.slice(0, cut).trim()
      rest = rest.slice(cut)
      if (sentence !== '') yield sentence
    }
  }
  if (rest.trim() !== '') yield rest.trim()
}

function cutAt(text: string): number | undefined {
  const end = END.exec(text)
  if (end !== null) return end.index + end[0].length
  if (text.length <= LONGEST) return undefined
  const space = text.lastIndexOf(' ', LONGEST)
  return space > 0 ? space + 1 : LONGEST
}
