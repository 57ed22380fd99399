import { mayNowhere } from '@repere/access';
import { Injectable } from '@nestjs/common';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { UUID } from '../../platform/uuid';
import { CaseReader } from '../reading/case-reader';
import { readCursor, writeCursor } from '../../platform/requests/cursor';
import { command, rows } from '../../platform/data/statement';
import type { LoadedCase } from '../reading/loaded-case';
import { redactDeviation } from '../page/redaction/redact-deviations';
import { ReaderScopes } from '../rights/reader-scope';
import { REDACTED, redactedClasses } from '../disclosure/redacted-classes';
import { stepTitle } from '../words/entry-title';
import { alertsOf } from './alerts-of';
import type { AlertItemDto } from './alerts.dto';
import type { Page } from '../../platform/answers/page';

/** Each item folds its case, so a page is short. */
const PAGE = 20;

interface AlertRow {
  readonly id: string;
  readonly caseFileId: string;
  /** Microseconds, as a cursor keeps them. */
  readonly at: string;
}

const UNSEEN = rows<AlertRow>({ id: 'uuid', caseFileId: 'uuid', at: 'text' }).from(
  `SELECT a.id, a.case_file_id AS "caseFileId", a.at::text AS at FROM alert a
    WHERE a.team_id = ANY ($1::uuid[]) AND NOT EXISTS (SELECT 1 FROM alert_seen s WHERE s.alert_id = a.id)
      AND ($2::text IS NULL OR (a.at, a.id) < ($2::text::timestamptz, $3::uuid))
    ORDER BY a.at DESC, a.id DESC LIMIT $4`,
);

const OF_CASE = rows<{ readonly id: string }>({ id: 'uuid' }).from(
  `SELECT id FROM alert WHERE id = $1 AND case_file_id = $2`,
);

/** The first to see it stays. */
const see = command(
  `INSERT INTO alert_seen (alert_id, case_file_id, seen_by, seen_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
);

/** What supervisors must know: which, from the projection; the words, from the case itself. */
@Injectable()
export class AlertsQuery {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scopes: ReaderScopes,
    private readonly reader: CaseReader,
  ) {}

  /** Not yet seen, in the teams that the reader supervises, newest first. */
  async page(cursor?: string): Promise<Page<AlertItemDto>> {
    const teamIds = this.scopes.teamsFor('approve');
    if (teamIds.length === 0) throw new Refusal('not-allowed', { reasons: [mayNowhere('approve')] });
    const after = cursor === undefined ? null : readCursor(cursor, ['instant', 'id']);
    const asked = [teamIds, after?.[0] ?? null, after?.[1] ?? null, PAGE + 1];
    const found = await UNSEEN.readRows(this.unit.manager, asked);
    const shown = found.slice(0, PAGE);
    const cases = await this.reader.loadAll(shown.map(({ caseFileId }) => caseFileId));
    this.unit.shows([...cases.keys()]);
    const last = shown.at(-1);
    return {
      items: shown.flatMap(({ id, caseFileId }) => {
        const file = cases.get(caseFileId);
        return file ? (this.item(file, id) ?? []) : [];
      }),
      next: found.length > PAGE && last ? writeCursor([last.at, last.id]) : null,
    };
  }

  /** Takes an alert off the lists, and keeps who saw it first and when. Throws `not-found`, `not-allowed`. */
  async see(caseFileId: string, alertId: string): Promise<void> {
    const { id } = await this.reader.allowed(caseFileId, 'approve');
    if (!UUID.test(alertId)) throw new Refusal('not-found');
    const { manager, account } = this.unit;
    if (!(await OF_CASE.first(manager, [alertId, id]))) throw new Refusal('not-found');
    await see(manager, [alertId, id, account.id, new Date(this.unit.now())]);
    this.unit.notes({ alert: alertId });
  }

  private item(file: LoadedCase, alertId: string): AlertItemDto | null {
    const alert = alertsOf(file).find(({ id }) => id === alertId);
    if (!alert) return null;
    const { deviation, entryId, at } = alert;
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource);
    return {
      id: alertId,
      caseFileId: file.row.id,
      reference: file.row.reference,
      calledName: redacted.has('identity') ? REDACTED : file.child.calledName,
      runId: deviation.runId,
      step: deviation.step,
      entryId,
      kind: deviation.kind === 'rights-incident' ? 'rights-incident' : 'flag',
      title: stepTitle(file, deviation.runId, deviation.step),
      text: redactDeviation(file, deviation, redacted).text,
      at: new Date(at).toISOString(),
    };
  }
}
