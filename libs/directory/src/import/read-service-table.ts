import { DIRECTORY_KINDS, SERVICE_KINDS_WORDS } from '../profile/service-kinds';
import { needDefinition, SERVICE_NEEDS, type ServiceNeed } from '../profile/service-needs';
import { SERVED_SEXES, type ServedAges, type ServiceProfile } from '../profile/service-profile';
import { LANGUAGE_TAG, PHONE_NUMBER, SERVICE_LIMITS } from '../profile/service-shapes';
import { SERVICE_TRAITS } from '../profile/service-traits';
import type { Words } from '../profile/words';
import { readCsv } from './read-csv';
import { plain, SERVICE_TABLE_COLUMNS, TABLE_COLUMNS, type TableColumn } from './table-columns';

export { SERVICE_TABLE_COLUMNS } from './table-columns';

/** Lines of one table, at most. */
export const MAX_TABLE_LINES = 5_000;

/** A time of day to another, `HH:MM`. */
interface Period {
  readonly from: string;
  readonly to: string;
}

/** A service as a line tells it; what the line does not say is not known. */
export interface TableService {
  readonly line: number;
  readonly name: string;
  readonly phones: readonly string[];
  readonly email: string | null;
  /** `null`: not known. */
  readonly hours: { readonly weekdays: Period | null; readonly weekends: Period | null } | null;
  readonly address: string | null;
  readonly say: string | null;
  readonly profile: ServiceProfile;
}

/** What is wrong in a line, or with the table (`line` 1). */
export interface ServiceTableProblem {
  readonly line: number;
  readonly column: TableColumn | null;
  readonly code:
    | 'no-column'
    | 'empty'
    | 'too-long'
    | 'unknown-code'
    | 'not-a-territory'
    | 'not-a-number'
    | 'not-a-phone'
    | 'not-hours'
    | 'not-yes-no'
    | 'not-text'
    | 'too-many';
  /** What stands there, shortened. */
  readonly found: string;
}

interface Read {
  readonly services: readonly TableService[];
  readonly problems: readonly ServiceTableProblem[];
}

/**
 * The services of a table and what is wrong in it, line by line; a line with something wrong gives no service. `isTerritory`: whether
 * a code is one of INSEE's; `isText`: whether a text holds only what people write.
 */
export function readServiceTable(
  text: string,
  isTerritory: (code: string) => boolean,
  isText: (text: string) => boolean,
): Read {
  const [head, ...lines] = readCsv(text);
  const titles = head?.cells.map(plain) ?? [];
  const places = new Map(
    TABLE_COLUMNS.map((column) => [
      column,
      titles.findIndex((title) => SERVICE_TABLE_COLUMNS[column].some((it) => it === title)),
    ]),
  );
  const missing = (['name', 'kind', 'territories'] as const).filter((it) => (places.get(it) ?? -1) < 0);
  if (missing.length > 0)
    return {
      services: [],
      problems: missing.map((column) => ({
        ...{ line: head?.line ?? 1, column, code: 'no-column' },
        found: SERVICE_TABLE_COLUMNS[column][0],
      })),
    };
  if (lines.length > MAX_TABLE_LINES)
    return {
      services: [],
      problems: [{ line: 1, column: null, code: 'too-many', found: String(lines.length) }],
    };
  const services: TableService[] = [];
  const problems: ServiceTableProblem[] = [];
  for (const { line, cells } of lines) {
    const wrong: ServiceTableProblem[] = [];
    const reader = new LineReader(line, (column) => cells[places.get(column) ?? -1] ?? '', isText, wrong);
    const service = reader.readService(isTerritory);
    if (wrong.length > 0) problems.push(...wrong);
    else services.push(service);
  }
  return { services, problems };
}

const TIMES = /^([01]?\d|2[0-3])[:hH]([0-5]\d)?\s*[-–]\s*([01]?\d|2[0-3])[:hH]([0-5]\d)?$/;
const ALL_DAY = ['24_24', '24h_24', '24h', '24_7', 'jour_et_nuit', 'day_and_night'];
const CLOSED = ['ferme', 'closed', 'non', 'no'];

/** One line; each thing that is wrong goes into `wrong`. */
class LineReader {
  constructor(
    private readonly line: number,
    private readonly cell: (column: TableColumn) => string,
    private readonly isText: (text: string) => boolean,
    private readonly wrong: ServiceTableProblem[],
  ) {}

