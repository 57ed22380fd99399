import { DIRECTORY_KINDS, type DirectoryKind, SERVICE_KINDS_WORDS } from '../profile/service-kinds';
import { needDefinition, SERVICE_NEEDS, type ServiceNeed } from '../profile/service-needs';
import {
  SERVED_SEXES,
  type ServedAges,
  type ServedSex,
  type ServiceProfile,
} from '../profile/service-profile';
import { SERVICE_LIMITS } from '../profile/service-shapes';
import { SERVICE_TRAITS } from '../profile/service-traits';
import type { Words } from '../profile/words';
import { readCsv } from './read-csv';
import { readTitles } from './read-titles';
import { plain, type TableColumn } from './table-columns';
import type { ServiceTableProblem } from './table-problem';

/** Lines of one table, at most. */
export const MAX_TABLE_LINES = 5_000;

/** A time of day to another, `HH:MM`. */
interface Period {
  readonly from: string;
  readonly to: string;
}

/** A service as a line tells it, read and not yet checked; what the line does not say is not known. */
export interface TableService {
  readonly line: number;
  readonly name: string;
  readonly kind: DirectoryKind;
  /** As they are written, two letters at least; none: the whole country. */
  readonly territories: readonly string[];
  readonly needs: readonly ServiceNeed[] | null;
  readonly ages: ServedAges | null;
  readonly sexes: readonly ServedSex[] | null;
  readonly languages: readonly string[] | null;
  readonly traits: ServiceProfile['traits'];
  readonly waitingDays: number | null;
  readonly phones: readonly string[];
  readonly email: string | null;
  /** `null`: not known. */
  readonly hours: { readonly weekdays: Period | null; readonly weekends: Period | null } | null;
  readonly address: string | null;
  readonly say: string | null;
  /** What stands in a column of this line. */
  readonly cell: (column: TableColumn) => string;
}

interface Read {
  readonly services: readonly TableService[];
  /** Of each line with something that can’t be read, what could be: to be checked as well, and never taken in. */
  readonly doubtful: readonly TableService[];
  readonly problems: readonly ServiceTableProblem[];
  /** Titles of columns that nobody reads, as they are written. */
  readonly unread: readonly string[];
}

/**
 * The services of a table and what can't be read in it, line by line; a line with something that can't be read gives no service. What
 * was read is checked by who takes it in, as what is typed in a form is.
 */
export function readServiceTable(text: string): Read {
  const [head, ...lines] = readCsv(text);
  const { placeOf, count, unread, problems: inTitles } = readTitles(head);
  if (inTitles.length > 0) return { services: [], doubtful: [], problems: inTitles, unread };
  if (lines.length > MAX_TABLE_LINES)
    return {
      ...{ services: [], doubtful: [], unread },
      problems: [{ line: 1, column: null, code: 'too-many', found: String(lines.length) }],
    };
  const services: TableService[] = [];
  const doubtful: TableService[] = [];
  const problems: ServiceTableProblem[] = [];
  for (const { line, cells } of lines) {
    const wrong: ServiceTableProblem[] = [];
    const reader = new LineReader(line, (column) => cells[placeOf(column)] ?? '', wrong);
    const service = reader.readService();
    const stray = cells.slice(count).find(Boolean);
    if (stray !== undefined) wrong.push({ line, column: null, code: 'no-title', found: stray.slice(0, 60) });
    problems.push(...wrong);
    (wrong.length > 0 ? doubtful : services).push(service);
  }
  return { services, doubtful, problems, unread };
}

const TIMES = /^([01]?\d|2[0-3])[:hH]([0-5]\d)?\s*[-–]\s*([01]?\d|2[0-3])[:hH]([0-5]\d)?$/;
const ALL_DAY = ['24_24', '24h_24', '24h', '24_7', 'jour_et_nuit', 'day_and_night'];
const CLOSED = ['ferme', 'closed', 'non', 'no'];

/** `13-17`, `13 à 17 ans`: one number alone may be the lowest or the highest. */
const AGES = /^(\d{1,2})(?:ans)?(?:-|–|à|a|to)(\d{1,2})(?:ans|years)?$/i;

/** One line; each thing that can't be read goes into `wrong`. */
class LineReader {
  constructor(
    private readonly line: number,
    private readonly cell: (column: TableColumn) => string,
    private readonly wrong: ServiceTableProblem[],
  ) {}

  readService(): TableService {
    const traits = SERVICE_TRAITS.flatMap((trait) => {
      const has = this.yesNo(trait);
      return has === null ? [] : [[trait, has] as const];
    });
    const kind = this.code('kind', this.cell('kind'), DIRECTORY_KINDS, SERVICE_KINDS_WORDS);
    return {
      line: this.line,
      name: this.text('name') ?? '',
      kind: kind ?? 'ngo',
      territories: this.territories(),
      needs: this.codes('needs', SERVICE_NEEDS, NEED_WORDS),
      ages: this.ages(),
      sexes: this.codes('sexes', SERVED_SEXES, SEX_WORDS),
      languages: this.languages(),
      traits: Object.fromEntries(traits),
      waitingDays: this.number('waitingDays'),
      phones: this.readList('phones', /[,|/;\n]/),
      email: this.text('email'),
      hours: this.hours(),
      address: this.text('address'),
      say: this.text('say'),
      cell: this.cell,
    };
  }

