import type { FindingName } from './finding.ts'

/** What words say: what is read in them, how surely or strongly, and the words. */
export type Phrasing = readonly [what: FindingName, strength: number, said: RegExp]

/** What comes before the first word that counts, in talk. */
const OPENING = `^(?:(?:oh|well|so|and|ah|okay|ok|now|um|uh),? )*`
const opening = (said: string): RegExp => new RegExp(`${OPENING}(?:${said})\\b`, 'g')
const anywhere = (said: string): RegExp => new RegExp(`\\b(?:${said})\\b`, 'g')

/**
 * English, in lower case and without marks but the comma, semicolon, full stop, question and exclamation mark that end a
 * clause. One that stands earlier is read first; words it has read are not read again for the same.
 */
export const PHRASEBOOK: readonly Phrasing[] = [
  ['farewell', 1, anywhere('good-?bye|bye(?: bye|-bye)?|farewell|so long(?=[,.!]|$)|good ?night')],
  [
    'farewell',
    0.9,
    anywhere(
      'see you(?: soon| later| again| tomorrow| then| next| around)?(?=[,.!]|$)|see ya|take care|until next time|have a (?:nice|good|great|lovely) (?:day|evening|night|weekend|one|time)|talk to you soon|safe travels',
    ),
  ],
  ['greeting', 1, opening('hello|hi|hey|hiya|welcome|greetings|howdy')],
  [
    'greeting',
    0.9,
    opening(
      "good (?:morning|evening|afternoon|day)|nice to (?:meet|see) you|pleased to meet you|(?:it is|it's) (?:nice|lovely|good|great) to (?:meet|see) you",
    ),
  ],
  ['greeting', 0.7, anywhere('(?:glad|great|nice|lovely|good) to (?:meet|see) you|welcome (?:back|home|to|aboard)')],

  ['thanks', 1, anywhere('thank you|thanks|thank goodness|many thanks|cheers|much obliged')],
  ['thanks', 0.7, anywhere("i(?:'m| am) (?:so |very |really |deeply )*grateful|i (?:really )?appreciate")],
  [
    'apology',
    0.9,
    anywhere(
      "i(?:'m| am) (?:so |very |really |truly |terribly )*sorry(?! to hear)|my apologies|i apologi[sz]e|forgive me|pardon me|excuse me|i beg your pardon",
    ),
  ],
  ['apology', 0.7, opening('(?:so |very )?sorry')],
  ['apology', 0.5, anywhere("my (?:fault|mistake)|i(?:'m| am) afraid|unfortunately|regrettably")],

  ['no', 0.9, opening('no|nope|nah')],
  [
    'no',
    0.9,
    opening(
      "not (?:at all|really|yet|quite|now|today|exactly)|never(?= again| in my|[,.!]|$)|no way|absolutely not|certainly not|of course not|i(?:'m| am) afraid not|i do(?:n't| not) think so|i(?:'d| would) rather not|unfortunately",
    ),
  ],
  [
    'no',
    0.5,
    anywhere(
      "(?:i|we) (?:do not|don't|cannot|can't|will not|won't|would never|never)(?! know| think| wait| worry| mind)|not at all|by no means|no one|nobody|nothing|none of|never(?! mind)|impossible",
    ),
  ],
  [
    'yes',
    0.9,
    opening(
      "yes|yeah(?!,? right)|yep|yup|of course|certainly|exactly|gladly|absolutely|indeed|right(?=[,.!]|$)|sure|agreed|definitely|all right|true|that(?:'s| is) (?:right|true|correct)|you(?:'re| are) (?:absolutely |quite |so )?right|my pleasure|you(?:'re| are) (?:very |most )?welcome|with pleasure|i (?:do|am|will|have|can|agree|think so)(?=[,.!]|$)",
    ),
  ],
  ['yes', 0.4, anywhere('of course|definitely|without (?:a )?doubt|no doubt|certainly|i agree|i promise')],
  [
    'maybe',
    0.6,
    anywhere(
      'maybe|perhaps|possibly|so-so|more or less|kind of|sort of|give or take|it depends|depends on|could be|might be|i suppose|i guess|either way|roughly|approximately',
    ),
  ],
  ['maybe', 0.3, anywhere('probably|might|seems to|apparently|some say')],
  [
    'unknown',
    0.9,
    anywhere(
      "(?:i|we) (?:really |honestly |simply |just )?(?:do not|don't) (?:really |quite )?know|i(?:'ve| have) no (?:idea|clue)|no idea|no clue|who knows|nobody knows|no one knows|beats me|god knows|goodness knows|i could(?:n't| not) (?:say|tell)|i can(?:'t|not) (?:say|tell|remember)|i (?:do not|don't) (?:remember|understand|get it)|search me|dunno",
    ),
  ],
  [
    'unknown',
    0.6,
    anywhere(
      "(?:i(?:'m| am) )?not (?:so |quite |really |entirely )?(?:sure|certain)|hard to say|difficult to say|who can say|whatever|what can (?:i|you|we) do|remains? a mystery|so what|i (?:do not|don't) care|i forget",
    ),
  ],
  [
    'think',
    0.9,
    anywhere(
      "h+m+|let me (?:see|think)|let(?:'s| us) see|i wonder|wondering|give me a (?:moment|second)|what was it|how (?:shall|should) i (?:put|say) (?:it|this)|now where was i",
    ),
  ],
  ['think', 0.6, anywhere('u+h+m*|u+m+|e+r+m*|you know(?=,)|i mean(?=,)')],
  [
    'think',
    0.4,
    anywhere(
      'i (?:think|thought|believe|imagine|suspect|remember|recall)(?! so)|consider|thinking|thoughts?|ponder|in my mind|decide|idea',
    ),
  ],
  ['think', 0.4, opening('well(?=,)')],

  [
    'self',
    0.8,
    anywhere(
      "my name is|i myself|me personally|personally|as for me|if you ask me|in my (?:opinion|view|experience|heart)|i(?:'m| am) the one|trust me|believe me|i swear|i promise|call me|me too|myself|for me|to me",
    ),
  ],
  [
    'self',
    0.4,
    anywhere(
      "i (?:am|feel|love|hope|want|need|believe|remember|know|think|grew|live|was born|work)|i'm|my own|my|mine|me(?=[,.!?]|$)",
    ),
  ],
  ['self', 0.2, anywhere("i|me|i've|i'd|i'll")],
  [
    'you',
    0.8,
    anywhere(
      "you yourself|what about you|how about you|and you|as for you|you personally|it(?:'s| is) up to you|all yours|your turn|yours|yourself|you there|i (?:choose|need|want) you",
    ),
  ],
  [
    'you',
    0.6,
    anywhere(
      'how are you|who are you|do you|are you|did you|have you|will you|would you|can you|could you|what do you|tell me|your (?:name|favou?rite|own|opinion|question|turn)',
    ),
  ],
  ['you', 0.3, anywhere("you|your|you're|you've|you'll")],
  [
    'we',
    0.7,
    anywhere(
      'we all|all of us|both of us|you and (?:i|me)|together|each other|one another|ourselves|our team|our family',
    ),
  ],
  ['we', 0.35, anywhere("we|us|our|ours|we're|we've|we'll|let's")],

  [
    'here',
    0.8,
    anywhere(
      'right here|over here|here and now|in this (?:very )?(?:place|room|spot)|right now|this very (?:moment|place)',
    ),
  ],
  ['here', 0.4, anywhere('here(?! (?:is|are|you|it|we))|in front of (?:me|us)|this one|these ones')],
  ['there', 0.9, anywhere('over there|right there|out there|back there|that one|those ones|that way|look at that')],
  [
    'there',
    0.6,
    anywhere(
      'far (?:away|off|from)|in the distance|on the horizon|beyond|elsewhere|somewhere else|outside|abroad|long ago|miles away|across the',
    ),
  ],
  ['there', 0.4, anywhere('there(?=[,.!?]|$)|far')],
  [
    'up',
    0.9,
    anywhere(
      'up (?:there|here|above|high|in the (?:sky|air)|to the (?:sky|top|roof))|upwards?|high above|to the top|sky-?high|above (?:us|me|you|them|all)',
    ),
  ],
  [
    'up',
    0.5,
    anywhere(
      '(?:the )?sky|heavens?|ceiling|above|highest|rises?|rose|rising|climbs?|climbed|grows?|grew|growing|increas(?:e|es|ed|ing)|soar(?:s|ed|ing)?|upstairs|the roof|the stars|the moon',
    ),
  ],
  [
    'down',
    0.9,
    anywhere(
      'down (?:there|here|below|to the (?:ground|bottom|floor))|downwards?|at the bottom|beneath (?:us|me|you)|deep (?:down|below)',
    ),
  ],
  [
    'down',
    0.5,
    anywhere(
      'below|beneath|falls?|fell|falling|drops?|dropped|sinks?|sank|decreas(?:e|es|ed|ing)|floor|underground|downstairs|lowest|collapsed?|the ground|the bottom',
    ),
  ],
  [
    'left',
    0.9,
    anywhere('(?:on|to|at) (?:the|your|my) left|turn left|go left|left(?:-| )hand|left (?:side|of)|leftwards?'),
  ],
  [
    'right',
    0.9,
    anywhere('(?:on|to|at) (?:the|your|my) right|turn right|go right|right(?:-| )hand|right side|rightwards?'),
  ],
  [
    'big',
    0.9,
    anywhere(
      'huge|enormous|gigantic|immense|massive|giant|vast|colossal|tremendous|tremendously|gargantuan|as big as|this big|so big|so much|so many|all over the world|the whole world|endless|infinite|everything',
    ),
  ],
  [
    'big',
    0.5,
    anywhere(
      'big|bigger|biggest|large|larger|largest|wide|wider|broad|great big|tall|taller|long|longer|whole|entire|everywhere|everybody|everyone|all of (?:them|it|you)|millions?|billions?|wide open|spread|expand(?:s|ed|ing)?',
    ),
  ],
  [
    'small',
    0.9,
    anywhere(
      'tiny|teeny|minuscule|microscopic|itsy-bitsy|wee|this small|so small|a tiny bit|just a (?:little|bit|touch|hint|drop|pinch)|barely',
    ),
  ],
  [
    'small',
    0.5,
    anywhere(
      'small|smaller|smallest|(?<!a )little|short|shorter|narrow|thin|slight|slightly|a (?:little )?bit|close|closer|near|compact|few|minor|detail',
    ),
  ],

  [
    'explain',
    0.8,
    anywhere(
      "for example|for instance|such as|in other words|that is to say|which means|what i mean is|the thing is|the point is|you see|basically|as i said|let me explain|it works like this|in short|to put it simply|that(?:'s| is) (?:why|because|how|what)|the reason|the question is|the idea is|it turns out",
    ),
  ],
  [
    'explain',
    0.5,
    opening(
      "there (?:is|are|was|were)|imagine|picture|think of|suppose|once upon a time|once there was|you can|try|in fact|actually|because|so that|if you|when you|it(?:'s| is) (?:a|an|the|all)",
    ),
  ],
  [
    'explain',
    0.4,
    anywhere('because|therefore|so that|that means|after all|in fact|actually|as a result|which is why'),
  ],
  [
    'present',
    0.8,
    opening(
      'here (?:is|are|it is|they are|we are|comes)|this is|these are|behold|meet|look|have a look|take a look|introducing',
    ),
  ],
  [
    'present',
    0.6,
    anywhere(
      "let me (?:show|introduce|present)|i(?:'d| would) like to (?:show|introduce|present)|(?:i|we) present|look at (?:this|these)|as you can see",
    ),
  ],
  [
    'screen',
    1,
    anywhere(
      '(?:look|looking|have a look|take a look|see|shows?(?: you)?|shown|watch|here|this|that|up there)(?: \\w+){0,3} (?:screen|picture|image|slide|photo|photograph|painting|video|film|chart|diagram|map)|(?:on|at) (?:the|my|this) (?:screen|slide|wall)',
    ),
  ],
  [
    'offer',
    0.8,
    anywhere(
      "here you (?:are|go)|help yourself|feel free|be my guest|have (?:some|a seat|one)|would you like|can i (?:offer|get|help)|may i (?:offer|get|help)|how can i help|how may i help|what can i do for you|it(?:'s| is) yours|take (?:it|one|this|your time|a seat)|please (?:take|have|try)|shall i|i can (?:show|tell|give|help|offer)",
    ),
  ],
  [
    'offer',
    0.5,
    anywhere(
      "you (?:can|could|may|might)|if you (?:like|want|wish)|why (?:don't|not)|what if|how about|i suggest|i recommend|i offer|give you|for you",
    ),
  ],
  [
    'invite',
    0.9,
    anywhere(
      "come (?:in|on|here|along|closer|with (?:me|us)|over|join)|join (?:me|us)|follow me|let(?:'s| us) (?:go|start|begin|try|talk|have|play|do|make|take|get)|shall we|please (?:come|sit|enter)|go ahead|your turn|be my guest",
    ),
  ],
  ['invite', 0.6, anywhere("tell me|ask me|let(?:'s| us)|why don't (?:we|you)|you(?:'re| are) invited|feel free")],
  [
    'stop',
    0.9,
    anywhere(
      "stop(?! by)|wait(?! (?:for|to|until))|hold on|hang on|enough|halt|freeze|not so fast|slow down|that(?:'s| is) enough|don't (?:move|touch|go|do that|you dare)|one moment|just a (?:moment|minute|second)|no more|calm down|easy now|beware|be careful|watch out|never again",
    ),
  ],
  [
    'listen',
    0.8,
    anywhere(
      "listen|do you hear|can you hear|hear (?:that|this|me)|sh+h+|psst|hush|quiet(?=[,.!]|$)|i(?:'m| am) (?:all ears|listening)",
    ),
  ],
  ['listen', 0.4, anywhere('hear|heard|sounds? like|whisper(?:s|ed)?|they say|rumou?r')],
  [
    'precision',
    0.8,
    anywhere(
      "exactly|precisely|specifically|in particular|to be (?:exact|precise|specific)|the (?:key|crucial|important|essential) (?:point|thing|part|question|word|detail)|strictly|accurate(?:ly)?|detail(?:s|ed)?|the exact|that(?:'s| is) the point|carefully|subtle|nuances?",
    ),
  ],
  [
    'precision',
    0.5,
    anywhere(
      'particular|especially|only|per ?cent|percent|literally|key|essential|specific|definition|careful|delicate|fine line',
    ),
  ],
  [
    'love',
    0.9,
    anywhere(
      'i love you|love you|with all my heart|my heart|from the (?:bottom of my )?heart|hugs? and kisses|i adore|my love|my (?:dear|darling|sweetheart)|in love|i miss you',
    ),
  ],
  ['love', 0.5, anywhere('love(?:s|d|ly)?|beloved|dear(?:ly|est)?|cherish|heart|adorable|tender(?:ly)?|darling')],
  [
    'praise',
    0.9,
    anywhere(
      "well done|(?:great|good|nice|excellent|amazing|fantastic|wonderful|brilliant) (?:job|work|question|idea|choice|point|answer)|bravo|congratulations|congrats|hurray|hooray|hurrah|way to go|good for you|kudos|you did it|we did it|i(?:'m| am) (?:so |very )?proud of you|hats off|perfect(?=[.!]|$)|excellent(?=[.!]|$)",
    ),
  ],
  [
    'playful',
    0.8,
    anywhere(
      "just kidding|(?:only )?joking|i(?:'m| am) (?:just )?kidding|ha ?ha(?: ?ha)*|haha\\w*|guess what|you wish|gotcha|tricked you|don't tell anyone|between you and me|wink|cheeky|naughty|ta-?da|surprise(?=!)|nice try|peekaboo",
    ),
  ],
  [
    'facepalm',
    0.9,
    anywhere(
      "silly me|how (?:stupid|silly|foolish|dumb) of me|i(?:'m| am) such an? (?:idiot|fool)|what was i thinking|i can(?:'t|not) believe i|d'?oh|(?:i )?(?:totally |completely )?forgot (?:again|my|the|to)|not again|my bad|oops|whoops|how embarrassing|face-?palm",
    ),
  ],
]
