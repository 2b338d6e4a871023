/** What a text can feel; the ids of expressions in content. */
export const EMOTIONS = [
  'happy',
  'sad',
  'angry',
  'surprised',
  'disgusted',
  'fearful',
  'interested',
  'thinking',
  'confused',
  'apologetic',
  'proud',
  'amused',
  'tender',
  'friendly',
] as const

export type Emotion = (typeof EMOTIONS)[number]

type Words = readonly (readonly [strength: number, words: string])[]

/** English words that feel, by how strongly. Chosen by hand from everyday talk. Forms in -s, -ed, -ing and -ly are found by their stem. */
export const EMOTION_WORDS: Readonly<Record<Emotion, Words>> = {
  happy: [
    [
      0.9,
      'ecstatic overjoyed thrilled elated delighted euphoric jubilant blissful marvellous marvelous fantastic amazing wonderful magnificent fabulous superb splendid glorious hooray hurray hurrah yay woohoo yippee adore',
    ],
    [
      0.7,
      'happy happily happiness joy joyful joyous excited exciting love loved loving great awesome brilliant excellent perfect celebrate celebration glad gladly merry cheerful triumph paradise heavenly',
    ],
    [
      0.5,
      'beautiful beauty lovely delight delicious enjoy enjoyed enjoyable fun smile smiling laugh laughed laughing lucky luckily hope hopeful pleased pleasure bright sunny sunshine cheer cheers party festive gorgeous charming yum yummy bliss success win won wonder favourite favorite thankful fortunately',
    ],
    [
      0.3,
      'nice good fine pleasant pleasantly cool okay better best fresh warm cosy cozy sweet welcome like liked relaxed safe comfortable gift',
    ],
  ],
  sad: [
    [
      0.9,
      'heartbroken devastated miserable grief grieving mourn mourning despair hopeless tragedy tragic anguish inconsolable',
    ],
    [
      0.7,
      'sad sadly sadness cry cried crying tears weep wept weeping sorrow sorrowful died death dead funeral lonely loneliness depressed depressing unhappy suffer suffered suffering hurt heartache',
    ],
    [
      0.5,
      'lost loss lose miss missed missing alone pain painful unfortunately pity disappointed disappointing disappointment regret gloomy gloom broken goodbye farewell sick ill poor homesick melancholy hurts',
    ],
    [0.3, 'tired grey gray empty dull fail failed failure sigh unfortunate worse worst leaving'],
  ],
  angry: [
    [0.9, 'furious outraged outrageous enraged livid rage hate hated infuriating damn infuriated'],
    [
      0.7,
      'angry angrily anger mad annoyed unacceptable unfair betrayed betrayal liar lied cheat cheated insult insulted stupid idiot ridiculous shut bloody',
    ],
    [
      0.45,
      'annoying irritating irritated frustrated frustrating argue argued fight fought blame rude nonsense damned hell enough outrage complain complained slammed',
    ],
    [0.3, 'wrong stubborn refuse refused bother bothered noise'],
  ],
  surprised: [
    [
      0.9,
      'astonished astonishing astounding flabbergasted omg stunned speechless unbelievable unbelievably incredible incredibly',
    ],
    [
      0.7,
      'wow surprise surprised surprising surprisingly shock shocked shocking unexpected unexpectedly whoa gosh goodness suddenly blimey',
    ],
    [0.45, 'amazed strange strangely magic magical miracle impossible extraordinary remarkable'],
  ],
  disgusted: [
    [0.9, 'disgusting disgusted revolting repulsive vomit nauseating yuck ew eww gross vile'],
    [0.6, 'rotten stink stinks stinking smelly filthy nasty slime slimy mouldy moldy foul horrid cockroach maggots'],
    [0.4, 'dirty ugly sour bitter mud sewage garbage'],
  ],
  fearful: [
    [0.9, 'terrified terrifying horrified horrifying panic panicked horror petrified'],
    [
      0.7,
      'afraid scared scary frightened frightening fear fearful feared terror nightmare danger dangerous scream screamed screaming threat',
    ],
    [
      0.45,
      'worried worry worrying anxious anxiety nervous nervously dread creepy dark haunted monster ghost trembling tremble alarm emergency beware storm',
    ],
    [0.3, 'risk unsure uneasy careful'],
  ],
  interested: [
    [0.6, 'fascinating fascinated intriguing intrigued captivating curious curiously curiosity'],
    [
      0.45,
      'interesting interested interestingly discover discovered discovery explore secret mystery mysterious wondering eager',
    ],
    [0.3, 'learn story'],
  ],
  thinking: [
    [0.6, 'hmm hm hmmm ponder pondering'],
    [0.35, 'wonder consider perhaps maybe suppose guess reflect uh um probably'],
  ],
  confused: [
    [0.7, 'confused confusing baffled puzzled puzzling perplexed bewildered huh'],
    [0.45, 'unclear complicated contradictory confusion weird odd'],
  ],
  apologetic: [
    [0.7, 'sorry apologise apologize apologies apology forgive ashamed'],
    [0.45, 'regrettably embarrassed embarrassing oops whoops mistake fault guilty'],
  ],
  proud: [
    [0.7, 'proud proudly pride triumphant victorious victory'],
    [
      0.5,
      'achieved achievement accomplished champion brave bravely honour honor congratulations bravo succeeded record courage',
    ],
  ],
  amused: [
    [0.7, 'hilarious hilariously lol lmao rofl haha hahaha hehe'],
    [0.5, 'funny amusing amused joke joking joked kidding silly giggle giggled comical ridiculous absurd'],
    [0.35, 'playful cheeky prank tease teasing clown witty'],
  ],
  tender: [
    [0.7, 'tender tenderly beloved darling sweetheart cherish cuddle hug hugged embrace'],
    [
      0.5,
      'dear dearest gentle gently baby puppy kitten heart comfort comforting kiss kissed mother grandmother child sleeping softly',
    ],
    [0.3, 'kind kindness soft quiet quietly peace peaceful calm care caring friend together'],
  ],
  friendly: [
    [0.6, 'hello hi hey hiya thanks thank'],
    [0.4, 'please greetings'],
  ],
}

