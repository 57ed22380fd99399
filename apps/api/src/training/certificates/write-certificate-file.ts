import { Injectable } from '@nestjs/common';
import { CERTIFICATE_FORMAT, CERTIFIED, type CertificateFile, type TrainingCertificate } from '@repere/audit';
import { commit, hashFromHex, toHex } from '@repere/ledger';
import { ProofsOfEntries } from '../../ledger/proofs-of-entries';
import { rowOf } from '../../platform/data/sealed-row';
import { sha256 } from '../../platform/record/commit-payload';
import { LedgerPayloadEntity } from '../../platform/record/ledger-payload.entity';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CERTIFICATE_PAYLOAD } from './certificate-payload.query';

/** A class waits for the signer as long as it would for a page; it signs about every second. */
const PATIENCE_MS = 5_000;

/** Makes the file of a certificate from the record of the running unit's space. */
@Injectable()
export class WriteCertificateFile {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly proofs: ProofsOfEntries,
    private readonly secrecy: Secrecy,
  ) {}

  /** `seq`: of the event that is the certificate. `unavailable` until a signed checkpoint covers it. */
  async writeFile(seq: string): Promise<CertificateFile> {
    await this.proofs.waitUntilSigned(seq, PATIENCE_MS);
    const proof = await this.proofs.prove([seq]);
    const [entry] = proof.entries;
    const row = await CERTIFICATE_PAYLOAD.first(this.unit.manager, [seq]);
    if (!entry || !row) throw new Error(`event ${seq} is no certificate`);
    const key = await this.secrecy.openDataKey(row.keyId);
    const { fields, salts } = this.secrecy.openColumn(key, rowOf(LedgerPayloadEntity, row), 'content');
    const bytes = Object.entries(salts).map(([path, salt]) => [path, hashFromHex(salt) ?? new Uint8Array()]);
    const made = commit(fields, Object.fromEntries(bytes) as Record<string, Uint8Array>, sha256);
    if (!made.ok) throw new Error(`event ${seq} can't be opened: ${made.problem.code}`);
    const { fieldCommitments } = made.value;
    return {
      format: CERTIFICATE_FORMAT,
      act: {
        leaf: entry.leaf,
        text: entry.text,
        commitments: fieldCommitments.map(({ commitment }) => commitment),
        opening: {
          index: fieldCommitments.findIndex(({ path }) => path === CERTIFIED),
          value: fields[CERTIFIED] as TrainingCertificate,
          salt: salts[CERTIFIED] ?? '',
        },
      },
      proof: {
        checkpoint: proof.checkpoint,
        tree: toHex(proof.tree),
        keys: proof.keys.keys.map(({ key: written }) => written),
      },
    };
  }
}
