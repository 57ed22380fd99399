import { Injectable } from '@nestjs/common';
import { parseReference, type SearchTerm, termsOfQuery } from '@repere/cases';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { readCursor, writeCursor } from '../../platform/requests/cursor';
import type { ReaderScope } from '../rights/reader-scope';
import { rows } from '../../platform/data/statement';
import { type IndexGeneration, IndexGenerations } from '../../platform/secrecy/index-generations';
import { FittingCasesService } from './fitting-cases.service';
import { nameExpressions } from './name-expressions.query';
import { Parameters } from '../../platform/requests/parameters';
import { lateAt, OURS_UNDONE } from '../worklist/work-phases.query';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { dangerRank, rankedDangers, shownDanger } from '../worklist/danger-rank.query';
import { type CaseFileSearchDto, TO_WEIGH } from './search-cases.dto';

/** Ids of cases found, in order, and the place of the next page. */
export interface FoundCases {
  readonly ids: readonly string[];
  readonly next: string | null;
}

interface FoundRow {
  readonly id: string;
  readonly changed_at: string;
  readonly next_due_at: string | null;
  readonly danger_rank: number;
}

/** Where a page begins: behind this case. `rank`: of its danger, where the list goes by it. */
type PageStart = readonly [rank: number, at: string, id: string];

const USUAL_LIMIT = 25;
/**
 * Of what the index gives by name, most fits: twice a page mostly holds one. Where much fits the bits by chance alone, more is opened
 * at once from then on.
 */
const OPENED_AT_ONCE = 250;
/** Sorts after every date: the place of a case without one. */
const NO_DATE = 'infinity';

/** Finds cases by reference, parts and sounds of names, or a phone; by pages, from an index. */
@Injectable()
export class SearchCasesQuery {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly generations: IndexGenerations,
    private readonly fitting: FittingCasesService,
    private readonly library: ProtocolLibrary,
  ) {}

  async findCases(search: CaseFileSearchDto, scope: ReaderScope): Promise<FoundCases> {
    const { sort = 'recent', limit = USUAL_LIMIT, cursor } = search;
    const order = ORDERS[sort];
    const terms = termsOf(search);
    if (terms?.length === 0) return { ids: [], next: null };
    const dangers = sort === 'danger' ? rankedDangers(this.library.shared) : [];
    const found: FoundRow[] = [];
    let after: PageStart | null =
      cursor === undefined ? null : readCursor(cursor, ['number', 'instant', 'id']);
    let size = terms ? 2 * (limit + 1) : limit + 1;
    for (let isLast = false; found.length <= limit && !isLast; size = Math.max(size, OPENED_AT_ONCE)) {
      const page = await this.page({ search, scope, dangers, after, size, now: this.unit.now() }, terms);
      const fits = terms && (await this.fitting.findFitting(idsOf(page), terms));
      found.push(...page.filter(({ id }) => !fits || fits.has(id)));
      const last = page.at(-1);
      isLast = page.length < size || !last;
      if (last) after = [last.danger_rank, order.place(last), last.id];
    }
    const last = found[limit - 1];
    return {
      ids: idsOf(found.slice(0, limit)),
      next: found.length > limit && last ? writeCursor([last.danger_rank, order.place(last), last.id]) : null,
    };
  }

  /** The next cases in the order asked for, of the reader's; by name: those that may fit. */
  private async page(asked: AskedPage, terms: readonly SearchTerm[] | null): Promise<readonly FoundRow[]> {
    const { manager } = this.unit;
    if (!terms) return ANY.readRows(manager, asked);
    const searched = await this.generations.searched();
    return searched ? BY_NAME.readRows(manager, asked, terms, searched) : [];
  }
}

/** Words or a phone that were typed; `null` when nothing was, or a reference. */
function termsOf({ text }: CaseFileSearchDto): readonly SearchTerm[] | null {
  const isNamed = text !== undefined && text.trim() !== '' && parseReference(text) === undefined;
  return isNamed ? termsOfQuery(text) : null;
}

