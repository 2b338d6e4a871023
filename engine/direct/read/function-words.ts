/**
 * Words of grammar, which are said lightly. English; auxiliaries and their contractions among them.
 *
 * @source  The closed classes of Quirk et al., "A Comprehensive Grammar of the English Language" (1985), 2.39.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the and or but nor so yet if than that because while as though although unless until since whether
  of to in on at by for from with without into onto over under about after before between through during against
  i me my mine we us our ours you your yours he him his she her hers it its they them their theirs
  this these those there here who whom whose which what when where why how some any each every such
  am is are was were be been being do does did has have had having will would shall should can could may might must
  let just too also then well oh um uh hmm i'm i've i'll i'd we're we've we'll we'd you're you've you'll you'd he's he'll
  he'd she's she'll she'd it's it'll they're they've they'll they'd that's there's here's what's who's let's gonna`.split(
    /\s+/,
  ),
)

/** Words that deny: said with some weight, and what they deny with more. */
export const NEGATIONS = /^(?:not|no|never|nothing|nobody|nowhere|none|neither|nor|cannot|without|hardly|\w+n't)$/

/** Words that set what follows against something else, or lift it. */
export const LIFTS =
  /^(?:but|only|even|instead|rather|really|very|actually|exactly|especially|absolutely|extremely|whereas|unlike)$/

/** Content words that seldom carry the focus at a sentence's end: politeness, comment and time said by the way. */
export const LIGHT_ENDS: ReadonlySet<string> = new Set(
  `please though today tonight tomorrow yesterday now again already anyway everyone everybody somebody someone something
  anything sir madam dear friends folks guys thing things way`.split(/\s+/),
)

/** Words that make a question ask for more than yes or no. */
export const WH_WORD = /^(?:who|whom|whose|which|what|when|where|why|how)(?:'s|'re|'d|'ll)?$/
