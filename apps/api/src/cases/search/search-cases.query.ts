import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import { type CaseFileSearch, parseReference, tokensOfQuery } from '@repere/cases';
import { askerOf } from '../../platform/asker';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';
import { readCursor, writeCursor } from '../cursor';
import type { ReaderScope } from '../reader-scope';

/** Ids of cases found, in order, and the place of the next page. */
export interface FoundCases {
  readonly ids: readonly string[];
  readonly next: string | null;
}

interface FoundRow {
  readonly id: string;
  readonly changed_at: string;
  readonly next_due_at: string | null;
}

const USUAL_LIMIT = 25;
/** Sorts after every date: the place of a case without one. */
const NO_DATE = 'infinity';

/** Finds cases by reference, beginnings of names or a phone, without decrypting one; by pages, from an index. */
@Injectable()
export class SearchCasesQuery {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  async find(search: CaseFileSearch, scope: ReaderScope): Promise<FoundCases> {
    const { sort = 'recent', limit = USUAL_LIMIT } = search;
    const parameters = new Parameters();
    const filters = this.filters(search, parameters);
    if (filters === null) return { ids: [], next: null };
    const order = sort === 'due' ? DUE : RECENT;
    if (search.cursor !== undefined) {
      const [at, id] = readCursor(search.cursor, ['instant', 'id']);
      filters.push(order.after(parameters.add(at), parameters.add(id)));
    }
    const where = filters.map((it) => ` AND ${it}`).join('');
    const select = `SELECT c.id, c.changed_at, c.next_due_at FROM case_file c`;
    const tail = `${where} ORDER BY ${order.by} LIMIT ${parameters.add(limit + 1)}`;
    const own =
      search.scope === 'mine'
        ? `(${select} WHERE c.lead_id = ${parameters.add(scope.accountId)}${tail})`
        : `(SELECT x.* FROM unnest(${parameters.add(scope.teamIds)}::uuid[]) AS t (id)
             CROSS JOIN LATERAL (${select} WHERE c.team_id = t.id${tail}) AS x)`;
    const assigned = `(${select} WHERE c.id = ANY (${parameters.add(scope.assignedIds)}::uuid[])${tail})`;
    const rows: FoundRow[] = await this.unit.manager.query(
      `SELECT c.id, c.changed_at::text, c.next_due_at::text FROM (${own} UNION ${assigned}) AS c
        ORDER BY ${order.by} LIMIT ${parameters.add(limit + 1)}`,
      parameters.values,
    );
    const last = rows[limit - 1];
    return {
      ids: rows.slice(0, limit).map(({ id }) => id),
      next: rows.length > limit && last ? writeCursor([order.place(last), last.id]) : null,
    };
  }

  /** In some case at least that the account may read; what is found is cut besides. */
  private maySeeContacts(): boolean {
    const asker = askerOf(this.unit.account);
    const own = { kind: 'case-file', teamId: '', leadId: null, assignedIds: [asker.id] } as const;
    return may(asker, 'read', { ...own, fieldClass: 'contact' }).yes;
  }

  /** Conditions on `c`; `null` when nothing can fit. */
  private filters({ text, late, danger }: CaseFileSearch, parameters: Parameters): string[] | null {
    const filters: string[] = [];
    const reference = text === undefined ? undefined : parseReference(text);
    if (reference !== undefined) filters.push(`c.reference = ${parameters.add(reference)}`);
    else if (text !== undefined && text.trim() !== '') {
      const tokens = tokensOfQuery(text);
      // Whoever may not see a phone would learn it by asking for it.
      if (tokens.length === 0 || (tokens.some(({ kind }) => kind === 'phone') && !this.maySeeContacts()))
        return null;
      for (const { kind, text: word } of tokens)
        filters.push(
          `EXISTS (SELECT 1 FROM child_identity i WHERE i.case_file_id = c.id AND i.kind = ${parameters.add(kind)}
                      AND i.token = ${parameters.add(this.secrecy.blindToken(kind, word))})`,
        );
    }
    if (late)
      filters.push(
        `EXISTS (SELECT 1 FROM deadline d WHERE d.case_file_id = c.id AND d.owner = 'ours' AND d.met_at IS NULL
                    AND d.late_from <= ${parameters.add(new Date(this.unit.now()))})`,
      );
    if (danger && danger.length > 0)
      filters.push(
        `EXISTS (SELECT 1 FROM case_fact f WHERE f.case_file_id = c.id AND f.run_id IS NULL AND f.fact = 'danger'
                    AND f.value = ANY (${parameters.add(danger.map((code) => JSON.stringify(code)))}::jsonb[]))`,
      );
    return filters;
  }
}

const RECENT = {
  by: 'c.changed_at DESC, c.id DESC',
  after: (at: string, id: string) => `(c.changed_at, c.id) < (${at}::text::timestamptz, ${id}::uuid)`,
  place: ({ changed_at }: FoundRow) => changed_at,
};

const DUE = {
  by: 'c.next_due_at, c.id',
  after: (at: string, id: string) =>
    `((c.next_due_at, c.id) > (${at}::text::timestamptz, ${id}::uuid) OR (c.next_due_at IS NULL
       AND (${at}::text <> '${NO_DATE}' OR c.id > ${id}::uuid)))`,
  place: ({ next_due_at }: FoundRow) => next_due_at ?? NO_DATE,
};

/** Values of a query, numbered as they are added. */
class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${String(this.values.length)}`;
  }
}