const idsOf = (found: readonly FoundRow[]): readonly string[] => found.map(({ id }) => id);

interface Order {
  readonly by: string;
  readonly after: (at: string, id: string, rank: string) => string;
  readonly place: (row: FoundRow) => string;
}

/** In which order cases are listed: the gravest danger, what changed last, what is due first. */
const ORDERS: Readonly<Record<NonNullable<CaseFileSearchDto['sort']>, Order>> = {
  danger: {
    by: 'danger_rank, c.changed_at DESC, c.id DESC',
    after: (at, id, rank) =>
      `(danger_rank > ${rank}::int OR danger_rank = ${rank}::int
         AND (c.changed_at, c.id) < (${at}::text::timestamptz, ${id}::uuid))`,
    place: ({ changed_at }) => changed_at,
  },
  recent: {
    by: 'c.changed_at DESC, c.id DESC',
    after: (at, id) => `(c.changed_at, c.id) < (${at}::text::timestamptz, ${id}::uuid)`,
    place: ({ changed_at }) => changed_at,
  },
  due: {
    by: 'c.next_due_at, c.id',
    after: (at, id) =>
      `((c.next_due_at, c.id) > (${at}::text::timestamptz, ${id}::uuid) OR (c.next_due_at IS NULL
         AND (${at}::text <> '${NO_DATE}' OR c.id > ${id}::uuid)))`,
    place: ({ next_due_at }) => next_due_at ?? NO_DATE,
  },
};

/** A page that is asked for. `now`: the space's clock, epoch milliseconds. */
interface AskedPage {
  readonly search: CaseFileSearchDto;
  readonly scope: ReaderScope;
  /** Codes of danger, the gravest first, where the list goes by them. */
  readonly dangers: readonly string[];
  readonly after: PageStart | null;
  readonly size: number;
  readonly now: number;
}

const orderOf = ({ sort = 'recent' }: CaseFileSearchDto): Order => ORDERS[sort];

/** The case `c`, and how grave its danger is where the list goes by it: asked of nothing else, since it costs a look at each case. */
function casesOf({ search, dangers }: AskedPage, parameters: Parameters): string {
  if (search.sort !== 'danger') return `(SELECT *, 0 AS danger_rank FROM case_file) AS c`;
  const ranked = `${parameters.addValue(dangers)}::text[]`;
  return `(SELECT q.*, g."dangerRank" AS danger_rank FROM case_file q CROSS JOIN LATERAL (${dangerRank('q.id', ranked)}) AS g) AS c`;
}

/** Conditions on `c`. */
function filtersOf({ text, late, danger }: CaseFileSearchDto, now: number, parameters: Parameters): string[] {
  const filters: string[] = [];
  const reference = text === undefined ? undefined : parseReference(text);
  if (reference !== undefined) filters.push(`c.reference = ${parameters.addValue(reference)}`);
  if (late)
    filters.push(
      `EXISTS (SELECT 1 FROM deadline d WHERE d.case_file_id = c.id AND ${OURS_UNDONE}
                  AND ${lateAt(parameters.addValue(new Date(now)))})`,
    );
  if (danger && danger.length > 0) filters.push(ofDangers(danger, parameters));
  return filters;
}

/** A danger that nobody has weighed since it was seen stands among what is to be weighed, whatever it was weighed as before. */
function ofDangers(danger: readonly string[], parameters: Parameters): string {
  const codes = danger.filter((code) => code !== TO_WEIGH).map((code) => JSON.stringify(code));
  const weighed = `EXISTS (SELECT 1 FROM case_fact f WHERE f.case_file_id = c.id AND f.role = 'danger'
                  AND f.value = ANY (${parameters.addValue(codes)}::jsonb[]))`;
  if (!danger.includes(TO_WEIGH)) return weighed;
  const toWeigh = `EXISTS (SELECT FROM (${shownDanger('c.id')}) AS s WHERE s.danger IS NULL OR s."isDangerSeen")`;
  return `(${weighed} OR ${toWeigh})`;
}

