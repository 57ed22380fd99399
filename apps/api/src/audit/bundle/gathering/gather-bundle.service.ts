import { Inject, Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import { BUNDLE_FORMAT, type Manifest } from '@repere/audit';
import { canonicalJson, toHex } from '@repere/ledger';
import { FIELD_CLASSES, type FieldClass, type ProtocolDocument, type SharedDocument } from '@repere/protocol';
import { CaseRowsRepository } from '../../../cases/reading/case-rows.repository';
import { resourceOf } from '../../../cases/reading/loaded-case';
import { redactedClasses } from '../../../cases/disclosure/redacted-classes';
import { aliasesOf } from '../../../platform/record/aliases';
import { sha256 } from '../../../platform/record/commit-payload';
import { principalOf } from '../../../platform/unit/principal';
import type { Configuration } from '../../../platform/settings/configuration';
import { Refusal } from '../../../platform/refusals/refusal';
import { CONFIGURATION } from '../../../platform/tokens';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../../../protocols/protocol-library';
import { bundleEntry } from './bundle-entry';
import type { BundleRow, OrderContent } from '../ordering/bundle-row';
import { DisclosureScope } from './disclosure-scope';
import { PrintDossier } from '../dossier/print-dossier';
import { renderDossier } from '../dossier/render-dossier';
import type { DossierBundle } from '../dossier/dossier-case';
import { writeHtml } from '../dossier/write-html';
import { GatherCase, type OpenedCase } from './gather-case.service';
import type { GatheredCase } from './gathered-case';
import { LeavesQuery } from './leaves.query';
import { opensEventField } from './opened-fields';
import type { BundleFiles } from '../packing/pack-bundle';
import { machineNow } from '../../../platform/clocks';

export interface GatheredBundle {
  /** Everything but `proof/`. */
  readonly files: BundleFiles;
  /** SHA-256 of `manifest.json`, 64 hex digits. */
  readonly manifest: string;
  /** Events of the ledger that are to be proven. */
  readonly seqs: readonly string[];
  /** How many entries of each stream it holds: the act of making must be the next. */
  readonly lengths: Readonly<Record<string, number>>;
}

/** Puts together everything of a bundle but its proof, as the account that ordered it. */
@Injectable()
export class GatherBundle {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly unit: UnitOfWork,
    private readonly rows: CaseRowsRepository,
    private readonly cases: GatherCase,
    private readonly leaves: LeavesQuery,
    private readonly library: ProtocolLibrary,
    private readonly printer: PrintDossier,
  ) {}

  async gather(bundle: BundleRow, order: OrderContent): Promise<GatheredBundle> {
    const now = this.unit.now();
    const opened = await this.openCases(bundle, order);
    const protocols = protocolFiles(opened, this.library.shared);
    const gathered: GatheredCase[] = [];
    for (const it of opened)
      gathered.push(await this.cases.gather(it, protocols.documents, protocols.shared, now));
    const mission = bundle.missionId === null ? null : await this.mission(bundle.missionId, order);
    const files: Record<string, Uint8Array> = { ...protocols.files, ...mission?.files };
    for (const it of gathered) Object.assign(files, filesOf(it));
    Object.assign(files, await this.dossiers(bundle, order, gathered));
    const manifest = canonical(
      await this.manifestOf(bundle, order, gathered, mission?.alias ?? null, files, now),
    );
    return {
      files: { ...files, 'manifest.json': manifest },
      manifest: toHex(sha256(manifest)),
      seqs: [...new Set([...gathered.flatMap(({ seqs }) => seqs), ...(mission?.seqs ?? [])])],
      lengths: Object.fromEntries([
        ...gathered.map(({ alias, entries }) => [alias, entries.length] as const),
        ...(mission ? [[mission.alias, mission.seqs.length] as const] : []),
      ]),
    };
  }

  /** Asks once more whether the account may: it may have lost the case since it ordered. */
  private async openCases(
    { caseFileIds }: BundleRow,
    { leaveOut }: OrderContent,
  ): Promise<readonly OpenedCase[]> {
    const rows = await this.rows.listRows(caseFileIds);
    const principal = principalOf(this.unit.account);
    const inOrder = caseFileIds.map((id) => rows.find((row) => row.id === id));
    const opened: OpenedCase[] = [];
    for (const row of inOrder) {
      if (!row || !may(principal, 'audit', resourceOf(row)).yes) throw new Refusal('not-found');
      const redacted = redactedClasses(principal, resourceOf(row));
      const scope = new DisclosureScope(
        new Set([...redacted, ...leaveOut.classes]),
        new Set(leaveOut.fields),
      );
      opened.push(await this.cases.openCase(row, scope));
    }
    return opened;
  }

  /** The mission's own stream. Its words are the auditors', of cases that they saw; whoever leaves narratives out leaves them out. */
  private async mission(id: string, { leaveOut }: OrderContent) {
    const alias = await this.leaves.aliasOf('mission', id);
    if (alias === null) return null;
    const stream = await this.leaves.ofStream(alias);
    const scope = new DisclosureScope(new Set(leaveOut.classes), new Set(leaveOut.fields));
    const entries = stream.map((it) =>
      bundleEntry(it, it.payload, (path, value) => opensEventField(path, value, alias, scope)),
    );
    return {
      alias,
      seqs: stream.map(({ seq }) => seq),
      files: { [`missions/${alias}/entries.jsonl`]: jsonLines(entries) },
    };
  }

  private async dossiers(
    { kind }: BundleRow,
    { reason, leaveOut, reference }: OrderContent,
    gathered: readonly GatheredCase[],
  ): Promise<BundleFiles> {
    const { account } = this.unit;
    const dossierBundle: DossierBundle = {
      kind,
      now: this.unit.now(),
      madeBy: leaveOut.classes.includes('staff') ? '—' : account.name,
      reason,
      isFiction: this.configuration.demo || this.unit.space.kind === 'training',
      mission: kind === 'mission' ? reference : null,
      scope: disclosureOfAll(gathered, leaveOut.fields),
      cases: gathered.map((it) => it.dossierCase),
    };
    const files: Record<string, Uint8Array> = {};
    for (const language of ['fr', 'en'] as const) {
      const document = renderDossier(dossierBundle, language);
      files[`dossier.${language}.html`] = Buffer.from(writeHtml(document));
      files[`dossier.${language}.pdf`] = await this.printer.print(document);
    }
    return files;
  }

  private async manifestOf(
    { kind }: BundleRow,
    { leaveOut }: OrderContent,
    gathered: readonly GatheredCase[],
    mission: string | null,
    files: BundleFiles,
    now: number,
  ): Promise<Manifest> {
    const me = ['account', this.unit.account.id] as const;
    const aliasOf = await aliasesOf(this.unit.manager, [me]);
    return {
      format: BUNDLE_FORMAT,
      kind,
      now,
      madeAt: new Date(machineNow()).toISOString(),
      madeBy: aliasOf(me),
      cases: gathered.map(({ alias, reference, territory }) => ({
        alias,
        ...(reference !== null && { reference }),
        territory,
      })),
      ...(mission !== null && { mission }),
      redacted: [...disclosureOfAll(gathered, leaveOut.fields).classes, ...leaveOut.fields],
      files: Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, toHex(sha256(bytes))])),
    };
  }
}

