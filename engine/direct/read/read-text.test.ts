import { expect, test } from 'vitest'
import type { Finding } from './finding.ts'
import { NOTHING_READ, readText } from './read-text.ts'

const read = (text: string, language = 'en-US') => readText(text.split(' '), language)

/** What was read, as "what@word" or "what=value@word", bare of punctuation. */
function findings(text: string, language?: string): string[] {
  const words = text.split(' ')
  const name = ({ what, value, word }: Finding) =>
    `${what}${value === undefined ? '' : `=${value}`}@${words[word]!.replace(/[^\p{L}\p{N}'-]/gu, '').toLowerCase()}`
  return read(text, language).sentences.flatMap((sentence) => sentence.findings.map(name))
}

test.each([
  ['Hello there!', ['greeting@hello', 'exclamation@hello']],
  ['Good morning, everyone.', ['greeting@morning']],
  ['Oh hey, it is you!', ['greeting@hey']],
  ['Goodbye! Come back soon.', ['farewell@goodbye']],
  ['See you tomorrow.', ['farewell@see']],
  ['Thank you so much.', ['thanks@thank']],
  ['I really appreciate your help.', ['thanks@appreciate']],
  ['I am so sorry about that.', ['apology@sorry']],
  ['Unfortunately, we are closed.', ['apology@unfortunately']],
  ['Yes, of course.', ['yes@yes']],
  ['You are absolutely right.', ['yes@right']],
  ['No, thank you.', ['no@no', 'thanks@thank']],
  ['I do not think so.', ['no@think', 'negation@not']],
  ['Not really.', ['no@really', 'negation@not']],
  ['Maybe it will rain.', ['maybe@maybe']],
  ['It is kind of blue.', ['maybe@kind']],
  ['I have no idea.', ['unknown@idea', 'negation@no']],
  ['Who knows?', ['unknown@knows', 'whQuestion@knows']],
  ['I am not sure.', ['unknown@sure']],
  ['Hmm, let me see.', ['think@hmm', 'think@see']],
  ['I wonder where he went.', ['think@wonder']],
  ['My name is Milla.', ['self@name']],
  ['What about you?', ['you@you', 'whQuestion@you']],
  ['We all live together.', ['we@all']],
  ['Put it right here.', ['here@right']],
  ['The mill stands over there.', ['there@there']],
  ['The lark rose up to the sky.', ['up@sky']],
  ['It sank to the bottom.', ['down@sank']],
  ['The door is on the left.', ['left@left']],
  ['Turn right at the church.', ['right@right']],
  ['It was a huge castle.', ['big@huge']],
  ['A tiny mouse came out.', ['small@tiny']],
  ['For example, take this one.', ['explain@example']],
  ['There is a window behind the sofa.', ['explain@is']],
  ['This is my garden.', ['present@is']],
  ['Look at the screen, please.', ['screen@screen']],
  ['Here you are.', ['offer@are']],
  ['How can I help you?', ['offer@help', 'whQuestion@help']],
  ['Come in and sit down.', ['invite@come']],
  ['Stop right now!', ['stop@stop']],
  ['Wait, hold on.', ['stop@wait']],
  ['Listen to the rain.', ['listen@listen']],
  ['That is exactly the point.', ['precision@exactly']],
  ['I love you, my dear.', ['love@love']],
  ['Well done, everybody!', ['praise@done']],
  ['Just kidding.', ['playful@kidding']],
  ['Oops, silly me.', ['facepalm@silly']],
  ['Where are you from?', ['whQuestion@are']],
  ['And in which town do you live?', ['whQuestion@live']],
  ['Do you like music?', ['yesNoQuestion@music']],
  ['You like music, don’t you?', ['tagQuestion@music']],
  ['It was a long day, right?', ['tagQuestion@day']],
  ['I like apples, pears and plums.', ['item=1@apples', 'item=2@pears', 'item=3@plums']],
  ['We need flour, cold butter, two eggs, and sugar.', ['item=1@flour', 'item=4@sugar', 'number=2@two']],
  ['First, open the box.', ['ordinal=1@first']],
  ['On the 3rd day it rained.', ['ordinal=3@3rd']],
  ['She has two brothers.', ['number=2@two']],
  ['It cost 1,250 pounds.', ['number=1250@1250']],
  ['Two hundred and five people came in 21 days.', ['number=205@two', 'number=21@21']],
  ['It is twenty-one per cent of 3.5 million.', ['number=21@twenty-one', 'number=3500000@35']],
  ['It is not tea but coffee.', ['oneSide@tea', 'otherSide@coffee']],
  ['The tower is tall, but the door is low.', ['oneSide@tall', 'otherSide@low']],
  ['On the one hand, it is cheap.', ['oneSide@cheap']],
  ['On the other hand, it breaks.', ['otherSide@breaks']],
  ['He sings, whereas she dances.', ['oneSide@sings', 'otherSide@dances']],
  ['I never said that.', ['negation@never']],
  ['Yeah, right.', ['sarcasm@right']],
  ['Oh great, another meeting.', ['sarcasm@another']],
  ['What a “helpful” answer, truly “wonderful”.', ['sarcasm@wonderful']],
  ['I love waiting /s', ['sarcasm@s']],
  ['Good luck 👍', ['praise@']],
])('in "%s" is read %j', (text, expected) => {
  expect(findings(text)).toEqual(expect.arrayContaining(expected))
})

