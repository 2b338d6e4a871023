/** Longer forms first: each word is turned round once. */
const OTHER_PERSON: readonly (readonly [string, string])[] = [
  ["i'm", 'you are'],
  ["i've", 'you have'],
  ["i'll", 'you will'],
  ["i'd", 'you would'],
  ['i am', 'you are'],
  ['i was', 'you were'],
  ['am i', 'are you'],
  ['myself', 'yourself'],
  ['mine', 'yours'],
  ['my', 'your'],
  ['our', 'your'],
  ['me', 'you'],
  ['i', 'you'],
]
const FORMS = new RegExp(`\\b(?:${OTHER_PERSON.map(([form]) => form).join('|')})\\b`, 'gi')

/** What someone says of themselves, as it is said back to them: "my dog" is "your dog". */
export const turnRound = (words: string): string =>
  words.replace(/[’‘]/g, "'").replace(FORMS, (form) => OTHER_PERSON.find(([one]) => one === form.toLowerCase())![1])
