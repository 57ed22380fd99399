import { checkProtocols } from './protocols/check-protocols';
import { publishSchemas } from './protocols/publish-schemas';
import { stampTranslations } from './protocols/stamp-translations';
import { testProtocols } from './protocols/test-protocols';
import { traceReport } from './protocols/trace-report';

/** Where a command writes its lines. */
export type Print = (line: string) => void;
/** Gives the exit code: 0 when all is well, 1 when something was found, 2 when the command is not understood. */
export type Command = (args: readonly string[], print: Print) => number;

const COMMANDS: Readonly<Record<string, Command>> = {
  'protocol check': checkProtocols,
  'protocol test': testProtocols,
  'protocol stamp': stampTranslations,
  'protocol schema': publishSchemas,
  'protocol trace': traceReport,
};

const USAGE = `repere protocol check [--json] [folder]    what is wrong in the protocols, and what to write instead
repere protocol test [folder]             runs the worked examples
repere protocol stamp [--still-right key]… [folder]
                                          says that the English belongs to the French as they are now
repere protocol schema [folder]           writes the JSON Schemas that editors use
repere protocol trace [folder [page]]     writes docs/traceability.md: what answers each item of the report

The folder is \`protocols\` unless given.`;

export function runCommand(args: readonly string[], print: Print): number {
  const command = COMMANDS[args.slice(0, 2).join(' ')];
  if (command === undefined) {
    print(USAGE);
    return args.length === 0 || args[0] === '--help' ? 0 : 2;
  }
  try {
    return command(args.slice(2), print);
  } catch (fault) {
    print(fault instanceof Error ? fault.message : String(fault));
    return 2;
  }
}
