import type { Category } from './moderator.ts'

/** What the actor says where what it was going to say is withheld. */
export const INSTEAD_OF_OWN = 'I would rather not say that.'

/** What it answers where what a person said is withheld. Swearing is not: people may, and the actor does not. */
const ANSWERS: Readonly<Record<Exclude<Category, 'profanity'>, string>> = {
  minors: 'I will not talk about that. If a child is in danger, please call the police or a child helpline.',
  'self-harm':
    'I am so sorry that you feel this way, and I am glad you said it. I am only a program, so please talk with someone you trust, or call a crisis line: 988 in the United States, 116 123 in much of Europe. If you are in danger now, call the emergency number.',
  violence: 'I will not help with hurting anyone. If somebody is in danger, please call for help.',
  hate: 'Let us keep this friendly, please.',
  sexual: 'I would rather talk about something else. What else is on your mind?',
}

/** Kind words are heard best in one’s own language. */
const KIND_WORDS: Readonly<Record<string, string>> = {
  de: 'Es tut mir sehr leid, dass es dir so geht, und es ist gut, dass du es sagst. Ich bin nur ein Programm. Bitte sprich mit jemandem, dem du vertraust, oder ruf die Telefonseelsorge an: 116 123. Bist du in Gefahr, wähle 112.',
  fr: 'Je suis vraiment désolée que tu te sentes ainsi, et c’est bien de le dire. Je ne suis qu’un programme. Parle à quelqu’un de confiance, ou appelle le 3114. En cas de danger, appelle le 112.',
  es: 'Siento mucho que te sientas así, y es bueno que lo digas. Solo soy un programa. Habla con alguien de confianza, o llama en España al 024. Si hay peligro, llama al 112.',
  it: 'Mi dispiace tanto che tu ti senta così, ed è un bene che tu lo dica. Sono solo un programma. Parla con qualcuno di cui ti fidi. Se sei in pericolo, chiama il 112.',
  nl: 'Het spijt me zo dat je je zo voelt, en het is goed dat je het zegt. Ik ben maar een programma. Praat met iemand die je vertrouwt, of bel in Nederland 113. Ben je in gevaar, bel 112.',
  pt: 'Sinto muito que te sintas assim, e ainda bem que o dizes. Sou apenas um programa. Fala com alguém de confiança, ou no Brasil liga para o 188. Se há perigo, liga para o 112.',
  pl: 'Bardzo mi przykro, że tak się czujesz, i dobrze, że o tym mówisz. Jestem tylko programem. Porozmawiaj z kimś, komu ufasz, albo zadzwoń: 116 123. W niebezpieczeństwie zadzwoń pod 112.',
  sv: 'Jag är så ledsen att du känner så, och det är bra att du säger det. Jag är bara ett program. Prata med någon du litar på. Om du är i fara, ring 112.',
  fi: 'Olen todella pahoillani, että sinusta tuntuu tältä, ja on hyvä, että kerroit. Olen vain ohjelma. Puhu jollekulle, johon luotat. Jos olet vaarassa, soita 112.',
}

export const answerTo = (category: Exclude<Category, 'profanity'>, language: string): string =>
  (category === 'self-harm' ? KIND_WORDS[language] : undefined) ?? ANSWERS[category]
