import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Repository } from 'typeorm';
import { BUNDLE_FORMAT, type Manifest } from '@repere/audit';
import { readCheckpoint, toHex } from '@repere/ledger';
import { zoneOf } from '@repere/territories';
import { TeamEntity } from '../../../access/entities/accounts/team.entity';
import { bundleEntry } from '../../../audit/bundle/gathering/bundle-entry';
import { writeHtml } from '../../../audit/bundle/dossier/write-html';
import { canonical } from '../../../audit/bundle/gathering/gather-bundle.service';
import { LeavesQuery, type PaidLeaf } from '../../../audit/bundle/gathering/leaves.query';
import { type BundleFiles, PackBundle } from '../../../audit/bundle/packing/pack-bundle';
import { aliasesOf } from '../../../platform/record/aliases';
import { sha256 } from '../../../platform/record/commit-payload';
import { ProofsOfEntries } from '../../../ledger/proofs-of-entries';
import type { DeclaredAct } from '../../../platform/unit/act';
import { BeforeActs } from '../../../platform/unit/around/before-acts';
import type { Configuration } from '../../../platform/settings/configuration';
import { InjectRepository } from '@nestjs/typeorm';
import { Refusal } from '../../../platform/refusals/refusal';
import { ParseUuid } from '../../../platform/requests/parse-uuid';
import { CONFIGURATION } from '../../../platform/tokens';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { PrintPaper } from '../../../protocols/exports/print-paper';
import { PrivacyScope } from '../../privacy-scope';
import { refused } from '../../../platform/refusals/refused';
import { type ErasureRow, ErasuresRepository } from '../erasures.repository';
import certificate from './certificate.typ';
import { type Certified, renderCertificate } from './render-certificate';
import { machineNow } from '../../../platform/clocks';

/** What the certificate shows of the event; nobody's name, and not what the service wrote. */
const OPENED: ReadonlySet<string> = new Set([
  'reference',
  'ground',
  'rule',
  'approved',
  'events',
  'events-hash',
]);

/** A refusal of either half is one of the certificate. */
const ACT: DeclaredAct = { type: 'erasure.certificate', purpose: 'supervision', idempotent: false };

/** What the record already says of a certificate, which lacks only its proof. */
interface Entered {
  readonly reference: string;
  readonly files: BundleFiles;
  readonly manifest: Uint8Array;
  /** Entries of the case that was, and the one that this certificate was made. */
  readonly stream: readonly string[];
  readonly made: string;
}

/**
 * The certificate of an erasure: paper in both languages, with the whole stream of what was a case and the proof of each entry.
 * It is an audit bundle without content, so that `repere verify` checks it like any other.
 */
