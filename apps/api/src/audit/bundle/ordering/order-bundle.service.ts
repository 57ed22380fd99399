import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import { FIELD_CLASSES } from '@repere/protocol';
import { CaseRowsRepository } from '../../../cases/reading/case-rows.repository';
import { CaseReader } from '../../../cases/reading/case-reader';
import type { CaseRow } from '../../../cases/reading/case-row';
import { resourceOf } from '../../../cases/reading/loaded-case';
import { redactedClasses } from '../../../cases/disclosure/redacted-classes';
import { principalOf } from '../../../platform/unit/principal';
import { Jobs } from '../../../platform/jobs/jobs';
import { Refusal } from '../../../platform/refusals/refusal';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { contentPlace, MAKE, type OrderContent } from './bundle-row';
import { BundleSeal } from '../packing/bundle-seal';
import { BundlesRepository } from './bundles.repository';
import { PinnedCheckpoints } from '../gathering/pinned-checkpoints';
import type { BundleRequestDto } from './bundles.dto';

/** What a bundle is of. A mission's reference stands on its dossier; who may see the mission is asked before. */
export type BundleSubject =
  | { readonly kind: 'case'; readonly caseFileId: string }
  | {
      readonly kind: 'mission';
      readonly missionId: string;
      readonly reference: string;
      readonly caseFileIds: readonly string[];
    };

/** More at once would only make each come later. */
const MOST_WAITING = 5;

/** A bundle is ordered: by who may audit every case in it, with the reason. It is made in the background. */
@Injectable()
export class OrderBundle {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly reader: CaseReader,
    private readonly rows: CaseRowsRepository,
    private readonly bundles: BundlesRepository,
    private readonly seal: BundleSeal,
    private readonly pinned: PinnedCheckpoints,
  ) {}

  /** Id of the new bundle. `not-found`, `not-allowed`, `refused` (a checkpoint that is not of this record), `too-many`. */
  async order(subject: BundleSubject, request: BundleRequestDto): Promise<string> {
    const rows = await this.casesOf(subject);
    await this.pinned.check(request.pinned ?? []);
    if ((await this.bundles.waiting()) >= MOST_WAITING) throw new Refusal('too-many', { retryAfter: 60 });
    const principal = principalOf(this.unit.account);
    const redacted = rows.map((row) => redactedClasses(principal, resourceOf(row)));
    const id = randomUUID();
    const caseFileIds = rows.map((row) => row.id);
    const content: OrderContent = {
      ...request,
      redacted: FIELD_CLASSES.filter((it) => redacted.some((of) => of.has(it))),
      reference: subject.kind === 'mission' ? subject.reference : (rows[0]?.reference ?? ''),
    };
    await this.bundles.addBundle({
      id,
      kind: subject.kind,
      missionId: subject.kind === 'mission' ? subject.missionId : null,
      caseFileIds,
      content: await this.seal.seal(contentPlace(id), caseFileIds, Buffer.from(JSON.stringify(content))),
    });
    await this.jobs.addJob(MAKE, id);
    this.unit.notes({ bundle: id, request: JSON.parse(JSON.stringify(request)) as unknown });
    return id;
  }

  private async casesOf(subject: BundleSubject): Promise<readonly CaseRow[]> {
    if (subject.kind === 'case') return [await this.reader.allowed(subject.caseFileId, 'audit')];
    this.unit.aboutMission(subject.missionId);
    const found = await this.rows.listRows(subject.caseFileIds);
    const principal = principalOf(this.unit.account);
    const rows = subject.caseFileIds.map((id) => found.find((row) => row.id === id));
    const kept = rows.filter((row) => row !== undefined);
    if (kept.length === 0 || kept.length !== rows.length) throw new Refusal('not-found');
    for (const row of kept) {
      const verdict = may(principal, 'audit', resourceOf(row));
      if (!verdict.yes) throw new Refusal('not-allowed', { reasons: [verdict.reason] });
    }
    this.unit.shows(kept.map(({ id }) => id));
    return kept;
  }
}
