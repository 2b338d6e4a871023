import { type Rule, rule } from './request.ts'

/** Ways to say what a shot shows, by the shot that most stages have. */
const SHOTS: readonly (readonly [name: string, words: string])[] = [
  ['close-up', 'close[- ]?up|near shot|portrait|your face|your face up close'],
  ['medium', 'medium|middle|normal|waist'],
  ['full', 'full|whole body|full body|full length|head to (?:foot|toe)|whole you|all of you'],
  ['wide', 'wide|wide angle|long|total|whole room|entire room|room'],
  ['screen', 'screen|display'],
]
const VIEW = '(?: shot| view| camera| picture of (?:you|yourself))?'
const SHOW =
  '(?:show(?: me| us)?|give me|switch to|change to|go to|cut to|take|do|i want(?: to see)?|i would like(?: to see)?|let me see|see|have|get)'

/** Ways to ask for a manner. Calm hands alone are asked for by `setStillness`. */
const MANNERS: readonly (readonly [name: string, words: string])[] = [
  ['professional', 'formal|professional|business-?like|serious|official|businesslike'],
  ['casual', 'casual|relaxed|informal|laid-?back|easy-?going|at ease'],
  ['enthusiastic', 'enthusiastic|excited|passionate|expressive|thrilled'],
  ['academic', 'academic|scholarly|(?:a )?professor(?:ial)?|(?:a )?teacher|(?:a )?lecturer|didactic'],
  ['calm', 'gentle|gentler|soothing|soft|softer|serene'],
  ['shy', 'shy|bashful|timid|reserved'],
]

const MEDIA = '(?:picture|photo|photograph|image|drawing|painting|slide|poster)'

