import { Injectable } from '@nestjs/common';
import { aliasesOf, type Subject } from '../../platform/record/aliases';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AuditScopes } from '../conformance/audit-scope';
import type { EventLog } from './event-log';
import { LoggedRowsQuery } from './logged-rows.query';
import { writeEventLog } from './write-event-log';
import type { ConformanceFilterDto } from '../conformance/filters.dto';

/** What one answer holds: beyond, the period is to be shortened. */
const MOST_CASES = 1_000;
const MOST_ENTRIES = 50_000;

/** What happened in the cases of a team and period, for process-mining tools: pseudonymised, recorded with the cases shown. */
@Injectable()
export class EventLogService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scopes: AuditScopes,
    private readonly rows: LoggedRowsQuery,
  ) {}

  /** Throws `too-large`. */
  async writeEventLog(filter: ConformanceFilterDto): Promise<EventLog> {
    const scope = await this.scopes.findScope();
    const ids = await this.rows.cases(scope, filter, MOST_CASES + 1);
    if (ids.length > MOST_CASES) throw tooLarge();
    const entries = await this.rows.entries(ids, MOST_ENTRIES + 1);
    if (entries.length > MOST_ENTRIES) throw tooLarge();
    const runs = await this.rows.runs(ids);
    const facts = await this.rows.facts(ids);
    this.unit.shows(ids);
    const people = entries.map(({ enteredBy }) => enteredBy).filter((id) => !id.startsWith('system:'));
    const subjects: Subject[] = [
      ...ids.map((id): Subject => ['case', id]),
      ...[...new Set(people)].map((id): Subject => ['account', id]),
    ];
    const aliasOf = await aliasesOf(this.unit.manager, subjects);
    return writeEventLog({ runs, entries, facts }, (kind, id) => aliasOf([kind, id]));
  }
}

const tooLarge = (): Refusal =>
  new Refusal('too-large', {
    reasons: [
      {
        code: 'too-many-cases',
        text: {
          fr: `Pas plus de ${MOST_CASES} dossiers et ${MOST_ENTRIES} actes à la fois : choisissez une période plus courte ou une équipe.`,
          en: `No more than ${MOST_CASES} cases and ${MOST_ENTRIES} acts at once: choose a shorter period or a team.`,
        },
      },
    ],
  });
