import { Injectable } from '@nestjs/common';
import type { BundleState } from '@repere/audit';
import { principalOf } from '../../../platform/unit/principal';
import { Refusal } from '../../../platform/refusals/refusal';
import { nameInSpace } from '../../../platform/spaces/mark-downloads';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { UUID } from '../../../platform/uuid';
import { CaseReader } from '../../../cases/reading/case-reader';
import { CaseRowsRepository } from '../../../cases/reading/case-rows.repository';
import { type LoadedCase, resourceOf } from '../../../cases/reading/loaded-case';
import { redactedClasses } from '../../../cases/disclosure/redacted-classes';
import { type BundleRow, filePlace, type OrderContent } from './bundle-row';
import { BundleSeal } from '../packing/bundle-seal';
import { BundlesRepository } from './bundles.repository';
import { MakeBundle } from './make-bundle.service';
import { machineNow } from '../../../platform/clocks';
import type { BundleDto, CaseBundlesDto, FieldToLeaveOutDto } from './bundles.dto';

/** Bundles as whoever ordered them sees them: how far they are, and the file. */
@Injectable()
export class BundlePage {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly rows: CaseRowsRepository,
    private readonly bundles: BundlesRepository,
    private readonly making: MakeBundle,
    private readonly seal: BundleSeal,
  ) {}

  async ofCase(caseFileId: string): Promise<CaseBundlesDto> {
    const file = await this.reader.readCase(caseFileId, 'audit');
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource);
    return {
      caseFileId,
      reference: file.row.reference,
      items: await this.shownBundles(await this.bundles.listBundles({ caseFileId })),
      redacted: [...redacted],
      fields: fieldsOf(file).filter(({ fieldClass }) => !redacted.has(fieldClass)),
      entries: file.seq,
    };
  }

  async ofMission(missionId: string): Promise<readonly BundleDto[]> {
    return this.shownBundles(await this.bundles.listBundles({ missionId }));
  }

  /** `subject`: the case or mission in whose address it stands; elsewhere it is not there. */
  async showBundle(id: string, subject: BundleAddress): Promise<BundleDto> {
    const [shown] = await this.shownBundles([await this.findBundle(id, subject)]);
    if (!shown) throw new Refusal('not-found');
    return shown;
  }

  /** The ZIP; `not-found` before it is ready and after its time. */
  async download(
    id: string,
    subject: BundleAddress,
  ): Promise<{ readonly zip: Buffer; readonly fileName: string }> {
    const row = await this.findBundle(id, subject);
    const [bundle] = await this.shownBundles([row]);
    if (bundle?.state !== 'ready' || !(await this.isRedactedEnough(row, bundle)))
      throw new Refusal('not-found');
    const sealed = await this.bundles.file(id);
    const zip = sealed && (await this.seal.openBundle(filePlace(id), sealed));
    if (!zip) throw new Refusal('not-found');
    this.making.declareCases(row);
    this.unit.notes({ bundle: id });
    return { zip, fileName: bundle.fileName };
  }

  /** A reader who may see less now than when it was made gets it no more. */
  private async isRedactedEnough(
    { caseFileIds }: BundleRow,
    { redacted, leaveOut }: BundleDto,
  ): Promise<boolean> {
    const principal = principalOf(this.unit.account);
    const redactedInBundle = new Set([...redacted, ...leaveOut.classes]);
    const rows = await this.rows.listRows(caseFileIds);
    return rows.every((row) =>
      [...redactedClasses(principal, resourceOf(row))].every((it) => redactedInBundle.has(it)),
    );
  }

  private async findBundle(id: string, subject: BundleAddress): Promise<BundleRow> {
    if ('caseFileId' in subject) await this.reader.allowed(subject.caseFileId, 'audit');
    const row = UUID.test(id) ? await this.bundles.findBundle(id) : null;
    const isThere =
      row !== null &&
      ('missionId' in subject
        ? row.missionId === subject.missionId
        : row.missionId === null && row.caseFileIds.includes(subject.caseFileId));
    if (!isThere) throw new Refusal('not-found');
    return row;
  }

  private async shownBundles(rows: readonly BundleRow[]): Promise<readonly BundleDto[]> {
    const bundles: BundleDto[] = [];
    for (const row of rows) {
      const order = await this.making.contentOf(row).catch((error: unknown) => {
        if (error instanceof Refusal) return null;
        throw error;
      });
      // Erased since: what was ordered of it is gone with it.
      if (!order) continue;
      const { reason, leaveOut, redacted } = order;
      bundles.push({
        id: row.id,
        kind: row.kind,
        state: stateOf(row),
        progress: row.progress,
        askedAt: row.askedAt.toISOString(),
        reason,
        leaveOut,
        redacted,
        isWhole: [...redacted, ...leaveOut.classes, ...leaveOut.fields].length === 0,
        entries: row.finishedAt && row.entries,
        bytes: row.bytes,
        fileName: nameInSpace(this.unit.space, fileNameOf(row, order)),
        keptUntil: row.keptUntil?.toISOString() ?? null,
      });
    }
    return bundles;
  }
}

/** Where a bundle is asked for. */
export type BundleAddress = { readonly caseFileId: string } | { readonly missionId: string };

function stateOf({ state, finishedAt, keptUntil, hasFile, madeSeq }: BundleRow): BundleState {
  if (finishedAt) return hasFile && keptUntil && keptUntil.getTime() > machineNow() ? 'ready' : 'gone';
  if (state === 'failed' || state === 'cancelled' || state === 'stopped') return 'failed';
  if (madeSeq !== null) return 'signing';
  return state === 'waiting' ? 'waiting' : 'gathering';
}

/** A bundle that leaves identities out does not tell one by its name. */
function fileNameOf({ askedAt }: BundleRow, { reference, leaveOut, redacted }: OrderContent): string {
  const isNameless = [...redacted, ...leaveOut.classes].includes('identity');
  const about = isNameless ? '' : `${reference.replace(/[^A-Za-z0-9-]/g, '-')}-`;
  return `preuve-${about}${askedAt.toISOString().slice(0, 10)}.zip`;
}

/** Facts of the case with their titles, each once. */
function fieldsOf(file: LoadedCase): readonly FieldToLeaveOutDto[] {
  const fields = new Map<string, FieldToLeaveOutDto>();
  for (const { fact, runId } of file.view.facts) {
    const definition = file.findFact(runId, fact);
    if (definition && !fields.has(fact))
      fields.set(fact, { id: fact, title: definition.title, fieldClass: definition.class });
  }
  return [...fields.values()].sort((a, b) => a.title.fr.localeCompare(b.title.fr, 'fr'));
}