/** What comes behind the WHERE of each branch: what narrows, the order, how many. */
function tailOf({ search, after, size, now }: AskedPage, parameters: Parameters): string {
  const order = orderOf(search);
  const filters = filtersOf(search, now, parameters);
  if (after) {
    const [rank, at, id] = after;
    const rankAt = search.sort === 'danger' ? parameters.addValue(rank) : '';
    filters.push(order.after(parameters.addValue(at), parameters.addValue(id), rankAt));
  }
  const where = filters.map((it) => ` AND ${it}`).join('');
  return `${where} ORDER BY ${order.by} LIMIT ${parameters.addValue(size)}`;
}

const PAGE_SAMPLES = [
  { scope: 'mine', text: 'D-0000-0000', late: true, danger: ['risk', TO_WEIGH] },
  { scope: 'team', sort: 'due' },
  { scope: 'team', sort: 'danger' },
  { scope: 'team' },
].flatMap((search) =>
  [null, [1, '2026-01-01', 'id'] as const].map((after) => [
    {
      search: search as CaseFileSearchDto,
      scope: { accountId: '', teamIds: [], assignedIds: [], auditedIds: [], missionIds: [] },
      ...{ dangers: ['a', ''], after, size: 1, now: 0 },
    },
  ]),
) as unknown as readonly (readonly [AskedPage])[];

const FOUND = { id: 'uuid', changed_at: 'text', next_due_at: 'text?', danger_rank: 'integer' } as const;

const ANY = rows<FoundRow>(FOUND).written((asked: AskedPage) => {
  const { search, scope, size } = asked;
  const parameters = new Parameters();
  const tail = tailOf(asked, parameters);
  const select = `SELECT c.id, c.changed_at, c.next_due_at, danger_rank FROM ${casesOf(asked, parameters)}`;
  const own =
    search.scope === 'mine'
      ? `(${select} WHERE c.lead_id = ${parameters.addValue(scope.accountId)}${tail})`
      : `(SELECT x.* FROM unnest(${parameters.addValue(scope.teamIds)}::uuid[]) AS t (id)
           CROSS JOIN LATERAL (${select} WHERE c.team_id = t.id${tail}) AS x)`;
  const entrusted = parameters.addValue([...scope.assignedIds, ...scope.auditedIds]);
  const assigned = `(${select} WHERE c.id = ANY (${entrusted}::uuid[])${tail})`;
  const text = `SELECT c.id, c.changed_at::text, c.next_due_at::text, danger_rank FROM (${own} UNION ${assigned}) AS c
      ORDER BY ${orderOf(search).by} LIMIT ${parameters.addValue(size)}`;
  return { text, values: parameters.values };
}, PAGE_SAMPLES);

const BY_NAME = rows<FoundRow>(FOUND).written(
  (asked: AskedPage, terms: readonly SearchTerm[], searched: Pick<IndexGeneration, 'generation' | 'key'>) => {
    const { search, scope } = asked;
    const parameters = new Parameters();
    const cases = casesOf(asked, parameters);
    const tail = tailOf(asked, parameters);
    // Whom a phone belongs to is not for who audits.
    const isForPhone = terms.some(({ kind }) => kind === 'phone');
    const entrusted = isForPhone ? scope.assignedIds : [...scope.assignedIds, ...scope.auditedIds];
    const own =
      search.scope === 'mine'
        ? `s.case_file_id IN (SELECT id FROM case_file WHERE lead_id = ${parameters.addValue(scope.accountId)})`
        : `s.team_id = ANY (${parameters.addValue(scope.teamIds)}::uuid[])`;
    const among = [own, `s.case_file_id = ANY (${parameters.addValue(entrusted)}::uuid[])`];
    const found = nameExpressions(searched, terms, among, parameters);
    const text = `${found} SELECT c.id, c.changed_at::text, c.next_due_at::text, danger_rank
      FROM found f JOIN ${cases} ON c.id = f.id WHERE true${tail}`;
    return { text, values: parameters.values };
  },
  PAGE_SAMPLES.map(([asked]) => [asked, termsOfQuery('Léa M'), { generation: 1, key: Buffer.alloc(32) }]),
);
