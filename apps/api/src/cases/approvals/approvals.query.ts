import { mayNowhere } from '@repere/access';
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Age, ageOn, dayIn, engineRoles } from '@repere/cases';
import { applyEntry, decide, entryAsCorrected, type JournalEntry } from '@repere/case-engine';
import { factsByRole, type FieldClass, ROLES } from '@repere/protocol';
import { zoneOf } from '@repere/territories';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { answerOfRole } from '../reading/answers-of-role';
import { groundsShown } from '../reading/grounds-shown';
import { signsOf } from '../reading/signs-of';
import { AccountNames } from '../reading/account-names';
import { CaseReader } from '../reading/case-reader';
import { readCursor, writeCursor } from '../../platform/requests/cursor';
import type { LoadedCase } from '../reading/loaded-case';
import { redactedWordsOf } from '../disclosure/opens-words';
import { sightOf } from '../disclosure/value-sight';
import { peopleAround } from '../people/people-around-child';
import type { KnownPerson } from '../people/person-row';
import { showPerson } from '../people/show-person';
import { shownDanger } from '../worklist/danger-rank.query';
import { ReaderScopes } from '../rights/reader-scope';
import { effectsOf } from '../steps/effects';
import { reasonsOfDecision, valuesShown } from '../reading/timeline';
import { REDACTED, redactedClasses } from '../disclosure/redacted-classes';
import { stepTitle } from '../words/entry-title';
import { whyMayNotApprove } from './may-approve';
import type { ApprovalItemDto } from './approvals.dto';
import type { Page } from '../../platform/answers/page';

/** Each item folds its case, so a page is short. */
const PAGE = 20;

interface WaitingRow {
  readonly caseFileId: string;
  readonly runId: string;
  readonly step: string;
  readonly place: string;
  /** A danger was seen that nobody has weighed since. */
  readonly isDangerSeen: boolean;
}

/** What waits for a second person: which, from the projections; the words, from the case itself. */
@Injectable()
export class ApprovalsQuery {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scopes: ReaderScopes,
    private readonly reader: CaseReader,
    private readonly names: AccountNames,
    private readonly library: ProtocolLibrary,
  ) {}

  async page(cursor?: string): Promise<Page<ApprovalItemDto>> {
    const teamIds = this.scopes.teamsFor('approve');
    if (teamIds.length === 0) throw new Refusal('not-allowed', { reasons: [mayNowhere('approve')] });
    const after = cursor === undefined ? null : readCursor(cursor, ['instant', 'id', 'text']);
    const found = await WAITING.readRows(this.unit.manager, [
      ...[teamIds, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, PAGE + 1],
      ...(await this.askedParameters()),
    ]);
    const shown = found.slice(0, PAGE);
    const cases = await this.reader.loadAll(shown.map(({ caseFileId }) => caseFileId));
    const names = await this.names.readNames(
      [...cases.values()].flatMap(({ journal }) => journal.map(({ enteredBy }) => enteredBy)),
    );
    this.unit.shows([...cases.keys()]);
    const last = shown.at(-1);
    const items: ApprovalItemDto[] = [];
    for (const row of shown) {
      const file = cases.get(row.caseFileId);
      const item = file ? this.item(file, row, names, peopleAround(file)) : null;
      if (item) items.push(item);
    }
    return {
      items,
      next: found.length > PAGE && last ? writeCursor([last.place, last.runId, last.step]) : null,
      total: await this.count(teamIds),
    };
  }

  /** How many of all that wait this account may approve: not its own act, and of its role. */
  private async count(teamIds: readonly string[]): Promise<number> {
    const { account } = this.unit;
    const row = await COUNT.first(this.unit.manager, [
      ...[teamIds, ...(await this.askedParameters())],
      ...[engineRoles(account.roles), account.id],
    ]);
    return row?.count ?? 0;
  }

  /** Cases and acts that this account was asked to approve, of whatever team. */
  private async askedParameters(): Promise<
    readonly [caseFileIds: readonly string[], entryIds: readonly string[]]
  > {
    const found = await ASKED.readRows(this.unit.manager, [this.unit.account.id, new Date(this.unit.now())]);
    return [found.map(({ caseFileId }) => caseFileId), found.map(({ entryId }) => entryId)];
  }

  private item(
    file: LoadedCase,
    { runId, step, isDangerSeen }: WaitingRow,
    names: ReadonlyMap<string, string>,
    people: readonly KnownPerson[],
  ): ApprovalItemDto | null {
    const { account } = this.unit;
    const view = file.view.runs.find((run) => run.runId === runId)?.steps.find(({ id }) => id === step);
    const journalled = file.journal.find(({ id }) => id === view?.toApprove);
    if (!view || !journalled) return null;
    // What is agreed to is the entry as it reads now.
    const entry = entryAsCorrected(file.state, journalled.id) ?? journalled;
    const redacted = redactedClasses(principalOf(account), file.resource);
    const hidden = redactedWordsOf(file, entry, redacted);
    const isStep = entry.kind === 'step-completed';
    const bestInterests = isStep ? (entry.bestInterests ?? null) : null;
    const childView = isStep ? (entry.childView ?? null) : null;
    const reasons = isStep ? reasonsOfDecision(file, entry) : [];
    const redactedWords = [
      ...(reasons.length > 0 && hidden.includes('reasons') ? (['reasons'] as const) : []),
      ...(bestInterests !== null && hidden.includes('bestInterests') ? (['bestInterests'] as const) : []),
      ...(childView !== null && hidden.includes('childView') ? (['childView'] as const) : []),
    ];
    const dueAt = view.approvalDeadline?.dueAt;
    return {
      caseFileId: file.row.id,
      reference: file.row.reference,
      calledName: redacted.has('identity') ? REDACTED : file.child.calledName,
      age: redacted.has('identity') ? REDACTED : ageOf(file, this.unit.now()),
      ...this.danger(file, redacted, isDangerSeen),
      signs: signsOf(file, redacted),
      facts: groundsShown(file, runId, step, redacted),
      runId,
      step,
      entryId: entry.id,
      seq: file.seq,
      title: stepTitle(file, runId, step),
      protocolTitle: file.documentOf(runId).title,
      enteredBy: names.get(entry.enteredBy) ?? entry.enteredBy,
      occurredAt: new Date(entry.occurredAt.from).toISOString(),
      dueAt: typeof dueAt === 'number' ? new Date(dueAt).toISOString() : null,
      inEffect: view.state !== 'awaiting-approval',
      mayNot: whyMayNotApprove(account, file, runId, step, entry.id),
      values: valuesShown(
        file,
        runId,
        isStep ? entry.values : {},
        '',
        sightOf(file, [journalled, entry], redacted),
      ),
      reasons: hidden.includes('reasons') ? [] : reasons,
      bestInterests: hidden.includes('bestInterests') ? null : bestInterests,
      childView: hidden.includes('childView') ? null : childView,
      ...(redactedWords.length > 0 && { redactedWords }),
      missingWords: view.missingWords ?? [],
      effects: this.effects(file, runId, step, entry, redacted),
      ...(people.length > 0 && { people: people.map((it) => showPerson(file, it, redacted)) }),
    };
  }

  /** How grave it is now, to those who may see it; that nobody weighed it is said, never left open. */
  private danger(
    file: LoadedCase,
    redacted: ReadonlySet<FieldClass>,
    isDangerSeen: boolean,
  ): Pick<ApprovalItemDto, 'danger' | 'dangerState'> {
    const { shared } = this.library;
    const role = factsByRole(shared).get('danger');
    if (!role || redacted.has(role.definition.class)) return { danger: null, dangerState: 'redacted' };
    const told = file.view.facts.find(({ fact, runId }) => fact === role.fact && runId === null);
    const danger = answerOfRole(shared, 'danger', told?.value ?? null);
    return { danger, dangerState: isDangerSeen ? 'seen' : danger ? 'weighed' : 'not-known' };
  }

  /** What approving would change, whoever gives it. */
  private effects(
    file: LoadedCase,
    runId: string,
    step: string,
    entry: JournalEntry,
    redacted: ReadonlySet<FieldClass>,
  ): ApprovalItemDto['effects'] {
    const tried = file.apart();
    const decision = decide(
      tried.state,
      { kind: 'approve', runId, step, entryId: entry.id },
      {
        actor: { id: 'somebody-else', roles: ROLES, inCharge: false },
        now: this.unit.now(),
        newId: randomUUID,
        inForce: file.inForce,
      },
    );
    if (!decision.ok) return [];
    void tried.view;
    const after = tried.after(decision.entries, decision.entries.reduce(applyEntry, tried.state));
    return effectsOf(tried, after, decision.entries, { runId, step }, redacted);
  }
}

