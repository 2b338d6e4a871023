import { clamp, smoothstep } from '../kit/scalar.ts'
import type { AvatarRecipe } from '../recipe.ts'
import { DRAWN, type HeadForm } from './form.ts'
import { AGED, type FormChange, LIMITS, MASCULINE, TRAITS, YOUNG } from './traits.ts'

/** Plain view of a form or change, for sums over all of its numbers. */
type Groups = Readonly<Record<string, Readonly<Record<string, number>> | undefined>>

/** The form of somebody's head: the drawn one with every trait's share added. */
export function formOf(recipe: AvatarRecipe): HeadForm {
  const changes = [
    ...sliderChanges(recipe),
    { change: MASCULINE, amount: recipe.masculinity },
    { change: AGED, amount: ageing(recipe.age) },
    { change: YOUNG, amount: clamp((27 - recipe.age) / 11) },
  ]
  return limited(
    changes.reduce<Groups>(
      (form, { change, amount }) => added(form, change as Groups, amount),
      DRAWN as unknown as Groups,
    ),
  )
}

/** Share of a life's marks at an age: little before 35, most between 45 and 75. */
export const ageing = (age: number): number => 0.75 * smoothstep(30, 80, age) + 0.25 * clamp((age - 27) / 58)

function sliderChanges(recipe: AvatarRecipe): { change: FormChange; amount: number }[] {
  return Object.entries(TRAITS).flatMap(([group, sliders]) => {
    const values = recipe[group as keyof typeof TRAITS] as unknown as Readonly<Record<string, number>>
    return Object.entries(sliders).map(([slider, change]) => ({
      change: change as FormChange,
      amount: values[slider]!,
    }))
  })
}

function added(form: Groups, change: Groups, amount: number): Groups {
  if (amount === 0) return form
  const sums = Object.entries(change).map(([group, numbers]) => {
    const before = form[group]!
    const moved = Object.entries(numbers!).map(([name, delta]) => [name, before[name]! + delta * amount] as const)
    return [group, { ...before, ...Object.fromEntries(moved) }] as const
  })
  return { ...form, ...Object.fromEntries(sums) }
}

function limited(form: Groups): HeadForm {
  const kept = Object.entries(form).map(([group, numbers]) => {
    const limits = (LIMITS as Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>)[group]
    const within = Object.entries(numbers!).map(([name, value]) => {
      const limit = limits?.[name]
      return [name, limit ? clamp(value, ...limit) : value] as const
    })
    return [group, Object.fromEntries(within)] as const
  })
  return Object.fromEntries(kept) as unknown as HeadForm
}
