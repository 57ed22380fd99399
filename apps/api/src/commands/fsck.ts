import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { maintain } from './maintain';
import { readConfiguration } from '../platform/settings/configuration';
import { Spaces } from '../platform/spaces/spaces';
import { CheckRecord } from '../fsck/checks/check-record';
import { NotesOfBranches } from '../fsck/notes-of-branches';
import type { RecordReport } from '../fsck/record-fault';

/**
 * `repere ledger fsck [--space KEY] [--pinned checkpoint.txt]… [--json]`: checks the record of the default space, or of a training space:
 * also against what its branches hold of it. Exit code 0: it is whole;
 * 1: something does not fit, each said with its table and key; 2: it could not be checked.
 */
export async function fsck(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      space: { type: 'string' },
      pinned: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  const pinned = values.pinned.map((file) => ({ from: basename(file), note: readFileSync(file, 'utf8') }));
  let code = 2;
  await maintain(readConfiguration(process.env), async ({ app, space: live }) => {
    const space = values.space === undefined ? live : await app.get(Spaces).findSpace(values.space);
    if (!space) throw new Error(`There is no open space of the key ${String(values.space)}`);
    const held = await app.get(NotesOfBranches).findPinnedNotes(space);
    const report = await app.get(CheckRecord).check(space, [...pinned, ...held]);
    print(values.json ? [JSON.stringify(report, null, 2)] : linesOf(report));
    code = report.found === 0 ? 0 : 1;
  });
  return code;
}

const print = (lines: readonly string[]): void => lines.forEach((line) => console.log(line));

/** The report as lines of text. */
export function linesOf(report: RecordReport): readonly string[] {
  const { findings, found, leaves, checkpoints, entries, payloads, rights, erased, waiting, setBack } =
    report;
  return [
    ...findings.map(({ table, key, code, said }) => `${code.padEnd(13)} ${table} ${key}: ${said}`),
    ...(found > findings.length ? [`… and ${String(found - findings.length)} more`] : []),
    ...setBack.map(
      ({ leaf, minutes }) =>
        `Not a fault: at leaf ${String(leaf)} a server's clock stands ${String(minutes)} minutes behind an earlier leaf's.`,
    ),
    `${String(leaves)} leaves, ${String(checkpoints)} checkpoints, ${String(entries)} entries of journals, ${String(payloads)} other payloads, ` +
      `${String(rights)} rows of accounts, grants and credentials; ` +
      `${String(erased)} erased, ${String(waiting)} waiting`,
    found === 0 ? 'The record is whole.' : `${String(found)} findings.`,
  ];
}
