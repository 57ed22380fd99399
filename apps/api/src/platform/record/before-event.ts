import type { EntityManager } from 'typeorm';
import type { Wrapped } from '../secrecy/key-store';
import type { Subject } from './aliases';

/** What an event needs to know before it is written. */
export interface BeforeEvent {
  /** Aliases that there are of the subjects that were asked for. */
  readonly aliases: readonly (readonly [kind: Subject[0], id: string, alias: string])[];
  /** The key of the case, wrapped; `null`: no such case for whoever acts, or erased. */
  readonly caseKey: Wrapped | null;
}

/** Asked in one statement: every request waits for it. */
export async function beforeEvent(
  manager: EntityManager,
  subjects: readonly Subject[],
  caseFileId: string | null,
): Promise<BeforeEvent> {
  const [row]: Row[] = await manager.query(BEFORE, [
    subjects.map(([kind]) => kind),
    subjects.map(([, id]) => id),
    caseFileId,
  ]);
  if (!row) throw new Error('the database answered nothing');
  const { id, wrapped, kek_id } = row;
  return {
    aliases: row.aliases ?? [],
    caseKey: id !== null && wrapped !== null && kek_id !== null ? { id, wrapped, kek_id } : null,
  };
}

interface Row {
  readonly aliases: BeforeEvent['aliases'] | null;
  readonly id: string | null;
  readonly wrapped: Buffer | null;
  readonly kek_id: string | null;
}

const BEFORE = `
  SELECT (SELECT json_agg(json_build_array(a.kind, a.subject, a.alias))
            FROM unnest($1::text[], $2::text[]) AS w (kind, subject)
            JOIN alias a ON a.kind = w.kind AND a.subject = w.subject) AS aliases,
         k.id, k.wrapped, k.kek_id
    FROM (VALUES (0)) AS one
    LEFT JOIN (case_file c JOIN data_key k ON k.id = c.data_key_id AND k.wrapped IS NOT NULL) ON c.id = $3::uuid`;
