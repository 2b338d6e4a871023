/** Reads source files as the architecture sees them: who imports whom, and what pure folders must not touch. */
import { dirname, normalize } from 'node:path/posix'
import { parseSync } from 'vite'
import { type FolderRule, IMPORT_TABLE, LONG_TABLES, MAX_LINES, PURE_FOLDERS, TEST_PACKAGES } from './import-table.ts'

/** A file by its path from the repository's root. */
export type SourceFile = { readonly path: string; readonly text: string }

/** One import: what is asked for, and whether it is gone when the program runs. */
export type Import = { readonly from: string; readonly names: readonly string[]; readonly isType: boolean }

type Node = { readonly type: string; readonly [key: string]: unknown }

/** Tests, and what only tests load. */
const TEST_FILE =
  /(\.(test|bench|soak|test-d)\.tsx?|\/test-[a-z-]+\.ts|-contract\.ts)$|^engine\/determinism\/|^scripts\/tasks\/bench[./]/
const SCHEMA_FILE = /(schema|table)s?\.ts$/

/** What IEEE 754 or the language fixes to the bit. */
const EXACT_MATH = new Set([
  'abs',
  'ceil',
  'clz32',
  'floor',
  'fround',
  'imul',
  'max',
  'min',
  'round',
  'sign',
  'sqrt',
  'trunc',
  'E',
  'LN10',
  'LN2',
  'LOG10E',
  'LOG2E',
  'PI',
  'SQRT1_2',
  'SQRT2',
])

/** Globals that are no part of the arguments, and what to use instead. */
const IMPURE_GLOBALS: Readonly<Record<string, string>> = {
  Date: 'time is the tick; see core/clock.ts',
  performance: 'time is the tick; see core/clock.ts',
  Intl: 'it differs between machines',
  crypto: 'use random(seed, stream, index)',
  console: 'pure code emits events',
  globalThis: 'everything comes in through arguments',
  process: 'everything comes in through arguments',
}

/** Methods whose result depends on where the program runs. */
const LOCAL_METHODS = new Set([
  'localeCompare',
  'toLocaleString',
  'toLocaleLowerCase',
  'toLocaleUpperCase',
  'toLocaleDateString',
])

const MODULE_NODES = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
])

/** Read once for each file: doors overlap. */
const imports = new WeakMap<SourceFile, readonly Import[]>()

/** Every breach of the architecture in one file, as sentences. */
export function violationsOf(file: SourceFile): string[] {
  const found = [...importViolations(file), ...lengthViolations(file)]
  for (const node of nodesOf(file)) found.push(...nodeViolations(file.path, node))
  return found
}

/** The imports of a file: static, dynamic and re-exports. */
export function importsOf(file: SourceFile): readonly Import[] {
  const known = imports.get(file)
  if (known !== undefined) return known
  const found = nodesOf(file).flatMap(importIn)
  imports.set(file, found)
  return found
}

/** The path a relative import leads to, or undefined for a package. */
export function resolveImport(path: string, from: string): string | undefined {
  return from.startsWith('.') ? normalize(`${dirname(path)}/${from}`) : undefined
}

/** The folder of the table that a path lies in, with its rule. */
export function folderOf(path: string): readonly [string, FolderRule] | undefined {
  return Object.entries(IMPORT_TABLE)
    .filter(([folder]) => isWithin(path, folder))
    .sort(([a], [b]) => b.length - a.length)[0]
}

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

const isPackage = (name: string, allowed: string): boolean =>
  allowed.endsWith('/*') ? name.startsWith(allowed.slice(0, -1)) : name === allowed || name.startsWith(`${allowed}/`)

/** Whether a module is one of those meant; `node:*` means every built-in. */
export function isOneOf(name: string, meant: readonly string[]): boolean {
  return meant.some((one) => (one === 'node:*' ? name.startsWith('node:') : isPackage(name, one)))
}

function importViolations(file: SourceFile): string[] {
  const place = folderOf(file.path)
  if (place === undefined) return []
  return importsOf(file).flatMap((one) => {
    const target = resolveImport(file.path, one.from)
    return target === undefined
      ? packageViolations(file.path, one, place)
      : pathViolations(file.path, one, target, place)
  })
}

function pathViolations(
  path: string,
  one: Import,
  target: string,
  [folder, rule]: readonly [string, FolderRule],
): string[] {
  const home = folderOf(target)?.[0]
  const isTest = TEST_FILE.test(path)
  if (TEST_FILE.test(target)) return isTest ? [] : [`${path} imports ${target}, which is for tests.`]
  if (isKernelOfPose(path, one, target)) return [`${path} imports ${target}; kernels import no other kernel.`]
  if (home === folder || (isTest && (target.endsWith('.json') || home === 'engine'))) return []
  const allowed = one.isType ? [...rule.imports, ...(rule.types ?? [])] : rule.imports
  if (allowed.some((entry) => isWithin(target, entry))) return []
  const may = rule.imports.length > 0 ? `only ${rule.imports.join(', ')}` : 'nothing'
  const types = rule.types ? ` (and types of ${rule.types.join(', ')})` : ''
  return [`${path} imports ${home ?? target}; ${folder} may import ${may}${types}.`]
}

function isKernelOfPose(path: string, { isType }: Import, target: string): boolean {
  return isWithin(path, 'engine/pose') && !isType && !TEST_FILE.test(path) && isWithin(target, 'engine/pose')
}