/** Whole phrases that feel otherwise than their words; they are read first, and their words are not read again. */
export const EMOTION_PHRASES: readonly (readonly [emotion: Emotion | undefined, strength: number, said: RegExp])[] = [
  [
    'sad',
    0.6,
    /\b(?:what a (?:pity|shame)|sorry to hear|i(?:'m| am) sorry for your|that sounds (?:hard|tough)|poor (?:you|thing)|oh dear|passed away|sorry for your loss)\b/g,
  ],
  ['fearful', 0.5, /\boh no\b/g],
  ['apologetic', 0.55, /\bi(?:'m| am) afraid (?:not|i|that|we|there|it|you)\b/g],
  [
    'happy',
    0.7,
    /\b(?:can(?:'t|not) wait|looking forward|thank goodness|over the moon|made my day|best day|dream come true|so much fun|love (?:it|that|this))\b/g,
  ],
  ['tender', 0.8, /\b(?:i love you|love you|with all my heart|i miss you|my (?:dear|love|darling))\b/g],
  [
    'tender',
    0.45,
    /\b(?:don't worry|do not worry|never mind|it(?:'s| is| will be) (?:all right|alright|okay|ok)|take care|there there|no need to (?:worry|be afraid))\b/g,
  ],
  ['friendly', 0.5, /\b(?:nice|good|great|lovely|glad|pleased) to (?:meet|see) you\b/g],
  [
    'friendly',
    0.5,
    /\b(?:good (?:morning|evening|afternoon)|you(?:'re| are) (?:very |most )?welcome|my pleasure|no problem|welcome to|see you (?:soon|later|tomorrow|again))\b/g,
  ],
  [
    'angry',
    0.7,
    /\b(?:fed up|how dare (?:you|they|he|she)|shut up|leave me alone|had enough|lost (?:my|his|her) temper)\b/g,
  ],
  [
    'surprised',
    0.75,
    /\b(?:no way(?! to| of| around)|oh my(?: god| goodness| gosh)?|i can(?:'t|not) believe (?:it|this|that)|who would have thought|out of nowhere|you(?:'re| are) kidding|what a surprise)\b/g,
  ],
  ['surprised', 0.6, /^(?:(?:oh|wait),? )?(?:what|really)[?!]/g],
  [
    'confused',
    0.6,
    /\b(?:(?:do not|don't|didn't|did not|can't|cannot) (?:quite |really )?(?:understand|follow|get it)|makes no sense|what do you mean|mixed up|i(?:'m| am) lost)\b/g,
  ],
  [
    'thinking',
    0.6,
    /\b(?:let me (?:see|think)|let(?:'s| us) see|i wonder|give me a (?:moment|second)|i(?:'m| am) not (?:quite |entirely )?sure)\b/g,
  ],
  ['proud', 0.7, /\b(?:well done|good job|great job|(?:i|we|you) did it|good for you|way to go|made it)\b/g],
  ['disgusted', 0.7, /\b(?:makes? me (?:sick|ill)|turns? my stomach)\b/g],
  // Words of feeling that mean something else here.
  [
    undefined,
    0,
    /\b(?:kind of|kinds of|fine line|no fear of|dead end|of course|i mean|not only|like (?:a|an|the|this|that|so|i said)|would like|(?:i'd|you'd|we'd) like|if you like|looks? like|sounds? like|feels? like|good (?:morning|evening|afternoon|night|bye)|as good as|warm up|lost (?:and found))\b/g,
  ],
]

/** Words before a feeling that scale it. */
export const DEGREES: Readonly<Record<string, number>> = {
  very: 1.25,
  really: 1.25,
  so: 1.25,
  such: 1.2,
  too: 1.15,
  truly: 1.25,
  deeply: 1.35,
  extremely: 1.45,
  absolutely: 1.4,
  incredibly: 1.4,
  terribly: 1.35,
  awfully: 1.3,
  totally: 1.3,
  completely: 1.35,
  utterly: 1.4,
  super: 1.35,
  simply: 1.15,
  most: 1.2,
  pretty: 1.05,
  quite: 0.95,
  rather: 0.85,
  fairly: 0.8,
  somewhat: 0.6,
  slightly: 0.5,
  bit: 0.55,
  little: 0.55,
  'kind-of': 0.6,
  barely: 0.4,
}
