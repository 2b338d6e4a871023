import { DataSet, englishDataset, englishRecommendedTransformers, pattern, RegExpMatcher } from 'obscenity'
import { GRAVE } from './grave-patterns.ts'
import { CATEGORIES, type Category, type Moderator } from './moderator.ts'

/** How the dataset's words are taken. Those that are not here have a plain meaning: of medicine, music, names or the news. */
const WORDS: Readonly<Partial<Record<Category, readonly string[]>>> = {
  hate: 'abeed africoon arabush boonga chingchong chink fag kike nigger retard tranny'.split(' '),
  sexual: [
    ...'bestiality blowjob buttplug cum deepthroat dildo doggystyle felch fellatio fisting gangbang handjob'.split(' '),
    ...'hentai jizz lubejob orgy porn'.split(' '),
    'double penetration',
    'finger bang',
    'jerk off',
  ],
  profanity: 'arse bastard bitch bollocks cuck cunt fuck piss shit slut turd twat wank whore'.split(' '),
}

/** What holds such a word and means no harm. */
const HARMLESS = [
  ...['shiitake', 'shitake', 'cum laude', 'en retard', 'du retard', 'de retard', 'retardant', 'fagott', 'fag end'],
  ...['chink in the', 'chink of light'],
]

/** A moderator that needs to ask nobody. */
export type WordModerator = Moderator & { readonly check: (text: string) => Category | undefined }

/** The filter that is always there: a list of words, and patterns for what is graver. Decides at once. */
export function createWordModerator(): WordModerator {
  const categories = new Map(CATEGORIES.flatMap((name) => (WORDS[name] ?? []).map((word) => [word, name] as const)))
  const dataset = new DataSet<{ originalWord: string }>()
    .addAll(englishDataset)
    .removePhrasesIf(({ metadata }) => !categories.has(metadata?.originalWord ?? ''))
    // The dataset's own is any word that begins so, such as "assorted".
    .addPhrase((phrase) =>
      phrase
        .setMetadata({ originalWord: 'arse' })
        .addPattern(pattern`|ass|`)
        .addPattern(pattern`|asshole`)
        .addPattern(pattern`|dumbass`)
        .addPattern(pattern`|jackass`),
    )
  const terms = dataset.build()
  const matcher = new RegExpMatcher({
    ...terms,
    whitelistedTerms: [...(terms.whitelistedTerms ?? []), ...HARMLESS],
    ...englishRecommendedTransformers,
  })

  return {
    check(text) {
      const plain = text.toLowerCase().normalize('NFKC').replace(/[’‘]/g, "'")
      const found = new Set<Category>(GRAVE.filter(({ says }) => says.test(plain)).map(({ category }) => category))
      for (const match of matcher.getAllMatches(text)) {
        const { phraseMetadata } = dataset.getPayloadWithPhraseMetadata(match)
        found.add(categories.get(phraseMetadata!.originalWord)!)
      }
      return CATEGORIES.find((category) => found.has(category))
    },
  }
}