function packageViolations(
  path: string,
  { from, names }: Import,
  [folder, rule]: readonly [string, FolderRule],
): string[] {
  const isTest = TEST_FILE.test(path)
  if (from === 'bitecs' && names.includes('query') && path !== 'engine/world/lists.ts') {
    return [`${path} imports query from bitecs; only engine/world/lists.ts asks, and systems iterate its lists.`]
  }
  if (isTest && (from.startsWith('node:') || isOneOf(from, TEST_PACKAGES))) return []
  if (from.startsWith('node:'))
    return rule.node?.test(path) ? [] : [`${path} imports ${from}; it must also run outside Node.`]
  if (isPackage(from, 'zod') && folder !== 'engine/core') return []
  if (isOneOf(from, rule.packages ?? [])) return []
  const may = [...(rule.packages ?? []), ...(folder === 'engine/core' ? [] : ['zod'])].join(', ') || 'none'
  return [`${path} imports the package ${from}; packages of ${folder}: ${may}.`]
}

function lengthViolations({ path, text }: SourceFile): string[] {
  if (TEST_FILE.test(path) || SCHEMA_FILE.test(path) || LONG_TABLES.includes(path)) return []
  const lines = text.split('\n').length - 1
  return lines > MAX_LINES ? [`${path} has ${lines} lines; above ${MAX_LINES} a file is two files.`] : []
}

function nodeViolations(path: string, node: Node): string[] {
  if (node.type === 'ExportAllDeclaration') return [`${path} has export *; list every name by hand.`]
  if (TEST_FILE.test(path)) return []
  const isPure = PURE_FOLDERS.some((folder) => isWithin(path, folder))
  if (!isPure) return []
  if (node.type === 'TryStatement' && /^engine\/(pose|world\/systems)\//.test(path)) {
    return [`${path} has try; systems and kernels neither check nor catch.`]
  }
  return impurity(node).map((what) => `${path} uses ${what}.`)
}

/** What in a node could give other bits elsewhere. */
function impurity(node: Node): string[] {
  switch (node.type) {
    case 'BinaryExpression':
    case 'AssignmentExpression':
      return String(node.operator).startsWith('**')
        ? ['**; engines may round it differently: use pow of core/math/ops.ts']
        : []
    case 'MemberExpression':
      return memberImpurity(node)
    case 'NewExpression':
    case 'CallExpression':
      return globalImpurity(nameOf(node.callee))
    case 'VariableDeclarator':
      return nameOf(node.init) === 'Math' ? ['Math in parts; use core/math/ops.ts'] : []
    case 'ImportExpression':
      return ['import(); everything comes in through arguments']
    default:
      return []
  }
}

function memberImpurity(node: Node): string[] {
  const owner = nameOf(node.object)
  const name = nameOf(node.property)
  if (owner === 'Math' && name === 'random') return ['Math.random; use random(seed, stream, index)']
  if (owner === 'Math' && !EXACT_MATH.has(name)) return [`Math.${name}; use core/math/ops.ts`]
  if (LOCAL_METHODS.has(name)) return [`${name}; it differs between machines`]
  return globalImpurity(owner)
}

const globalImpurity = (name: string): string[] =>
  Object.hasOwn(IMPURE_GLOBALS, name) ? [`${name}; ${IMPURE_GLOBALS[name]}`] : []

/** The name of an identifier, or the text of a literal. */
function nameOf(node: unknown): string {
  const { name, value } = (node ?? {}) as { name?: unknown; value?: unknown }
  return String(name ?? value ?? '')
}

function importIn(node: Node): Import[] {
  const from = (node.source as Node | null | undefined)?.value
  if (typeof from !== 'string' || !MODULE_NODES.has(node.type)) return []
  const specifiers = (node.specifiers ?? []) as readonly Node[]
  const names = specifiers.map(({ imported, local }) => nameOf(imported ?? local))
  return [{ from, names, isType: isTypeOnly(node, specifiers) }]
}

function isTypeOnly({ importKind, exportKind }: Node, specifiers: readonly Node[]): boolean {
  const isType = (node: Node) => node.importKind === 'type' || node.exportKind === 'type'
  return importKind === 'type' || exportKind === 'type' || (specifiers.length > 0 && specifiers.every(isType))
}

/** Every node of a file, parents first. */
function nodesOf({ path, text }: SourceFile): Node[] {
  const nodes: Node[] = []
  const open: unknown[] = [parseSync(path, text).program]
  while (open.length > 0) {
    const one = open.pop()
    if (typeof one !== 'object' || one === null) continue
    if ('type' in one && typeof one.type === 'string') nodes.push(one as Node)
    open.push(...Object.values(one).reverse())
  }
  return nodes
}

/** Everything a program loads that starts from one file: its files, and the packages they ask for. */
export function reach(start: string, files: ReadonlyMap<string, SourceFile>): { files: string[]; packages: string[] } {
  const packages = new Set<string>()
  const seen = new Set([start])
  for (const path of seen) {
    const file = files.get(path)
    if (file === undefined) continue
    for (const { from, isType } of importsOf(file)) {
      if (isType) continue
      const target = resolveImport(path, from)
      if (target === undefined) packages.add(from)
      else seen.add(target)
    }
  }
  return { files: [...seen], packages: [...packages] }
}
