import type { ProtocolFiles } from '@repere/cases';
import type { ServiceAct } from '@repere/access';
import { NeededRights } from '../platform/routes/needed-rights';
import type { DeclaredAct } from '../platform/unit/act';
import type { Space } from '../platform/spaces/spaces';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { ProtocolDraftsRepository } from '../protocols/drafts/drafts.repository';
import { ReviewDraft } from '../protocols/drafts/review/review-draft.service';
import { WriteDraft } from '../protocols/drafts/write-draft.service';
import { AskDryRun } from '../cases/moves/ask-dry-run.service';
import { accountContext } from './account-context';
import { spaceNow } from '../platform/clocks';

const DAY = 86_400_000;
const DRAFTED: DeclaredAct = { type: 'demo.draft', purpose: 'training', idempotent: false };

const NOTES = {
  fr: 'Le parquet est rappelé après cinq jours sans réponse, au lieu de sept.',
  en: 'The prosecutor is called again after five days without an answer, instead of seven.',
};
const REMARK =
  'D’accord pour cinq jours. Mais la consigne dit encore « Sept jours sans réponse » : accordez-la, et l’anglais avec. Regardez aussi quels dossiers ouverts seraient déjà en retard.';

/**
 * A draft of Pia's that shortens one deadline of ours, with Paul's remark, and trials on the open cases: of the draft, and of
 * the versions that the older cases do not follow. Idempotent: once there is a draft, nothing is added.
 */
export class SeedProtocolWork {
  constructor(
    private readonly units: UnitOfWork,
    private readonly rights: NeededRights,
    private readonly writing: WriteDraft,
    private readonly reviewing: ReviewDraft,
    private readonly drafts: ProtocolDraftsRepository,
    private readonly dryRuns: AskDryRun,
  ) {}

  /** Number of drafts made. `accounts`: ids by login. */
  async seed(space: Space, accounts: ReadonlyMap<string, string>): Promise<number> {
    const now = spaceNow(space);
    const as = <T>(login: string, daysAgo: number, act: ServiceAct, work: () => Promise<T>): Promise<T> =>
      this.units.runAct(accountContext(space, accounts, login, now - daysAgo * DAY), DRAFTED, async () => {
        await this.rights.demand({ on: 'service', act }, { params: {}, body: {} }, true);
        return work();
      });
    const id = await as('pia', 5, 'edit-protocol', () => this.beginDraft());
    if (id === null) return 0;
    await as('pia', 4.9, 'edit-protocol', () => this.reviewing.submit(id, 2));
    await as('paul', 1, 'review-protocol', () =>
      this.reviewing.comment(id, { text: REMARK, place: { step: 'prosecutor_answer' } }),
    );
    await as('pia', 0.1, 'try-protocol', () =>
      this.dryRuns.askForDryRun({ protocol: 'protection', to: { draftId: id } }),
    );
    for (const protocol of ['identification', 'protection'])
      await as('sofia', 0.05, 'try-protocol', () =>
        this.dryRuns.askForDryRun({ protocol, to: { version: '1.0.0' } }),
      );
    return 1;
  }

  private async beginDraft(): Promise<string | null> {
    if ((await this.drafts.listDrafts()).length > 0) return null;
    const id = await this.writing.beginFrom('protection', '1.0.0');
    const { files } = (await this.drafts.findDraft(id)) ?? {};
    await this.writing.saveDraft(
      id,
      { files: shortened(files ?? {}), changeNotes: NOTES, inForceFrom: null },
      1,
    );
    return id;
  }
}

/** Five days for the prosecutor's first answer; what worked examples expect follows. */
const shortened = (files: ProtocolFiles): ProtocolFiles =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      text
        .replace(/^version: 1\.0\.0$/m, 'version: 1.1.0')
        .replace(/^of: protection@1\.0\.0$/m, 'of: protection@1.1.0')
        .replace(
          'within: 7 days\n      from: report_prosecutor',
          'within: 5 days\n      from: report_prosecutor',
        )
        .replace(/(prosecutor_answer: \{ at: \d{4}-04-)10/g, '$108'),
    ]),
  );
