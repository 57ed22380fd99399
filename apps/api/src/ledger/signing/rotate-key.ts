import { Injectable } from '@nestjs/common';
import { signNote } from '@repere/ledger';
import { randomUUID } from 'node:crypto';
import { Spaces } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { sha256 } from '../../platform/record/commit-payload';
import { Signer } from './signer';
import { makeKey, mustBeKey, noteSignerOf, readKeyFile, writeKeyFile } from './signer-keys';
import { writeDurably } from './write-durably';

const ACT = { type: 'ledger.key-rotated', purpose: 'maintenance', idempotent: false } as const;

/** Gives the signer a new key, on the machine where it signs. */
@Injectable()
export class RotateKey {
  constructor(
    private readonly signer: Signer,
    private readonly spaces: Spaces,
    private readonly units: UnitOfWork,
  ) {}

  /**
   * The new verifier key. The old key vouches for it by a signed note, and every open space's log gets an event that commits to
   * both; then the key file changes, and the old private key is gone. The signer takes it up with its next checkpoint. Killed
   * before the file changed, it has changed nothing: the event then names a key that never signed.
   */
  async rotate(): Promise<string> {
    const kept = readKeyFile(this.signer.keyFile);
    const old = kept.at(-1);
    if (!old) throw new Error('the key file holds no key');
    const made = makeKey(mustBeKey(old.key).name);
    const voucher = signNote(`${made.key}\n`, noteSignerOf(old), sha256);
    for (const space of await this.spaces.listOpenSpaces())
      await this.units.runAs('system:signer', { space, correlation: randomUUID() }, ACT, async () =>
        this.units.notes({ key: made.key, voucher }),
      );
    const retired = kept.map(({ private: _private, ...key }) => key);
    writeDurably(this.signer.keyFile, writeKeyFile([...retired, { ...made, voucher }]));
    return made.key;
  }
}
