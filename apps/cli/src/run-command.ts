import { verifyTrainingCertificate } from './bundles/verify-training-certificate';
import { verifyBundle } from './bundles/verify-bundle';
import type { Command, Print } from './command';
import { checkProtocols } from './protocols/check-protocols';
import { exploreProtocols } from './protocols/explore-protocols';
import { publishSchemas } from './protocols/publish-schemas';
import { stampTranslations } from './protocols/stamp-translations';
import { testProtocols } from './protocols/test-protocols';
import { traceReport } from './protocols/trace-report';
import { passOn } from './server/pass-on';
import { diffProtocols } from './versions/diff-protocols';
import { exportVersion } from './versions/export-version';
import { publishVersion } from './versions/publish-version';

const COMMANDS: Readonly<Record<string, Command>> = {
  'protocol check': checkProtocols,
  'protocol explore': exploreProtocols,
  'protocol test': testProtocols,
  'protocol stamp': stampTranslations,
  'protocol schema': publishSchemas,
  'protocol trace': traceReport,
  'protocol diff': diffProtocols,
  'protocol export': exportVersion,
  'protocol publish': publishVersion,
  verify: verifyBundle,
  'certificate verify': verifyTrainingCertificate,
  ledger: passOn('ledger'),
  keys: passOn('keys'),
  load: passOn('load'),
};

const USAGE = `repere verify bundle.zip [--pinned checkpoint.txt] [--key key] [--json] [--lang fr|en]
                                          whether an audit bundle is intact, offline; 0 intact and signed by what was given,
                                          1 altered (and where), 2 can't be read, 3 consistent, but nothing given says who
                                          signed it. --pinned: a checkpoint kept from before; --key: the published key of
                                          the record, or a file that holds it
repere certificate verify certificate.json --key KEY… [--json] [--lang fr|en]
                                          verifies a certificate of training, without network: 0 signed by that key, 1 altered
                                          or none, 2 can't be read, 3 by a key that was not given
repere ledger fsck [--pinned FILE]… [--json]
                                          on the server: checks the whole record, and against checkpoints kept elsewhere;
                                          0 whole, 1 what does not fit by table and key, 2 it could not be checked
repere ledger rotate-key | new-epoch --reason TEXT | take-over --reason TEXT | make-key FILE
                                          on the server: the key that signs; going on after a restore
repere keys status | add [--blind-index] | rotate | drop NAME
                                          on the server: the keys that encrypt case content; turned over while it serves
repere load --space KEY --cases N --seed S
                                          on the server: N fictional cases (50 to 10000) for a training space; the same seed has
                                          the same children, and goes on where it was interrupted
repere protocol check [--json] [--lang fr|en] [folder]
                                          what is wrong in the protocols, and what to write instead
repere protocol explore [--json] [--only id]… [--write folder] [protocol…] [folder]
                                          proves the safeguards; 1 when one is broken, with the history that breaks it
repere protocol test [folder]             runs the worked examples
repere protocol stamp [--still-right key]… [folder]
                                          says that the English belongs to the French as they are now
repere protocol schema [folder]           writes the JSON Schemas that editors use
repere protocol trace [folder [page]]     writes docs/traceability.md: what answers each item of the report
repere protocol diff A B [--json] [--lang fr|en] [--folder folder]
                                          what differs, in words; 1 when something protects less. A and B are
                                          protection@1.0.0, or paths of a version's folder
repere protocol export A folder           writes the files of a version, as they are, into folder/protocol/version
repere protocol publish --dry [--lang fr|en] A
                                          what would refuse to publish this version; writes nothing

The folder is \`protocols\` unless given.`;

export async function runCommand(args: readonly string[], print: Print): Promise<number> {
  const words = [2, 1].find((count) => Object.hasOwn(COMMANDS, args.slice(0, count).join(' '))) ?? 0;
  const command = COMMANDS[args.slice(0, words).join(' ')];
  if (command === undefined) {
    print(USAGE);
    return args.length === 0 || args[0] === '--help' ? 0 : 2;
  }
  try {
    return await command(args.slice(words), print);
  } catch (fault) {
    print(fault instanceof Error ? fault.message : String(fault));
    return 2;
  }
}
