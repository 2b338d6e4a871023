type Guests = { readonly people: readonly { readonly id: string; readonly name: string }[] }

/** Who came or went between two looks, in a sentence; undefined where nobody did, or the looker has just come. */
export function comings(before: Guests, now: Guests, me: string | undefined): string | undefined {
  if (me === undefined || !before.people.some(({ id }) => id === me)) return undefined
  const come = others(now, before, me)
  const gone = others(before, now, me)
  const told = [come.length > 0 && `${listed(come)} came in.`, gone.length > 0 && `${listed(gone)} left.`]
  return told.filter(Boolean).join(' ') || undefined
}

const others = (here: Guests, there: Guests, me: string): string[] =>
  here.people.filter(({ id }) => id !== me && !there.people.some((one) => one.id === id)).map(({ name }) => name)

const listed = (names: readonly string[]): string =>
  names.length > 3 ? `${names.length} people` : new Intl.ListFormat('en').format(names)
