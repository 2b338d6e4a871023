import type { Emotion } from './emotion-words.ts'

type Idioms = readonly (readonly [emotion: Emotion | undefined, strength: number, said: string])[]

/**
 * English that feels otherwise than its words do: figures of speech, and words of feeling in a sense that feels nothing.
 * Alternatives of a regular expression, in lower case; by hand from everyday talk. Strengths by eye, as of words.
 */
const FIGURATIVE: Idioms = [
  [
    'happy',
    0.75,
    "dying (?:to (?:see|meet|know|hear|try|tell|show|go|get|taste)|for (?:a|an|some))|to die for|on cloud nine|on top of the world|tickled pink|walking on air|jump(?:ed|ing)? for joy|in seventh heaven|having (?:a blast|a ball|the time of (?:my|our|your) lives?)|tears of joy|could(?:n't| not) be (?:happier|better)|never (?:been|felt) (?:better|happier)|drop[- ]dead gorgeous|knock(?:ed|s)? (?:my|our) socks off|(?:bloody|damn|scary|wicked|wickedly|insanely|ridiculously|stupidly|crazy) (?:good|great|brilliant|marvellous|fantastic|cool|delicious|beautiful)",
  ],
  [
    'happy',
    0.5,
    "music to (?:my|our) ears|hits the spot|like a million (?:dollars|bucks)|(?:i would|i'd|would) kill for|sick (?:beat|beats|trick|tricks|tune|moves?|skills?)|the bee's knees|(?:terribly|awfully) (?:nice|good|kind)|not (?:half )?bad(?: at all)?|not (?:too|so) bad|no bad thing",
  ],
  [
    'happy',
    0.35,
    "(?:can't|cannot|mustn't) complain|could be worse|piece of cake|touch wood|knock on wood|fingers crossed",
  ],
  [
    'proud',
    0.7,
    "(?:killing|killed|kills|nailed|nailing|crushed|crushing|smashed|smashing|aced) it|knock(?:ed)? (?:them|'em|it) (?:dead|out of the park)|slay(?:ed|ing)? it|flying colou?rs",
  ],
  [
    'tender',
    0.7,
    'head over heels|apple of my eye|(?:from )?the bottom of my heart|warms my heart|(?:mad|crazy|nuts) about (?:you|him|her|them)|(?:love|loves|loved) (?:you|him|her|them) to (?:death|bits|pieces)',
  ],
  ['friendly', 0.5, "break a leg|long time no see|do(?:n't| not) be a stranger|no (?:worries|sweat|hard feelings)"],
  [
    'amused',
    0.75,
    "(?:died|dying|dead) (?:of laughter|laughing|with laughter)|(?:you(?:'re| are)|it(?:'s| is)|this is) killing me|crack(?:s|ed|ing)? me up|in stitches|laugh(?:ed|ing|s)? (?:my|his|her|our|their) heads? off|(?:crying|cried|tears) (?:with|of) laughter|pull(?:ing)? (?:my|your|his|her) leg",
  ],
  ['amused', 0.4, 'when pigs fly|when hell freezes over|a barrel of laughs|speak of the devil'],
  [
    'surprised',
    0.7,
    "mind[- ]blowing|(?:blew|blown|blows) (?:my|your|our) minds?|(?:blew|blown|blows) (?:me|us|you) away|jaw[- ]dropping|jaws? dropped|(?:(?:can't|cannot|couldn't|could not) )?believe (?:my|your) (?:eyes|ears)|(?:my|good) (?:goodness|grief|heavens)|cost(?:s)? an arm and a leg|what on earth|out of the blue",
  ],
  [
    'angry',
    0.6,
    "sick (?:and tired )?of|tired of|hit the roof|(?:blow|blew|blown) (?:a fuse|my top|his top|her top)|(?:see|seeing|saw) red|the last straw|over my dead body|for (?:crying out loud|heaven's sake|goodness'? sake)|pain in the (?:neck|backside)|drives? (?:me|us) (?:up the wall|round the bend|mad|crazy|nuts)|had it up to here",
  ],
  [
    'fearful',
    0.7,
    '(?:scared|frightened|scares me) (?:to death|stiff|out of my wits)|worried (?:sick|to death)|cold feet|butterflies in my stomach|heart in my mouth|(?:gives?|gave) me (?:the creeps|goosebumps|the chills)|nearly (?:died of fright|had a heart attack)|calm before the storm|on pins and needles',
  ],
  [
    'sad',
    0.65,
    '(?:breaks?|broke|breaking) my heart|down in the dumps|feel(?:ing|s)? (?:blue|low|down)|(?:have|has|got) the blues|under the weather|crying shame|cry(?:ing)? (?:my|her|his) eyes out|rest in peace',
  ],
  ['sad', 0.3, 'bor(?:ed|ing) (?:to death|to tears|stiff)'],
  ['apologetic', 0.5, 'hate to (?:say|break|tell|interrupt|bother|disturb)|my bad|eat my words'],
  ['confused', 0.5, "beats me|over my head|how on earth|(?:cannot|can't) make (?:head or tail|heads or tails)"],
  ['thinking', 0.4, 'lost in thought|sleep on it|food for thought|lost track'],
  ['interested', 0.45, 'fun fact|funny (?:thing|how|you (?:should )?(?:say|ask|mention))|all ears|tell me more'],
  [
    undefined,
    0,
    "dead (?:easy|simple|sure|certain|serious|right|ahead|centre|center|straight|on time|slow|battery|line)|(?:killer|killing) (?:app|apps|feature|features|whale|whales|time)|kill(?:s|ed)? (?:time|two birds)|cry wolf|storm in a teacup|by storm|(?:cook|cooked|cooking|talk|talked) up a storm|shots? in the dark|in the dark about|after dark|dark (?:blue|green|red|brown|grey|chocolate|horse|matter|mode)|ghost town|monster truck|sick (?:leave|days?|note|pay)|poor (?:quality|choice|excuse|man's)|no pain,? no gain|shocking pink|lose (?:weight|sight|touch)|lost (?:count|sight)|miss(?:ed|es)? the (?:bus|train|boat|point|exit|turn)|(?:can't|cannot) miss|hit or miss|worst case|by heart|heart (?:attack|rate|of the (?:city|matter|town|problem))|baby steps|mother (?:tongue|nature)|kind regards|(?:what|this|that|any|some|every|same|of a|one) kind|child's play|peace of mind|(?:fair|sure|good|old|big|long|strangely|oddly|funnily|well|close|far|right) enough|enough (?:for|to|room|time|money|of a)|shut(?:s|ting)? (?:the|down|off|in|out|it|this|that)|bright (?:red|blue|green|yellow|side)|cool (?:down|off)|fine (?:print|tune)|sweet (?:potato|potatoes|corn|tooth)|record (?:a|an|the|your|my|player)|fight(?:ing)? (?:chance|fit)|mad dash|raining cats and dogs|break(?:ing)? (?:the ice|even)|time flies|hit the (?:sack|road)|fear not",
  ],
]

/** The same, as what is looked for in a sentence. */
export const IDIOMS: readonly (readonly [emotion: Emotion | undefined, strength: number, said: RegExp])[] =
  FIGURATIVE.map(([emotion, strength, said]) => [
    emotion,
    strength,
    new RegExp(`\\b(?:${said})(?![\\p{L}\\p{N}])`, 'gu'),
  ])
