import type * as z from 'zod'
import { suggest } from '../../engine/core/suggest.ts'

/** What a JSON Schema says of a field, as far as recipes go. */
export type FieldSchema = z.core.JSONSchema.JSONSchema

type Path = readonly PropertyKey[]

/** Longest value quoted whole, characters. */
const QUOTE_LIMIT = 40

/**
 * Says what is wrong with a value, one sentence for each problem: path, what must stand there, what does.
 *
 * @param issues  As its schema found them.
 * @param value   As it was given.
 * @param schema  The same schema, as JSON Schema: it knows ranges and choices where an issue does not.
 */
export function describeProblems(issues: readonly z.core.$ZodIssue[], value: unknown, schema: FieldSchema): string[] {
  return issues.flatMap((issue) => {
    switch (issue.code) {
      case 'custom':
        return [sentence(issue.path, issue.message)]
      case 'unrecognized_keys':
        return issue.keys.map((key) => sentence([...issue.path, key], describeUnknown(key, issue.path, schema)))
      default:
        return [sentence(issue.path, describeMisfit(valueAt(value, issue.path), fieldAt(schema, issue.path)))]
    }
  })
}

const sentence = (path: Path, message: string): string =>
  `${path.join('.') || 'The recipe'}: ${message}${message.endsWith('?') ? '' : '.'}`

function describeMisfit(value: unknown, field: FieldSchema): string {
  if (value === undefined) return `is missing; give ${expected(field)}`
  const nearest = typeof value === 'string' && field.enum ? suggest(value, field.enum.map(String)) : undefined
  const hint = nearest === undefined ? '' : `; did you mean "${nearest}"?`
  return `must be ${expected(field)}, not ${quote(value)}${hint}`
}

/** A field that is known elsewhere was most likely put in the wrong place; else its name was mistyped. */
function describeUnknown(key: string, path: Path, schema: FieldSchema): string {
  const known = Object.keys(fieldAt(schema, path).properties ?? {}).filter((name) => !name.startsWith('$'))
  const elsewhere = pathsTo(key, schema)
  const nearest = suggest(key, known)
  const meant = elsewhere.length === 1 ? elsewhere[0] : nearest && [...path, nearest].join('.')
  if (meant !== undefined) return `is not a field; did you mean ${meant}?`
  return `is not a field; known ${path.length === 0 ? 'in a recipe' : `in ${path.join('.')}`}: ${known.join(', ')}`
}

/** What a field takes, as the end of "must be …". */
function expected(field: FieldSchema): string {
  const { const: only, enum: choices, minimum, maximum } = field
  if (only !== undefined) return quote(only)
  if (choices) return choices.length === 1 ? quote(choices[0]) : `one of ${choices.map(quote).join(', ')}`
  if (field.pattern) return `a colour like ${quote(field.examples?.[0])}, in lower case`
  if (field.type === 'string') return `a text of ${field.minLength ?? 0} to ${field.maxLength} characters`
  if (field.type === 'object') return `an object with ${nameAll(field.required ?? Object.keys(field.properties ?? {}))}`
  return `a ${field.type === 'integer' ? 'whole ' : ''}number from ${minimum} to ${maximum}`
}

const nameAll = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ')

function quote(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value)
  return text.length > QUOTE_LIMIT ? `${text.slice(0, QUOTE_LIMIT)}…` : text
}

const fieldAt = (schema: FieldSchema, path: Path): FieldSchema =>
  path.reduce<FieldSchema>((field, key) => (field.properties?.[String(key)] ?? {}) as FieldSchema, schema)

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key], value)

/** Where in a schema fields of this name lie, dotted. */
function pathsTo(key: string, schema: FieldSchema, above = ''): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    ...(name === key ? [above + name] : []),
    ...pathsTo(key, field as FieldSchema, `${above}${name}.`),
  ])
}
