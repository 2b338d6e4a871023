import type { Mind } from './mind.ts'

/**
 * "I am sorry, I only speak English": what who speaks another language is told.
 *
 * Where voices cannot read the script, the words are shown and the English ones are heard.
 */
const ONLY_ENGLISH: Readonly<Record<string, string>> = {
  de: 'Es tut mir leid, ich spreche leider nur Englisch.',
  fr: 'Je suis désolée, je ne parle qu’anglais.',
  es: 'Lo siento, solo hablo inglés.',
  it: 'Mi dispiace, parlo solo inglese.',
  pt: 'Desculpa, só falo inglês.',
  nl: 'Het spijt me, ik spreek alleen Engels.',
  pl: 'Przepraszam, mówię tylko po angielsku.',
  fi: 'Olen pahoillani, puhun vain englantia.',
  sv: 'Förlåt, jag talar bara engelska.',
  da: 'Undskyld, jeg taler kun engelsk.',
  no: 'Beklager, jeg snakker bare engelsk.',
  cs: 'Promiň, mluvím jen anglicky.',
  hu: 'Sajnálom, csak angolul beszélek.',
  ro: 'Îmi pare rău, vorbesc doar engleză.',
  tr: 'Üzgünüm, yalnızca İngilizce konuşuyorum.',
  ru: 'Простите, я говорю только по-английски. I am sorry, I only speak English.',
  uk: 'Вибачте, я розмовляю лише англійською. I am sorry, I only speak English.',
  el: 'Λυπάμαι, μιλάω μόνο αγγλικά. I am sorry, I only speak English.',
  ja: 'ごめんなさい、英語しか話せません。 I am sorry, I only speak English.',
  zh: '对不起，我只会说英语。 I am sorry, I only speak English.',
  ko: '죄송해요, 저는 영어만 할 수 있어요. I am sorry, I only speak English.',
  ar: 'آسفة، أتكلم الإنجليزية فقط. I am sorry, I only speak English.',
}
const OTHERWISE = 'I am sorry, I only speak English.'

/** A mind that speaks English, and says so kindly in the language of who speaks another one. */
export const createOneLanguageMind = (mind: Mind): Mind => ({
  ...mind,
  async *reply(turn, signal) {
    if (turn.language === 'en') yield* mind.reply(turn, signal)
    else {
      yield { kind: 'express', name: 'friendly' }
      yield { kind: 'say', text: ONLY_ENGLISH[turn.language] ?? OTHERWISE }
    }
  },
})