test.each([
  ['The train leaves at five past nine.', ['greeting', 'farewell', 'yes', 'no', 'left', 'item']],
  ['He left right after the show.', ['left', 'right', 'yes']],
  ['That one is the best one, no one else knows.', ['number']],
  ['Wait a second, at first I was lost.', ['ordinal', 'number']],
  ['When it rained, he stayed and slept.', ['item']],
  ['Well, cats and dogs are fine.', ['item']],
  ['I went home, and he slept.', ['item']],
  ['Not only that, I know it.', ['no']],
  ['So long as it rains, we stay.', ['farewell']],
  ['I can’t wait to see you.', ['stop', 'no']],
  ['What a lovely surprise!', ['sarcasm']],
  ["It's a 'good' thing", ['tagQuestion']],
])('in "%s" none of %j is read', (text, never) => {
  const names = findings(text).map((one) => one.replace(/[=@].*/, ''))
  expect(names.filter((name) => never.includes(name))).toEqual([])
})

/** Of each phrase its strongest feeling, to one digit. */
const feelings = (text: string, language?: string): string[] =>
  read(text, language).sentences.flatMap(({ phrases }) =>
    phrases.flatMap(({ feelings: [felt] }) => (felt === undefined ? [] : [felt.emotion])),
  )

test.each([
  ['I am happy.', ['happy']],
  ['I am not happy.', ['sad']],
  ['I am not angry.', []],
  ['What a pity.', ['sad']],
  ['She cried all night.', ['sad']],
  ['How dare you!', ['angry']],
  ['No way! I do not believe it.', ['surprised']],
  ['That is disgusting.', ['disgusted']],
  ['I was so scared of the dark.', ['fearful']],
  ['How fascinating!', ['interested']],
  ['I do not quite understand.', ['confused']],
  ['Sorry about that.', ['apologetic']],
  ['We won the race, and I am so proud.', ['happy', 'proud']],
  ['Haha, that is hilarious!', ['amused', 'amused']],
  ['The baby was sleeping in her arms.', ['tender']],
  ['Oh great, another meeting.', ['amused']],
  ['Of course, he is kind of tall.', []],
  ['It is raining 😭', ['sad']],
  ['See what I made :D', ['happy']],
  ['Es regnet 😡', ['angry'], 'de'],
  ['Ich bin happy', [], 'de'],
])('"%s" feels %j', (text, expected, language?: string) => {
  expect(feelings(text, language)).toEqual(expected)
})

const strength = (text: string): number => read(text).sentences[0]!.phrases[0]!.feelings[0]?.strength ?? 0

test('degrees, exclamation marks, capitals and drawn-out letters make a feeling stronger, diminishers weaker', () => {
  const plain = strength('It is good.')
  expect(strength('It is very good.')).toBeGreaterThan(plain)
  expect(strength('It is good!')).toBeGreaterThan(plain)
  expect(strength('It is good!!!')).toBeGreaterThan(strength('It is good!'))
  expect(strength('It is GOOD.')).toBeGreaterThan(plain)
  expect(strength('It is gooood.')).toBeGreaterThan(plain)
  expect(strength('It is slightly good.')).toBeLessThan(plain)
  expect(strength('Is it good?')).toBeLessThan(plain)
  expect(strength('He said it was good.')).toBeLessThan(plain)
})

test('no feeling is stronger than 1', () => {
  expect(strength('AMAZING wonderful fantastic marvellous GREAT!!! 😀🎉')).toBeLessThanOrEqual(1)
})

test('of other languages the signs are read that all share', () => {
  expect(findings('Wie geht es dir? Drei Äpfel! 42 kosten 10.', 'de')).toEqual([
    'question@dir',
    'exclamation@äpfel',
    'number=42@42',
    'number=10@10',
  ])
  expect(read('Qu’est-ce que c’est ?', 'fr').sentences).toHaveLength(1)
})

test('a text read part by part is read as in one piece', () => {
  const [one, two] = ['The garden is wonderful.', 'I love the garden.']
  const whole = read(`${one} ${two}`)
  const first = readText(one!.split(' '), 'en')
  const second = readText(two!.split(' '), 'en', first.memory)
  expect([...first.stress, ...second.stress]).toEqual(whole.stress)
  expect(second.memory).toEqual(whole.memory)
})

test('a mood goes on, and fades', () => {
  const { sentences } = read('She died. The house was white. The door was blue. The road was long. It was noon.')
  const moods = sentences.map(({ mood }) => mood?.strength ?? 0)
  expect(sentences[1]!.mood?.emotion).toBe('sad')
  expect(moods[1]).toBeLessThan(moods[0]!)
  expect(moods.at(-1)).toBe(0)
})

test('every index lies in the text, whatever the text', () => {
  for (const text of ['', '?!', '…', '😀 😀', '- – —', '"', 'a, b, c and', 'and or but', '1 2 3 4', 'but', '/s', ')))'])
    for (const language of ['en', 'ja']) {
      const words = text.split(' ').filter((word) => word !== '')
      const { sentences, stress } = readText(words, language, NOTHING_READ)
      expect(stress).toHaveLength(words.length)
      for (const { first, last, focus, phrases, findings: found } of sentences) {
        const indices = [
          first,
          last,
          focus,
          ...phrases.flatMap((p) => [p.first, p.last, ...p.feelings.map((f) => f.word)]),
        ]
        for (const at of [...indices, ...found.flatMap((one) => [one.word, one.first, one.last])]) {
          expect(at).toBeGreaterThanOrEqual(first)
          expect(at).toBeLessThanOrEqual(last)
        }
      }
    }
})
