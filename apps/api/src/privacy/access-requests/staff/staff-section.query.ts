import type { Words } from '@repere/cases';
import type { EntityManager } from 'typeorm';
import { showInstant } from '../../../platform/answers/show-moment';
import type { CiphertextLocation } from '../../../platform/secrecy/sealed';
import { rows, type Statement } from '../../../platform/data/statement';
import { words } from '../../../platform/answers/words';
import type { AccessLineDto } from '../access-requests.dto';

/** A line of an answer to somebody who works here; their own unless said. Nothing for a text that is `null`. */
export interface StaffLine {
  readonly label: Words;
  readonly text: Words | string | null;
  readonly kind?: AccessLineDto['kind'];
}

/** Opens what is sealed under the space's key. */
export type Unseal = (place: CiphertextLocation, sealed: Buffer) => unknown;

/** One topic of what is kept of somebody who works here. */
export interface StaffSection {
  readonly title: Words;
  readLines(manager: EntityManager, accountId: string, open: Unseal): Promise<readonly StaffLine[]>;
}

/** A section of the rows of one statement. `$1` is the account. */
export const section = <Row>(
  title: Words,
  statement: Statement<Row, [values?: readonly unknown[]]>,
  tell: (row: Row, open: Unseal) => readonly StaffLine[],
): StaffSection => ({
  title,
  readLines: async (manager, accountId, open) => {
    const found = await statement.readRows(manager, [accountId]);
    return found.flatMap((row) => tell(row, open));
  },
});

/** A moment on the clock of France, as accounts live by it. */
export const when = (at: Date): Words => showInstant(at.getTime(), 'Europe/Paris');

/** Words around a moment: `bothLanguages('depuis le', 'since', at)`; nothing for a moment that there is not. */
export const momentWords = (fr: string, en: string, at: Date | null): Words | null =>
  at && joined(' ', words(fr, en), when(at));

export const during = (from: Date, until: Date): Words =>
  joined(' ', words('du', 'from'), when(from), words('au', 'to'), when(until));

/** Those that there are, one after the other. */
export const joined = (between: string, ...parts: readonly (Words | string | null)[]): Words => {
  const there = parts.filter((it) => it !== null);
  const of = (language: 'fr' | 'en'): string =>
    there.map((it) => (typeof it === 'string' ? it : it[language])).join(between);
  return words(of('fr'), of('en'));
};

/** Somebody of these teams, with the first that they joined; `null`: nobody is. */
export const findMember = (
  manager: EntityManager,
  accountId: string,
  teamIds: readonly string[],
): Promise<Member | null> => MEMBER.first(manager, [accountId, teamIds]);

interface Member {
  readonly name: string;
  readonly teamId: string;
}

const MEMBER = rows<Member>({ name: 'text', teamId: 'uuid' }).from(`
  SELECT a.name, m.team_id AS "teamId" FROM account a JOIN team_member m ON m.account_id = a.id
   WHERE a.id = $1 AND m.team_id = ANY ($2::uuid[]) ORDER BY m.since, m.team_id LIMIT 1`);
