import { AUDITED_TABLES, type AuditedTable } from '../../platform/record/audited-tables';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Configuration } from '../../platform/settings/configuration';
import { CredentialMacs } from '../../platform/secrecy/credentials/credential-macs';
import { KeyStore } from '../../platform/secrecy/key-store';
import { SpaceConnections } from '../../platform/spaces/space-connections';
import type { Space } from '../../platform/spaces/spaces';
import { CONFIGURATION } from '../../platform/tokens';
import { setSecurityContext } from '../../platform/unit/enter';
import { type Rows, rowsIn } from '../../ledger/rows';
import { readKeyFile } from '../../ledger/signing/signer-keys';
import { SignerMemory } from '../../ledger/signing/signer-memory';
import { checkBranches } from './check-branches';
import { checkEpochs } from './check-epochs';
import { checkTerms } from './check-terms';
import { DerivedRecord } from '../derived-record';
import { checkJournals } from './check-journals';
import { checkErasures } from '../erasures';
import { checkEvents, checkLeaves } from './check-leaves';
import { checkPayloads } from './check-payloads';
import { type ClaimedRoot, checkCheckpoints, checkKeys, openPinned } from './check-signatures';
import { checkTree } from './check-tree';
import type { RecordFault, Pinned, RecordReport, Report } from '../record-fault';
import { OpenedKeys } from '../opened-keys';
import { spaceNow } from '../../platform/clocks';

const MOST_FINDINGS = 1_000;

/**
 * Holds the whole record of a space against itself: every event against its leaf, leaves against tiles and signed roots, and
 * everything that was committed to against what is kept. It reads one moment of the database (REPEATABLE READ), as
 * `system:record`, shows no content of any case, and changes nothing.
 */
@Injectable()
export class CheckRecord {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly connections: SpaceConnections,
    private readonly keys: KeyStore,
    private readonly macs: CredentialMacs,
    @Inject(AUDITED_TABLES) private readonly tables: readonly AuditedTable[],
  ) {}

  /** What was found; `pinned`: checkpoints that were kept elsewhere. The signer's own memory is one of them where it is at hand. */
  check(space: Space, pinned: readonly Pinned[] = []): Promise<RecordReport> {
    return this.connections.use(space, (source) =>
      source.transaction('REPEATABLE READ', async (manager) => {
        await setSecurityContext(manager, { kind: 'system', id: 'system:record' }, spaceNow(space));
        return this.checkWithin(space, manager, pinned);
      }),
    );
  }

  /** The same in a transaction of the caller's, which sees all of the record. */
  async checkWithin(space: Space, manager: EntityManager, pinned: readonly Pinned[]): Promise<RecordReport> {
    const rows = rowsIn(manager);
    const findings: RecordFault[] = [];
    let found = 0;
    const report: Report = (finding) => {
      if (found++ < MOST_FINDINGS) findings.push(finding);
    };
    const keys = new OpenedKeys(this.keys, space, manager);
    const signers = await checkKeys(rows, this.ownKeys(), report);
    const epochs = await checkEpochs(rows, keys, report);
    await checkTerms(rows, keys, report);
    const checkpoints = await checkCheckpoints(rows, signers, report);
    const kept = openPinned(
      [...pinned, ...this.remembered(space)],
      signers,
      epochs.map(({ origin }) => origin),
      report,
    );
    const present = epochs.at(-1)?.origin;
    const branched = await checkBranches(rows, keys, present ?? '', report);
    const setBack: { leaf: number; minutes: number }[] = [];
    const stream = checkLeaves(rows, report, (leaf, minutes) => void setBack.push({ leaf, minutes }));
    const leaves = await checkLog(
      rows,
      stream,
      [...checkpoints, ...kept, ...branched],
      present ?? '',
      report,
    );
    const { waiting } = await checkEvents(rows, report);
    const erased = await checkErasures(rows, keys, report);
    const derived = new DerivedRecord(this.tables, report);
    const payloads = await checkPayloads(rows, keys, erased, (event) => derived.readEvent(event), report);
    const rights = await derived.check(rows, space, this.macs);
    const journals = await checkJournals(rows, keys, report);
    return {
      findings,
      found,
      leaves,
      checkpoints: checkpoints.length,
      entries: journals.entries,
      payloads: payloads.payloads,
      rights,
      erased: payloads.erased + journals.erased + erased.events.size,
      waiting,
      setBack,
    };
  }

  private remembered(space: Space): readonly Pinned[] {
    const { signer } = this.configuration;
    const note = signer && new SignerMemory(signer.stateDir).findLastSigned(space.id)?.note;
    return note ? [{ from: 'the signer’s memory', note }] : [];
  }

  private ownKeys(): readonly string[] | null {
    const { signer } = this.configuration;
    return signer && readKeyFile(signer.keyFile).map(({ key }) => key);
  }
}

/** Builds the log anew, and holds every signed root against it; gives its size. */
async function checkLog(
  rows: Rows,
  leaves: AsyncIterable<Uint8Array>,
  claims: readonly ClaimedRoot[],
  present: string,
  report: Report,
): Promise<number> {
  const roots = new Map<number, Uint8Array>();
  const sizes = claims.map(({ size }) => size);
  const size = await checkTree(rows, leaves, sizes, (at) => void roots.set(at.size, at.root), report);
  let agreed = 0;
  for (const claim of [...claims].sort((a, b) => a.size - b.size)) {
    const root = roots.get(claim.size);
    if (root && Buffer.compare(root, claim.root) === 0) agreed = claim.size;
    else report({ ...claim.at, ...whyNot(claim, root, { size, agreed, present }) });
  }
  return size;
}

/** What it means that the log has not the root that was signed at this size. */
function whyNot(
  claim: ClaimedRoot,
  root: Uint8Array | undefined,
  { size, agreed, present }: { readonly size: number; readonly agreed: number; readonly present: string },
): Pick<RecordFault, 'code' | 'said'> {
  if (claim.origin !== present)
    return {
      code: 'rolled-back',
      said: `It was signed before a restore, over ${String(claim.size)} leaves; behind leaf ${String(agreed)} some of them were lost.`,
    };
  return root
    ? {
        code: 'other-history',
        said: `Over its ${String(claim.size)} leaves another root was signed: something from leaf ${String(agreed)} on is not what it was.`,
      }
    : {
        code: 'rolled-back',
        said: `It was signed over ${String(claim.size)} leaves, and the log has only ${String(size)}.`,
      };
}