/** What is left out of one case at least, in the order of the classes. */
function disclosureOfAll(gathered: readonly GatheredCase[], fields: readonly string[]): DisclosureScope {
  const isRedacted = (it: FieldClass): boolean =>
    gathered.some(({ dossierCase }) => dossierCase.scope.hides(it));
  return new DisclosureScope(new Set(FIELD_CLASSES.filter(isRedacted)), new Set(fields));
}

/**
 * Every version that a run was pinned to, and of the protocols that those speak of the version in force: the journal is
 * replayed on exactly these. A version's file is its canonical text, whose SHA-256 is its content hash.
 */
function protocolFiles(opened: readonly OpenedCase[], shared: SharedDocument) {
  const documents = new Map<string, ProtocolDocument>();
  for (const { kept } of opened) {
    if (!kept) continue;
    const { published } = kept.file;
    const pinned = kept.entries.flatMap(({ entry }) => {
      if (entry.kind === 'run-opened') return [`${entry.protocol}@${entry.version}`];
      if (entry.kind !== 'run-moved') return [];
      const { protocol } = kept.file.documentOf(entry.runId);
      return [`${protocol}@${entry.from}`, `${protocol}@${entry.to}`];
    });
    const inForce = Object.entries(kept.file.inForce).map(([protocol, version]) => `${protocol}@${version}`);
    for (const key of [...pinned, ...inForce]) {
      const found = published.versions.get(key);
      if (found) documents.set(key, found.document);
    }
  }
  const files: Record<string, Uint8Array> = { 'protocols/shared.json': canonical(shared) };
  for (const [key, document] of [...documents].sort(([a], [b]) => (a < b ? -1 : 1)))
    files[`protocols/${key}.json`] = canonical(document);
  const read = (bytes: Uint8Array | undefined): unknown => JSON.parse(Buffer.from(bytes ?? []).toString());
  return {
    files,
    // As whoever verifies it reads them.
    shared: read(files['protocols/shared.json']) as SharedDocument,
    documents: Object.keys(files)
      .filter((path) => path !== 'protocols/shared.json')
      .map((path) => read(files[path]) as ProtocolDocument),
  };
}

const filesOf = ({ alias, entries, accessEvents, state }: GatheredCase): BundleFiles => ({
  [`cases/${alias}/entries.jsonl`]: jsonLines(entries),
  [`cases/${alias}/access-log.jsonl`]: jsonLines(accessEvents),
  [`cases/${alias}/state.json`]: canonical(state),
});

const jsonLines = (entries: readonly object[]): Uint8Array =>
  Buffer.from(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));

/** Canonical JSON (RFC 8785) in UTF-8; what is undefined is left out. */
export function canonical(value: unknown): Uint8Array {
  const made = canonicalJson(JSON.parse(JSON.stringify(value)));
  if (!made.ok) throw new Error(`no JSON: ${made.problem.code}`);
  return Buffer.from(made.json);
}