const ageOf = (file: LoadedCase, now: number): Age =>
  ageOn(file.child.birth, dayIn(zoneOf(file.row.territory), now));

const WAITING = rows<WaitingRow>({
  ...{ caseFileId: 'uuid', runId: 'uuid', step: 'text', place: 'text', isDangerSeen: 'boolean' },
}).from(`
  SELECT w.*, danger."isDangerSeen" FROM (
  SELECT s.case_file_id AS "caseFileId", s.run_id AS "runId", s.step, coalesce(d.due_at, '-infinity')::text AS place
    FROM step_state s LEFT JOIN deadline d ON d.run_id = s.run_id AND d.step = s.step AND d.of = 'approval'
   WHERE (s.team_id = ANY ($1::uuid[]) OR s.case_file_id = ANY ($6::uuid[]) AND s.to_approve = ANY ($7::uuid[]))
     AND s.to_approve IS NOT NULL
     AND ($2::text IS NULL OR (coalesce(d.due_at, '-infinity'), s.run_id, s.step) > ($2::text::timestamptz, $3::uuid, $4::text))
   ORDER BY coalesce(d.due_at, '-infinity'), s.run_id, s.step LIMIT $5) AS w
   CROSS JOIN LATERAL (${shownDanger('w."caseFileId"')}) AS danger ORDER BY w.place::timestamptz, w."runId", w.step`);

const COUNT = rows<{ readonly count: number }>({ count: 'integer' }).from(`
  SELECT count(*)::int AS count FROM step_state s
   WHERE (s.team_id = ANY ($1::uuid[]) OR s.case_file_id = ANY ($2::uuid[]) AND s.to_approve = ANY ($3::uuid[]))
     AND s.to_approve IS NOT NULL AND s.approver_role = ANY ($4::text[])
     AND NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.entered_by = $5 AND e.case_file_id = s.case_file_id
                        AND e.id = s.to_approve)`);

const ASKED = rows<{ readonly caseFileId: string; readonly entryId: string }>({
  ...{ caseFileId: 'uuid', entryId: 'uuid!' },
}).from(`
  SELECT case_file_id AS "caseFileId", entry_id AS "entryId" FROM assignment
   WHERE account_id = $1 AND relation = 'approver' AND ended_at IS NULL AND until_at > $2`);
