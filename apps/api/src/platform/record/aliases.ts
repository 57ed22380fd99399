import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';

export type Subject = readonly [kind: 'account' | 'case' | 'mission', id: string];

/**
 * Random names that stand for these accounts, cases and missions in the record, by `kind:id`; made when they are first needed.
 * `known`: those that were found already, in the same transaction.
 */
export async function aliasesOf(
  manager: EntityManager,
  subjects: readonly Subject[],
  known?: readonly (readonly [kind: Subject[0], id: string, alias: string])[],
): Promise<(subject: Subject) => string> {
  const wanted = [...new Map(subjects.map((subject) => [nameOf(subject), subject])).values()];
  const kinds = wanted.map(([kind]) => kind);
  const ids = wanted.map(([, id]) => id);
  const aliases = new Map<string, string>();
  const keep = (found: readonly Found[]): void => {
    for (const { kind, subject, alias } of found) aliases.set(nameOf([kind, subject]), alias);
  };
  keep(
    known?.map(([kind, subject, alias]) => ({ kind, subject, alias })) ??
      (await manager.query(FIND, [kinds, ids])),
  );
  // Another transaction may make one at the same moment: it is visible to the next statement.
  while (aliases.size < wanted.length)
    keep(await manager.query(MAKE, [kinds, ids, wanted.map(() => randomBytes(16).toString('hex'))]));
  return (subject) => {
    const alias = aliases.get(nameOf(subject));
    if (alias === undefined) throw new Error(`no alias asked for this ${subject[0]}`);
    return alias;
  };
}

const nameOf = ([kind, id]: Subject): string => `${kind}:${id}`;

interface Found {
  readonly kind: Subject[0];
  readonly subject: string;
  readonly alias: string;
}

const FIND = `
  SELECT a.kind, a.subject, a.alias
    FROM unnest($1::text[], $2::text[]) AS w (kind, subject) JOIN alias a ON a.kind = w.kind AND a.subject = w.subject`;

const MAKE = `
  WITH wanted AS (SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) AS w (kind, subject, alias)),
       made AS (INSERT INTO alias SELECT w.* FROM wanted w
                 WHERE NOT EXISTS (SELECT 1 FROM alias a WHERE a.kind = w.kind AND a.subject = w.subject)
                 ON CONFLICT (kind, subject) DO NOTHING RETURNING *)
  SELECT * FROM made
  UNION ALL SELECT a.* FROM alias a JOIN wanted w ON a.kind = w.kind AND a.subject = w.subject`;