  readService(isTerritory: (code: string) => boolean): TableService {
    const traits = SERVICE_TRAITS.flatMap((trait) => {
      const has = this.yesNo(trait);
      return has === null ? [] : [[trait, has] as const];
    });
    const kind = this.code('kind', this.cell('kind'), DIRECTORY_KINDS, SERVICE_KINDS_WORDS);
    return {
      line: this.line,
      name: this.required('name', SERVICE_LIMITS.name),
      phones: this.phones(),
      email: this.text('email', 200),
      hours: this.hours(),
      address: this.text('address', SERVICE_LIMITS.address),
      say: this.text('say', SERVICE_LIMITS.say),
      profile: {
        kind: kind ?? 'ngo',
        territories: this.territories(isTerritory),
        needs: this.codes('needs', SERVICE_NEEDS, NEED_WORDS),
        ages: this.ages(),
        sexes: this.codes('sexes', SERVED_SEXES, SEX_WORDS),
        languages: this.languages(),
        traits: Object.fromEntries(traits),
        places: null,
        waitingDays: this.number('waitingDays', 0, SERVICE_LIMITS.waitingDays),
      },
    };
  }

  private addProblem(column: TableColumn, code: ServiceTableProblem['code'], found: string): null {
    this.wrong.push({ line: this.line, column, code, found: found.slice(0, 60) });
    return null;
  }

  private text(column: TableColumn, max: number): string | null {
    const found = this.cell(column).replace(/^'(?=[=+\-@])/, '');
    if (found === '') return null;
    if (!this.isText(found)) return this.addProblem(column, 'not-text', '');
    return found.length > max ? this.addProblem(column, 'too-long', found) : found;
  }

  private required(column: TableColumn, max: number): string {
    if (this.cell(column) === '') this.addProblem(column, 'empty', '');
    return this.text(column, max) ?? '';
  }

  private readList(column: TableColumn): readonly string[] {
    return this.cell(column)
      .split(/[,|/\n]/)
      .map((it) => it.trim())
      .filter(Boolean);
  }

  /** `*`, or the word for the whole country, is every département. */
  private territories(isTerritory: (code: string) => boolean): readonly string[] {
    const found = this.readList('territories').map((it) => it.toUpperCase().padStart(2, '0'));
    if (found.length === 0) this.addProblem('territories', 'empty', '');
    if (found.some((it) => ['0*', 'NATIONAL', 'FRANCE'].includes(it))) return [];
    for (const code of found) if (!isTerritory(code)) this.addProblem('territories', 'not-a-territory', code);
    return [...new Set(found)];
  }

  private phones(): readonly string[] {
    const found = this.cell('phones')
      .split(/[,|/;\n]/)
      .map((it) => it.trim())
      .filter(Boolean);
    const bad = found.find((it) => !PHONE_NUMBER.test(it));
    if (bad !== undefined) this.addProblem('phones', 'not-a-phone', bad);
    if (found.length > SERVICE_LIMITS.phones) this.addProblem('phones', 'too-long', String(found.length));
    return found;
  }

  private ages(): ServedAges | null {
    const from = this.number('ageFrom', 0, SERVICE_LIMITS.age);
    const to = this.number('ageTo', 0, SERVICE_LIMITS.age);
    if (from === null && to === null) return null;
    const ages = { from: from ?? 0, to: to ?? SERVICE_LIMITS.age };
    return ages.from > ages.to ? this.addProblem('ageTo', 'not-a-number', String(to)) : ages;
  }

  private number(column: TableColumn, min: number, max: number): number | null {
    const found = this.cell(column);
    if (found === '') return null;
    const number = Number(found);
    return /^\d{1,4}$/.test(found) && number >= min && number <= max
      ? number
      : this.addProblem(column, 'not-a-number', found);
  }

  private yesNo(column: TableColumn): boolean | null {
    const found = plain(this.cell(column));
    if (found === '' || ['inconnu', 'unknown', 'nsp'].includes(found)) return null;
    if (['oui', 'yes', 'o', 'y', 'x', '1', 'true'].includes(found)) return true;
    if (['non', 'no', 'n', '0', 'false'].includes(found)) return false;
    return this.addProblem(column, 'not-yes-no', this.cell(column));
  }

  private hours(): TableService['hours'] {
    const [weekdays, weekends] = [this.period('weekdays'), this.period('weekends')];
    return weekdays === undefined && weekends === undefined
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
    const bad = found.find((it) => !LANGUAGE_TAG.test(it));
    if (bad !== undefined) return this.addProblem('languages', 'unknown-code', bad);
    return found.length === 0 ? null : [...new Set(found)].slice(0, SERVICE_LIMITS.languages);
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
