import { type BoundRow, CredentialMacs } from '../../platform/secrecy/credentials/credential-macs';
import {
  CREDENTIAL_KINDS,
  CREDENTIALS,
  type CredentialKind,
} from '../../platform/secrecy/credentials/credentials';
import type { Space } from '../../platform/spaces/spaces';
import type { Rows } from '../../ledger/rows';
import type { Report } from '../record-fault';

/** A sign-in, or showing again who one is, as an event told of it. */
interface RecordedSession {
  /** Alias of the account. */
  readonly actor: string;
  readonly strength: string;
  /** Of the event. */
  readonly seq: string;
}

/** Sessions by what events told of them: the last word of each. */
export class DerivedSessions {
  private readonly sessions = new Map<string, RecordedSession>();

  readEvent(seq: string, actor: string, fields: Readonly<Record<string, unknown>>): void {
    const { session, strength } = fields;
    if (typeof session === 'string' && typeof strength === 'string')
      this.sessions.set(session, { actor, strength, seq });
  }

  findSession(id: string): RecordedSession | null {
    return this.sessions.get(id) ?? null;
  }
}

/** Every session held against the event of its sign-in. */
export async function checkSessions(rows: Rows, derived: DerivedSessions, report: Report): Promise<void> {
  const found = await rows<{ id: string; strength: string; alias: string | null }>(
    `SELECT s.id, s.strength, a.alias FROM session s
       LEFT JOIN alias a ON a.kind = 'account' AND a.subject = s.account_id::text ORDER BY s.id`,
  );
  for (const { id, strength, alias } of found) {
    const told = derived.findSession(id);
    const at = { table: 'session', key: id };
    if (!told) report({ ...at, code: 'extra', said: 'No event tells of this sign-in.' });
    else if (told.actor !== alias)
      report({ ...at, code: 'altered', said: `Event ${told.seq} tells of it as somebody else's.` });
    else if (told.strength !== strength)
      report({
        ...at,
        code: 'altered',
        said: `Event ${told.seq} says that it was opened by ${told.strength}.`,
      });
  }
}

type NamedRow = BoundRow<CredentialKind> & { readonly row_name: string; readonly is_retired: boolean };

/** Every credential that opens something held against its MAC; how many there are. */
export async function checkCredentials(
  rows: Rows,
  space: Space,
  macs: CredentialMacs,
  report: Report,
): Promise<number> {
  let count = 0;
  for (const kind of CREDENTIAL_KINDS) {
    const { table, key, mac, bound, held } = CREDENTIALS[kind];
    const found = await rows<NamedRow>(
      `SELECT ${bound.join(', ')}, ${mac} AS mac, ${key}::text AS row_name,
              EXISTS (SELECT 1 FROM retired_mac r WHERE r.mac = ${table}.${mac}) AS is_retired
         FROM ${table} WHERE ${held} ORDER BY ${key}::text`,
    );
    count += found.length;
    for (const { row_name, is_retired, ...row } of found)
      if (!macs.fits(space, kind, row))
        report({
          table,
          key: row_name,
          code: 'forged',
          said: `It is bound to no account by a key of ours (${kind}): it was written past the application, or is another's. It opens nothing.`,
        });
      else if (is_retired)
        report({
          table,
          key: row_name,
          code: 'forged',
          said: `It was used, replaced or taken away, and put back (${kind}). It opens nothing.`,
        });
  }
  return count;
}