/** What the stage does: gestures, faces, glances, shots, pictures. */
export const STAGE_RULES: readonly Rule[] = [
  rule(/^(?:wave|give me a wave|do a wave)(?: (?:at|to|with|your) .+| hello| goodbye| again| back)?$/, 'gesture', {
    name: 'wave',
  }),
  rule(/^(?:nod|give me a nod)(?: (?:your|with|at) .+| again| twice)?$/, 'gesture', { name: 'nod' }),
  rule(/^(?:shake your head|shake it)(?: again)?$/, 'gesture', { name: 'shake' }),
  rule(/^(?:open|spread|show me|hold out|raise) your (?:arms|hands|palms)(?: .+)?$/, 'gesture', { name: 'offer' }),
  {
    asks: /^(?:do|make|show me) (?:a |the )?(?:gesture (?:of )?(.+)|(.+) gesture)$/,
    request: ([, a, b]) => ({ tool: 'gesture', input: { name: dashed((a ?? b)!) } }),
  },
  rule(
    /^(?:smile|grin|laugh|(?:look|be|make a|pull a|show me a|give me a|show me your) (?:big |nice |little |happy |more )*(?:happy|smile|happier|cheerful|glad)(?: face)?|cheer up)(?: (?:at|for) .+| again| more| a little)?$/,
    'express',
    { name: 'happy' },
  ),
  rule(
    /^(?:frown|cry|(?:look|be|make a|pull a|show me a) (?:very )?(?:sad|unhappy)(?: face)?)(?: (?:at|for) .+| again)?$/,
    'express',
    { name: 'sad' },
  ),
  rule(
    /^(?:(?:look|be|make a|pull a|show me a|act) (?:very )?(?:surprised|astonished|amazed)(?: face)?|raise your (?:eye)?brows)(?: (?:at|for) .+| again)?$/,
    'express',
    { name: 'surprised' },
  ),
  rule(
    /^(?:(?:look|be|make a) (?:friendly|neutral|normal|relaxed)(?: face)?|stop (?:smiling|frowning|crying)|relax your face)(?: again)?$/,
    'express',
    { name: 'friendly' },
  ),
  rule(
    /^look (?:here|at me|at the camera|into the camera|back|straight ahead|into my eyes|me in the eyes?)(?: again)?$/,
    'lookAt',
    { at: 'person' },
  ),
  rule(/^look (?:over )?at the (?:screen|picture|photo|map|image|chart)(?: .+)?$/, 'lookAt', { at: 'screen' }),
  {
    asks: /^look(?: over)?(?: (?:to|at|towards))?(?: the| my| your)? ?(left|right|up|down|away|ceiling|floor|ground|sky|window|lamp|books|shelf|bookshelf|sofa|plants?|rug)(?: side)?(?: again)?$/,
    request: ([, where]) => ({ tool: 'lookAt', input: { at: PLACES[where!] ?? where } }),
  },
  {
    asks: /^(?:go|move|walk|step|stand|come)(?: over)?(?: to| on| at| beside| next to)?(?: the| your)? (left|right|centre|center|middle|screen)(?: side)?(?: of the (?:room|stage))?$/,
    request: ([, where]) => ({ tool: 'goTo', input: { mark: MARKS[where!] ?? where } }),
  },
  rule(
    /^(?:(?:sit|sit down|take place|settle)(?: (?:in|on)(?:to)? (?:the|your|that) (?:arm)?chair)?|(?:take|have) a seat|be seated|make yourself comfortable)(?: again| for a (?:bit|moment|while))?$/,
    'goTo',
    { mark: 'armchair' },
  ),
  rule(/^(?:(?:stand|get) (?:back )?up|rise|on your feet)(?: again| now)?$/, 'goTo', { mark: 'up' }),
  ...SHOTS.map(([shot, words]) =>
    rule(
      new RegExp(`^(?:${SHOW} )?(?:a |an |the |your |it |you )*(?:from )?(?:${words})${VIEW}(?: .{0,8})?$`),
      'cutTo',
      { shot },
    ),
  ),
  rule(
    /^(?:come |get |go |move |a bit |a little )*(?:closer|nearer)(?: to me)?$|^zoom in(?: on .+| more| again)?$/,
    'cutTo',
    { shot: 'closer' },
  ),
  rule(
    /^(?:(?:go |move |step |a bit |a little )*(?:farther|further|back)(?: away| back)?|zoom out(?: more| again)?|show me more of the room)$/,
    'cutTo',
    { shot: 'farther' },
  ),
  rule(
    /^(?:be|stay|keep|stand|sit|hold) (?:a (?:bit|little) )?(?:more )?(?:still|stiller|calm|calmer|quieter|steady)(?: .+)?$|^(?:move|fidget|gesture|wiggle|sway) (?:a (?:bit|little) )?less(?: .+)?$|^(?:stop|do not|don't|less) (?:mov(?:e|ing)|fidget(?:ing)?|wiggl(?:e|ing)|sway(?:ing)?)(?: .+)?$/,
    'setStillness',
    { be: 'stiller' },
  ),
  rule(
    /^(?:be|get|become) (?:a (?:bit|little) )?(?:more )?(?:lively|livelier|animated|active|energetic)(?: .+)?$|^(?:move|gesture) (?:a (?:bit|little) )?more(?: .+)?$/,
    'setStillness',
    { be: 'livelier' },
  ),
  ...MANNERS.map(([manner, words]) =>
    rule(
      new RegExp(
        `^(?:(?:be|get|become|act|behave|talk|speak|sound) (?:(?:a (?:bit|little)|much|far|even) )?(?:more |less (?!formal))?(?:like an? )?(?:${words})(?: with me| to me| now| again| than that)?)$`,
      ),
      'setManner',
      { manner },
    ),
  ),
  rule(
    /^(?:calm down|take it easy|slow down a (?:bit|little)|tone it down|relax a (?:bit|little))(?: .{0,12})?$/,
    'setManner',
    {
      manner: 'calm',
    },
  ),
  rule(
    /^(?:loosen up|be (?:a (?:bit|little) )?less formal|do not be so (?:stiff|formal)|don't be so (?:stiff|formal))$/,
    'setManner',
    {
      manner: 'casual',
    },
  ),
  rule(
    new RegExp(
      `^(?:(?:which|what) ${MEDIA}s (?:do you have|are there|can you show(?: me)?|can i see)|show me (?:your|all|all your|the list of) ${MEDIA}s|what can you show(?: me)?(?: on the screen)?)$`,
    ),
    'listMedia',
  ),
  rule(
    new RegExp(
      `^(?:hide|remove|close|clear|take (?:away|down|off)|turn off|switch off)(?: the| that| this)? (?:${MEDIA}|map|chart|screen)(?: again| away| off)?$|^take (?:the|that|this) (?:${MEDIA}|map|chart) (?:away|down|off)$`,
    ),
    'hideMedia',
  ),
  {
    asks: /^(?:show|put|display|bring up)(?: me| us)?(?: up)? (.+?) (?:on|onto) the screen$/,
    request: ([, media]) => ({ tool: 'showMedia', input: { media: named(media!) } }),
  },
  {
    asks: new RegExp(
      `^${SHOW}(?: up)? (?:a |an |the |your |that |another )?${MEDIA}(?: (?:of|with|called|named|from|about))?(?: the| a| an)? (.+)$`,
    ),
    request: ([, media]) => ({ tool: 'showMedia', input: { media: named(media!) } }),
  },
  {
    asks: /^(?:show|display|bring up)(?: me| us)?(?: up)? (?:the|a|an|that|your) (.{2,60})$/,
    request: ([, media]) => ({ tool: 'showMedia', input: { media: named(media!) } }),
  },
]

/** Where things are that eyes can be turned to: as the person sees the room. */
const PLACES: Readonly<Record<string, string>> = {
  ceiling: 'up',
  sky: 'up',
  floor: 'down',
  ground: 'down',
  rug: 'down',
}

/** Marks by what people call them. */
const MARKS: Readonly<Record<string, string>> = { center: 'centre', middle: 'centre', screen: 'presenter' }

const dashed = (words: string): string => words.trim().toLowerCase().replace(/\s+/g, '-')

/** What a picture is called, without the words around it. */
const named = (words: string): string =>
  words.replace(new RegExp(`^(?:(?:the|a|an|my|your) |${MEDIA} (?:of |called )?)+|\\b(?: ${MEDIA})$`, 'g'), '').trim()
