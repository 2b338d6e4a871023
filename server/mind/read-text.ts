import model from 'wink-eng-lite-web-model'
import wink, { type ItemSentence, type ItsFunction } from 'wink-nlp'

const nlp = wink(model, ['sbd', 'negation', 'pos'])
const stemmer = wink(model, [])
const { its } = nlp
/** Declared in a way that its own functions do not accept. */
const [LEMMA, STEM] = [its.lemma, its.stem] as unknown as [ItsFunction<string>, ItsFunction<string>]

/** A sentence as it is compared with others. */
export type Sentence = {
  readonly text: string
  /** Its words by their stems: "was" and "are" are "be", "reading" and "reads" are "read". */
  readonly words: readonly string[]
  readonly isNegated: boolean
  readonly isQuestion: boolean
  /** Those of its words that no dictionary lists: names, or slips of the keyboard. */
  readonly unknown: ReadonlySet<string>
  /** Those that only colour what is said: adverbs and adjectives. */
  readonly modifiers: ReadonlySet<string>
}

/** Sentences that are read of one text: nobody waits for an answer to more. */
const MOST_SENTENCES = 12

/** Short forms that would be read as one unknown word. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/[’‘`´]/g, "'"],
  [/\b(?:i'm|im)\b/gi, 'I am'],
  [/\bi'(?=ve|ll|d)/g, "I'"],
  [/\b(what|who|where|how|that)s\b/gi, "$1's"],
  [/\b(do|does|did|is|are|was|were|have|has|could|would|should)nt\b/gi, "$1n't"],
  [/\b(?:can't|cant|cannot)\b/gi, 'can not'],
  [/\bwon't\b/gi, 'will not'],
  [/\b(?:u|ya)\b/gi, 'you'],
  [/\br\b/gi, 'are'],
  [/\bur\b/gi, 'your'],
  [/\bwanna\b/gi, 'want to'],
  [/\b(?:gonna)\b/gi, 'going to'],
  [/\b(?:gotta|have got to|'ve got to)\b/gi, 'have to'],
  [/\bgot any\b/gi, 'do you know any'],
  [/\bgimme\b/gi, 'give me'],
  [/\blet's\b/gi, 'let us'],
  [/\bgood ?night\b/gi, 'good night'],
  [/\b(?:thx|tnx|thank you)\b/gi, 'thanks'],
]

/** Forms that mean one word, by stem. */
const SAME_WORDS: Readonly<Record<string, string>> = {
  favorit: 'favourit',
  color: 'colour',
  movi: 'film',
  soccer: 'footbal',
  televis: 'tv',
  telli: 'tv',
  cozi: 'cosi',
  okay: 'ok',
  mum: 'mother',
  mom: 'mother',
  dad: 'father',
  hiya: 'hi',
  photo: 'pictur',
  imag: 'pictur',
  sort: 'kind',
  type: 'kind',
  nope: 'no',
  me: 'i',
  mine: 'my',
}

const MODIFIERS = new Set(['ADV', 'ADJ'])
const NEGATIONS = new Set(['not', 'never', 'no', 'noth', 'nobodi'])

/** Reads a text, sentence by sentence; white space and marks without a word are none. */
export function readText(text: string): readonly Sentence[] {
  const plain = SHORT_FORMS.reduce((all, [form, long]) => all.replace(form, long), text)
  const document = nlp.readDoc(plain)
  const sentences: Sentence[] = []
  document.sentences().each((sentence: ItemSentence) => {
    if (sentences.length === MOST_SENTENCES) return
    const tokens = sentence.tokens()
    const types = tokens.out(its.type)
    const isWord = (_: unknown, at: number) => types[at] === 'word' || types[at] === 'number'
    const words = stemsOf(tokens.out(LEMMA).filter(isWord))
    if (words.length === 0) return
    const normals = tokens.out(its.normal).filter(isWord)
    const parts = tokens.out(its.pos).filter(isWord)
    sentences.push({
      text: sentence.out(),
      words,
      isNegated: words.some((word) => NEGATIONS.has(word)),
      isQuestion: sentence.out().trimEnd().endsWith('?'),
      unknown: new Set(words.filter((_, at) => document.isOOV(normals[at] ?? ''))),
      modifiers: new Set(words.filter((_, at) => MODIFIERS.has(parts[at] ?? ''))),
    })
  })
  return sentences
}

/** Irregular forms were put right by their lemmas; stems bring together what is left. */
function stemsOf(lemmas: readonly string[]): string[] {
  const stems = stemmer.readDoc(lemmas.join(' ')).tokens().out(STEM)
  return (stems.length === lemmas.length ? stems : lemmas).map((stem) => SAME_WORDS[stem] ?? stem)
}