  private addProblem(column: TableColumn, code: ServiceTableProblem['code'], found: string): null {
    this.wrong.push({ line: this.line, column, code, found: found.slice(0, 60) });
    return null;
  }

  /** Without the sign that spreadsheets write before what they would compute. */
  private text(column: TableColumn): string | null {
    return this.cell(column).replace(/^'(?=[=+\-@])/, '') || null;
  }

  private readList(column: TableColumn, between = /[,|/\n]/): readonly string[] {
    return this.cell(column)
      .split(between)
      .map((it) => it.trim())
      .filter(Boolean);
  }

  /** `*`, or the word for the whole country, is every département; `1` is what a spreadsheet makes of `01`. */
  private territories(): readonly string[] {
    const found = this.readList('territories').map((it) => it.toUpperCase().padStart(2, '0'));
    if (found.length === 0) this.addProblem('territories', 'empty', '');
    return found.some((it) => ['0*', 'NATIONAL', 'FRANCE'].includes(it)) ? [] : [...new Set(found)];
  }

  private ages(): ServedAges | null {
    const said = this.cell('ages');
    if (said !== '') {
      const [, low, high] = AGES.exec(said.replaceAll(/\s/g, '')) ?? [];
      return low === undefined || high === undefined
        ? this.addProblem('ages', 'not-ages', said)
        : { from: Number(low), to: Number(high) };
    }
    const from = this.number('ageFrom');
    const to = this.number('ageTo');
    return from === null && to === null ? null : { from: from ?? 0, to: to ?? SERVICE_LIMITS.age };
  }

  private number(column: TableColumn): number | null {
    const found = this.cell(column);
    if (found === '') return null;
    return /^\d{1,4}$/.test(found) ? Number(found) : this.addProblem(column, 'not-a-number', found);
  }

  private yesNo(column: TableColumn): boolean | null {
    const found = plain(this.cell(column));
    if (found === '' || ['inconnu', 'unknown', 'nsp'].includes(found)) return null;
    if (['oui', 'yes', 'o', 'y', 'x', '1', 'true'].includes(found)) return true;
    if (['non', 'no', 'n', '0', 'false'].includes(found)) return false;
    return this.addProblem(column, 'not-yes-no', this.cell(column));
  }

  private hours(): TableService['hours'] {
    const wrong = this.wrong.length;
    const [weekdays, weekends] = [this.period('weekdays'), this.period('weekends')];
    // Of a cell that can’t be read nothing follows for the other.
    const isUnread = this.wrong.length > wrong;
    return isUnread || (weekdays === undefined && weekends === undefined)
      ? null
      : { weekdays: weekdays ?? null, weekends: weekends ?? null };
  }

  /** `undefined`: not said. */
  private period(column: 'weekdays' | 'weekends'): Period | null | undefined {
    const found = this.cell(column);
    if (found === '') return undefined;
    if (ALL_DAY.includes(plain(found))) return { from: '00:00', to: '00:00' };
    if (CLOSED.includes(plain(found))) return null;
    const times = TIMES.exec(found);
    if (!times) return this.addProblem(column, 'not-hours', found);
    const [, fromHour = '', fromMinute = '00', toHour = '', toMinute = '00'] = times;
    return {
      from: `${fromHour.padStart(2, '0')}:${fromMinute}`,
      to: `${toHour.padStart(2, '0')}:${toMinute}`,
    };
  }

  private languages(): readonly string[] | null {
    const found = this.readList('languages').map((it) => it.toLowerCase());
    return found.length === 0 ? null : [...new Set(found)];
  }

  private codes<C extends string>(
    column: TableColumn,
    codes: readonly C[],
    words: Readonly<Record<C, Words>>,
  ): readonly C[] | null {
    const found = this.readList(column).flatMap((it) => this.code(column, it, codes, words) ?? []);
    return found.length === 0 ? null : [...new Set(found)];
  }

  /** By its code or by what it is called on screen. */
  private code<C extends string>(
    column: TableColumn,
    said: string,
    codes: readonly C[],
    words: Readonly<Record<C, Words>>,
  ): C | null {
    if (said === '') return this.addProblem(column, 'empty', '');
    const asked = plain(said);
    return (
      codes.find((code) => [code, words[code].fr, words[code].en].some((it) => plain(it) === asked)) ??
      this.addProblem(column, 'unknown-code', said)
    );
  }
}

const SEX_WORDS = {
  girl: { fr: 'fille', en: 'girls' },
  boy: { fr: 'garcon', en: 'boys' },
  other: { fr: 'autre', en: 'others' },
} as const;

const NEED_WORDS = Object.fromEntries(
  SERVICE_NEEDS.map((need) => [need, needDefinition(need).title]),
) as Readonly<Record<ServiceNeed, Words>>;
