import { Command, Option } from 'commander'
import { LINT_RULES, type LintRule, requireListed } from '../../../engine/api/node.ts'
import { parseCommand, requirePerformance } from '../parse-command.ts'
import { whole } from '../parse-number.ts'

export type LintCommand = {
  readonly files: readonly string[]
  readonly rules: readonly LintRule[]
  readonly actor?: string
  readonly seed: number
  readonly json: boolean
}

const EXAMPLES = `
Rules:
${LINT_RULES.map(({ name, description }) => `  ${name.padEnd(16)}${description}`).join('\n')}

Examples:
  npm run lint:performance -- content/takes/greeting.json
  npm run lint:performance -- scripts/shows/*.ts --seed 3          shows are rehearsed first, with their voices
  npm run lint:performance -- talk.json --rule foot-slide,frozen --actor ana
  npm run --silent lint:performance -- talk.json --json            for other programs

Exits with 0 when nothing was found, 1 when something was, 2 when it could not look.`

/**
 * Reads the command line.
 *
 * @param write  Where help goes.
 * @returns      Undefined when help was asked for and has been shown.
 * @throws       `api/bad-input`; commander's errors.
 */
export function parseOptions(args: readonly string[], write: (text: string) => void): LintCommand | undefined {
  const command = new Command('lint:performance')
    .description('Plays takes and shows without drawing them, and tells what a viewer would find uncanny.')
    .argument('<files...>', 'takes (.json) and shows (.ts)')
    .option('--rule <names>', 'look for these alone, with commas between')
    .option('--actor <id>', 'look at this actor alone')
    .addOption(
      new Option('--seed <n>', 'seed that shows are rehearsed with')
        .argParser(whole('--seed', 0, 0xffffffff))
        .default(1),
    )
    .option('--json', 'findings and measures as JSON', false)
    .addHelpText('after', EXAMPLES)
  if (!parseCommand(command, args, write)) return undefined
  const { rule, ...options } = command.opts<{ rule?: string; actor?: string; seed: number; json: boolean }>()
  for (const file of command.args) requirePerformance(file)
  return { ...options, files: command.args, rules: chooseRules(rule) }
}

function chooseRules(asked: string | undefined): readonly LintRule[] {
  if (asked === undefined) return LINT_RULES
  const known = LINT_RULES.map(({ name }) => name)
  const names = asked.split(',').map((name) => name.trim())
  for (const name of names) requireListed(known, name, 'rule', 'api/bad-input')
  return LINT_RULES.filter(({ name }) => names.includes(name))
}
