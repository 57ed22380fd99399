import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { maintain } from './maintain';
import { readConfiguration } from '../platform/settings/configuration';
import { fsck } from './fsck';
import { BeginEpoch } from '../ledger/signing/begin-epoch';
import { TakeOver, type TakenOver } from '../ledger/signing/take-over';
import { Spaces } from '../platform/spaces/spaces';
import { RotateKey } from '../ledger/signing/rotate-key';
import { makeKey, writeKeyFile } from '../ledger/signing/signer-keys';
import { writeDurably } from '../ledger/signing/write-durably';

const USAGE = `repere ledger fsck [--space KEY] [--pinned FILE]… [--json]
                                       checks the whole record, and against checkpoints kept elsewhere; of a training
                                       space also against what its branches hold of it
repere ledger make-key FILE            a key that signs checkpoints, unless the file is there
repere ledger rotate-key               a new key, vouched for by the old one
repere ledger new-epoch --reason TEXT  after a restore: goes on under a new origin, and says so in the record
repere ledger take-over --reason TEXT  this machine signs from now on, in every space, and no other does any more`;

/** \`main.js ledger …\`: what is done to the record by hand. Gives the exit code. */
export async function ledgerCommand(args: readonly string[]): Promise<number> {
  try {
    return await runLedgerCommand(args);
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault);
    return 2;
  }
}

async function runLedgerCommand([act, ...args]: readonly string[]): Promise<number> {
  switch (act) {
    case 'fsck':
      return fsck(args);
    case 'make-key':
      return makeKeyFile(args);
    case 'rotate-key':
      await maintain(readConfiguration(process.env), async ({ app }) => {
        console.log(`Signs from now on: ${await app.get(RotateKey).rotate()}`);
      });
      return 0;
    case 'new-epoch':
      return newEpoch(args);
    case 'take-over':
      return takeOver(args);
    case undefined:
    default:
      console.log(USAGE);
      return 2;
  }
}

function makeKeyFile([file]: readonly string[]): number {
  if (file === undefined) {
    console.log(USAGE);
    return 2;
  }
  if (existsSync(file)) return 0;
  const key = makeKey('repere/signer');
  writeDurably(file, writeKeyFile([key]));
  console.log(`Made ${file}. Checkpoints are signed by ${key.key}`);
  return 0;
}

const reasonOf = (args: readonly string[]): string | undefined =>
  parseArgs({ args: [...args], options: { reason: { type: 'string' } } }).values.reason?.trim();

async function newEpoch(args: readonly string[]): Promise<number> {
  const reason = reasonOf(args);
  if (!reason) {
    console.log('Say why: repere ledger new-epoch --reason "restored from the backup of 3 March, disk lost"');
    return 2;
  }
  await maintain(readConfiguration(process.env), async ({ app, space }) => {
    console.log(`The record goes on as ${await app.get(BeginEpoch).beginEpoch(space, reason)}`);
  });
  return 0;
}

async function takeOver(args: readonly string[]): Promise<number> {
  const reason = reasonOf(args);
  if (!reason) {
    console.log('Say why: repere ledger take-over --reason "the machine that signed has burnt"');
    return 2;
  }
  let code = 0;
  await maintain(readConfiguration(process.env), async ({ app }) => {
    for (const space of await app.get(Spaces).listOpenSpaces()) {
      const taken = await app.get(TakeOver).takeOver(space, reason);
      if (taken.kind === 'refused') code = 1;
      console.log(`"${space.title}": ${sayTakenOver(taken)}`);
    }
  });
  return code;
}

function sayTakenOver(taken: TakenOver): string {
  switch (taken.kind) {
    case 'goes-on':
      return `signed here from now on, as ${taken.origin}`;
    case 'begins-anew':
      return `signed here from now on, as ${taken.origin}: this machine did not remember all that was published before`;
    case 'nothing-signed':
      return 'nothing was signed there yet: whoever signs first begins';
    case 'refused':
      return `not taken over: ${taken.why}. See docs/record.md`;
  }
}
