/**
 * Who may import whom: only to the left of
 * core · rig · tracks · (plan | pose) · world · files · (direct | sound | voice | ears) · render · encode · api · player.
 *
 * Read by `architecture.test.ts`. Outside `engine`, only a door may be imported.
 */
export type FolderRule = {
  /** Folders or files it may import besides itself. */
  readonly imports: readonly string[]
  /** Folders it may import types from, and nothing that runs. */
  readonly types?: readonly string[]
  /** Packages it may import; `name/*` covers a scope. `zod` is allowed everywhere but in core. */
  readonly packages?: readonly string[]
  /** Which of its files may import from Node. Default: none. */
  readonly node?: RegExp
}

const DOORS = {
  /** Headless: no effects. */
  index: 'engine/api/index.ts',
  /** The server's: text, voices and ears. */
  host: 'engine/api/host.ts',
  /** A browser's: `host` with a view. */
  page: 'engine/api/page.ts',
  /** The film maker's: `host` with the off-screen view and the encoder. */
  node: 'engine/api/node.ts',
} as const

const PURE = ['engine/core', 'engine/rig', 'engine/tracks', 'engine/plan', 'engine/pose', 'engine/world'] as const
const EFFECTS = [
  'engine/direct',
  'engine/sound',
  'engine/voice',
  'engine/ears',
  'engine/render',
  'engine/encode',
] as const
const ANY_FILE = /./
/** Files that exist for Node alone say so in their name. */
const NODE_FILE = /-node(\.test)?\.ts$/

