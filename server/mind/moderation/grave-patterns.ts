import type { Category } from './moderator.ts'

/** Something grave, as people say it: in lower case, with straight apostrophes. */
export type GravePattern = { readonly category: Category; readonly says: RegExp }

const PERSON =
  '(?:you|him|her|them|someone|somebody|anyone|everyone|every one|people|a person|a (?:man|woman|child)|my (?:wife|husband|boss|brother|sister|mother|father|neighbou?r|teacher|class(?:mates)?|ex|girlfriend|boyfriend|friend|family|parents))'
const HURT = '(?:kill|murder|poison|strangle|stab|shoot|torture|drown|suffocate)'
const WEAPON =
  '(?:(?:pipe |nail |car |dirty |fertili[sz]er )?bombs?|explosives?|molotov(?: cocktails?)?|grenades?|nerve (?:gas|agent)|sarin|ricin|mustard gas|chemical weapons?|bioweapons?|ghost guns?|silencers?)'
const CHILD =
  '(?:child(?:ren)?|kids?|minors?|under-?age|toddlers?|infants?|pre-?teens?|school(?:girl|boy)s?|little (?:girl|boy)s?|(?:[1-9]|1[0-7])[ -]years?[ -]old|young (?:girl|boy)s?)'
const SEXUAL =
  '(?:porn\\w*|erotica?|sexy|nudes?|naked (?:photo|pic|image|video)\\w*|sexual (?:act|stor|fantas|role|content|pleasure)\\w*|(?:have|having|had) sex|sex (?:with|scene|story)|molest\\w*|masturbat\\w*|orgasm\\w*|fuck\\w*)'

/**
 * What is answered with kind words or a refusal. English, and for despair the languages that are spoken most here.
 *
 * They catch what is said plainly, as a first guard where no service is asked; they do not read between lines.
 */
export const GRAVE: readonly GravePattern[] = [
  { category: 'minors', says: new RegExp(`\\b${SEXUAL}\\b.{0,60}\\b${CHILD}\\b|\\b${CHILD}\\b.{0,60}\\b${SEXUAL}`) },
  { category: 'minors', says: /\b(?:lolicon|shotacon|child porn\w*|kiddie porn)\b/ },
  {
    category: 'self-harm',
    says: /\b(?:kill|hang|drown|starve|shoot) myself\b(?! (?:laughing|with laughter|if|for))|\bkilling myself\b(?! (?:laughing|over|with))/,
  },
  {
    category: 'self-harm',
    says: /\b(?:want|wanna|going|gonna|plan|planning|thinking|thought|need|urge)\b.{0,20}\b(?:hurt(?:ing)?|harm(?:ing)?|cut(?:ting)?) myself\b/,
  },
  {
    category: 'self-harm',
    says: /\b(?:end(?:ing)?|tak(?:e|ing)) my (?:own )?life\b|\b(?:don't|do not|no longer) want to (?:live|be alive|exist|wake up)\b(?! (?:in|with|here|there|at|near|on|next|like))/,
  },
  {
    category: 'self-harm',
    says: /\bi (?:just |really )?(?:want|wanna|wish|deserve) to die\b|\bi wish i (?:was|were) (?:dead|never born)\b|\bbetter off (?:dead|without me)\b|\bno reason to live\b/,
  },
  {
    category: 'self-harm',
    says: /\bi(?:'m| am| feel| want| think| have| might| could| will|'ll)\b[^.!?]{0,30}\bsuicid(?:e|al)\b(?! (?:squad|bombers?|prevention))/,
  },
  {
    category: 'self-harm',
    says: /\b(?:mich umbringen|mir das leben nehmen|ich will sterben|nicht mehr leben|veux mourir|me suicider|me tuer|quiero morir(?:me)?|suicidarme|matarme|quitarme la vida|voglio morire|uccidermi|ammazzarmi|quero morrer|me matar|ik wil dood|zelfmoord plegen|vill dö|haluan kuolla|chcę umrzeć|zabić się)(?!\p{L})/u,
  },
  {
    category: 'violence',
    says: new RegExp(
      `\\b(?:how (?:to|do i|do you|can i|can you|would i|could i|does one)|teach me to|show me how to|tell me how to|help me(?: to)?|best way to|ways to) ${HURT} ${PERSON}\\b`,
    ),
  },
  {
    category: 'violence',
    says: new RegExp(
      `\\b(?:make|build|construct|assemble|mix|cook|synthesi[sz]e|plant)(?:ing)? (?:an? |the |some |my own |your own |homemade )*(?!bath bomb)${WEAPON}\\b`,
    ),
  },
  {
    category: 'violence',
    says: new RegExp(`\\bi(?:'ll| will|'m going to| am going to|'m gonna) (?:${HURT} ${PERSON}|blow up|shoot up)\\b`),
  },
  { category: 'hate', says: /\b(?:go )?kill yourself\b(?! laughing)|\bkys\b/ },
]