@Injectable()
export class ErasureCertificate implements OnModuleInit {
  private entered: (() => Entered) | null = null;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly unit: UnitOfWork,
    private readonly scope: PrivacyScope,
    @InjectRepository(TeamEntity) private readonly teams: Repository<TeamEntity>,
    private readonly erasures: ErasuresRepository,
    private readonly leaves: LeavesQuery,
    private readonly proofs: ProofsOfEntries,
    private readonly papers: PrintPaper,
    private readonly packing: PackBundle,
    private readonly before: BeforeActs,
  ) {}

  /** Its entry is committed, and so can be signed, before the unit that hands it out takes a connection. */
  onModuleInit(): void {
    this.entered = this.before.register('erasure.certificate', ACT, ({ id }) =>
      this.recordCertificate(new ParseUuid().transform(String(id))),
    );
  }

  /** `unavailable` while nothing signed covers it. */
  async makeCertificate(id: string): Promise<{ readonly zip: Uint8Array; readonly reference: string }> {
    if (!this.entered) throw new Error('the module has not begun');
    const { reference, files, manifest, stream, made } = this.entered();
    await this.proofs.waitUntilSigned(made);
    const proof = await this.proofs.prove([...stream, made]);
    const leaf = await this.leaves.findLeaf(made);
    this.unit.notes({ erasure: id, reference });
    return {
      reference,
      zip: await this.packing.pack({
        ...files,
        'manifest.json': manifest,
        'proof/made.json': canonical(bundleEntry(leaf, leaf.payload, () => true)),
        'proof/checkpoint.txt': Buffer.from(proof.checkpoint),
        'proof/tree.bin': proof.tree,
        'proof/consistency.json': canonical(proof.consistency),
        'proof/keys.json': canonical(proof.keys),
      }),
    };
  }

  /** The record itself says that this certificate was made. `not-found`; `refused` before it is erased. */
  private async recordCertificate(id: string): Promise<Entered> {
    this.scope.teamIds();
    const row = await this.erasures.findErasure(id);
    if (!row) throw new Refusal('not-found');
    const { eventSeq, reference } = row;
    if (row.outcome !== 'done' || eventSeq === null)
      throw refused('not-erased', 'Rien n’a été effacé.', 'Nothing was erased.');
    await this.proofs.waitUntilSigned(eventSeq);
    const erased = await this.leaves.findLeaf(eventSeq);
    const stream = await this.leaves.ofStream(erased.entry.stream);
    const territory = await this.territoryOf(row);
    const files = await this.files(row, erased, stream, territory);
    const manifest = canonical(await this.manifestOf(erased, files, territory));
    const { seq: made } = await this.unit.recordEvent({
      type: 'bundle.made',
      payload: { manifest: toHex(sha256(manifest)), erasure: id },
    });
    return { reference, files, manifest, stream: stream.map(({ seq }) => seq), made };
  }

  private async files(
    row: ErasureRow,
    erased: PaidLeaf,
    stream: readonly PaidLeaf[],
    territory: string,
  ): Promise<BundleFiles> {
    const alias = erased.entry.stream;
    const entries = stream.map((it) =>
      bundleEntry(it, it.payload, (path) => it.seq === erased.seq && OPENED.has(path)),
    );
    const certified = await this.certified(row, erased, territory);
    const files: Record<string, Uint8Array> = {
      [`cases/${alias}/entries.jsonl`]: Buffer.from(entries.map((it) => `${JSON.stringify(it)}\n`).join('')),
      [`cases/${alias}/state.json`]: canonical({ now: this.unit.now(), territory, view: null }),
    };
    for (const language of ['fr', 'en'] as const) {
      const document = renderCertificate(certified, language);
      files[`certificate.${language}.html`] = Buffer.from(writeHtml(document));
      files[`certificate.${language}.pdf`] = await this.papers.print(certificate, document);
    }
    return files;
  }

  private async certified(row: ErasureRow, erased: PaidLeaf, territory: string): Promise<Certified> {
    const { origin, size, note } = await this.proofs.newestCheckpoint();
    const read = readCheckpoint(note.slice(0, note.indexOf('\n\n') + 1));
    return {
      reference: row.reference,
      ground: row.ground,
      at: row.settledAt?.getTime() ?? 0,
      zone: zoneOf(territory),
      events: Number(erased.payload?.fields['events'] ?? 0),
      entry: { id: erased.entry.id, leaf: erased.leaf, stream: erased.entry.stream },
      checkpoint: { origin, size, root: read.ok ? toHex(read.checkpoint.root) : '' },
      isFiction: this.configuration.demo || this.unit.space.kind === 'training',
    };
  }

  private async manifestOf(erased: PaidLeaf, files: BundleFiles, territory: string): Promise<Manifest> {
    const me = ['account', this.unit.account.id] as const;
    const aliasOf = await aliasesOf(this.unit.manager, [me]);
    return {
      format: BUNDLE_FORMAT,
      kind: 'case',
      now: this.unit.now(),
      madeAt: new Date(machineNow()).toISOString(),
      madeBy: aliasOf(me),
      cases: [{ alias: erased.entry.stream, territory }],
      redacted: [],
      files: Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, toHex(sha256(bytes))])),
    };
  }

  private async territoryOf({ teamId }: ErasureRow): Promise<string> {
    return (await this.teams.findOneBy({ id: teamId }))?.territory ?? '';
  }
}