/** One line for each folder, in the order of the rule. The longest folder that a path lies in decides. */
export const IMPORT_TABLE: Readonly<Record<string, FolderRule>> = {
  'engine/core': { imports: [] },
  'engine/rig': { imports: ['engine/core'] },
  'engine/tracks': { imports: ['engine/core', 'engine/rig'] },
  'engine/plan': { imports: ['engine/core', 'engine/rig', 'engine/tracks'] },
  'engine/pose': { imports: ['engine/core', 'engine/rig', 'engine/tracks'] },
  'engine/world': { imports: PURE, packages: ['bitecs'] },
  /** Files that a program writes: whole or not at all. */
  'engine/files': { imports: ['engine/core'], node: ANY_FILE },
  'engine/direct': {
    imports: ['engine/core', 'engine/rig', 'engine/tracks', 'engine/plan'],
    packages: ['saxes'],
  },
  'engine/sound': {
    imports: ['engine/core'],
    packages: ['mpg123-decoder', '@wasm-audio-decoders/*'],
  },
  'engine/voice': {
    imports: ['engine/core', 'engine/rig', 'engine/sound'],
    types: ['engine/plan'],
    packages: ['@echogarden/*', 'onnxruntime-node', 'onnxruntime-web'],
    node: NODE_FILE,
  },
  'engine/ears': {
    imports: ['engine/core', 'engine/rig', 'engine/sound'],
    types: ['engine/plan'],
    packages: ['onnxruntime-node', 'onnxruntime-web'],
    node: NODE_FILE,
  },
  'engine/render': {
    imports: ['engine/core', 'engine/rig', 'engine/pose', 'engine/world'],
    packages: ['@babylonjs/*', 'meshoptimizer', 'webgpu', 'sharp', 'tar'],
    node: /^engine\/render\/hosts\/(?!page)/,
  },
  'engine/encode': {
    imports: ['engine/core', 'engine/sound', 'engine/files'],
    types: ['engine/plan'],
    packages: ['node-av', 'sharp', 'fontkit', '@fontsource/*'],
    node: ANY_FILE,
  },
  'engine/api': { imports: [...PURE, 'engine/files', ...EFFECTS], packages: ['@noble/hashes'], node: ANY_FILE },
  'engine/player': {
    imports: [DOORS.page],
    packages: [
      '@colyseus/sdk',
      '@ricky0123/vad-web',
      'fastest-levenshtein',
      'lucide',
      'onnxruntime-web',
      'preact',
      '@preact/signals',
    ],
  },
  'engine/determinism': { imports: [...PURE, 'engine/api'], packages: ['vite', 'playwright-core'], node: ANY_FILE },
  engine: { imports: ['engine'], packages: ['vite'], node: ANY_FILE },
  'content/forge': {
    // The forge shapes what the rig describes: it shares the standard, the exact maths and the errors, and opens no door.
    // What it writes for other viewers smiles as the engine does, and its gates pose characters as a player does.
    imports: ['engine/core', 'engine/rig', 'engine/pose', 'content/expressions', 'content/poses'],
    packages: ['@gltf-transform/*', 'meshoptimizer', 'sharp', 'fontkit', '@fontsource/*'],
    node: ANY_FILE,
  },
  'content/motion': {
    // Motion of others becomes clips, and performances become files for others: it shares the standard and its exact maths.
    imports: ['engine/core', 'engine/rig', 'engine/tracks', 'engine/pose', 'content/forge', 'content/poses'],
    packages: ['@gltf-transform/*'],
    node: ANY_FILE,
  },
  content: { imports: [] },
  editor: { imports: [DOORS.page] },
  server: {
    // Its page is driven in the browsers that the engine's own tests find.
    imports: [DOORS.host, 'engine/find-browser.ts', 'engine/drive-firefox.ts'],
    packages: [
      '@ai-sdk/openai-compatible',
      '@colyseus/core',
      '@colyseus/schema',
      '@colyseus/ws-transport',
      '@electric-sql/pglite',
      'ai',
      'chrono-node',
      'express',
      'fastest-levenshtein',
      'kysely',
      'obscenity',
      'pg',
      'jose',
      'pino',
      'prom-client',
      'sirv',
      'tinyld',
      'tar',
      'obscenity',
      'wink-nlp',
      'wink-nlp/*',
      'wink-eng-lite-web-model',
      'fastest-levenshtein',
      'vite',
      'wink-eng-lite-web-model',
      'wink-nlp',
    ],
    node: ANY_FILE,
  },
  'server/jobs': { imports: ['server', DOORS.host, DOORS.node], node: ANY_FILE },
  'scripts/shows': { imports: [DOORS.index] },
  'scripts/tasks': {
    // The benches of rooms open a server, and watch it as its pages do; their pictures are taken in a browser.
    imports: [
      'content/forge',
      'content/motion',
      'scripts/shows',
      'server',
      'engine/find-browser.ts',
      ...Object.values(DOORS),
    ],
    packages: ['commander', 'cli-progress', '@colyseus/core', '@colyseus/sdk', 'playwright-core'],
    node: ANY_FILE,
  },
}

/** What each door may reach, however many files lie between: folders of effects, and packages that must stay out. */
export const DOOR_TABLE = [
  { door: DOORS.index, effects: [], without: ['node:*', '@babylonjs/*', 'node-av', 'webgpu', 'sharp'] },
  { door: DOORS.host, effects: ['direct', 'voice', 'ears', 'sound'], without: ['@babylonjs/*', 'node-av', 'webgpu'] },
  {
    door: DOORS.page,
    effects: ['direct', 'voice', 'ears', 'sound', 'render'],
    without: ['node:*', 'node-av', 'webgpu', 'sharp'],
  },
  { door: DOORS.node, effects: ['direct', 'voice', 'ears', 'sound', 'render', 'encode'], without: [] },
] as const

/** Folders in which the same input gives the same bits. */
export const PURE_FOLDERS: readonly string[] = PURE

/** Packages that tests may import wherever they stand. */
export const TEST_PACKAGES: readonly string[] = [
  'vitest',
  'fast-check',
  'vite',
  'playwright-core',
  'gltf-validator',
  'sharp',
  'three',
  '@pixiv/three-vrm',
  '@pixiv/three-vrm-animation',
  '@colyseus/sdk',
]

/** Files longer than {@link MAX_LINES} that are tables, each with its reason. */
export const LONG_TABLES: readonly string[] = []

/** A file beyond this is two files. Tests, schemas and tables excepted. */
export const MAX_LINES = 400
