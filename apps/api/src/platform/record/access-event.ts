import { ACT_WORDS } from '@repere/audit';
import type { EntityManager } from 'typeorm';
import type { AccountActor } from '../unit/actor';
import type { LedgerEvent } from './ledger-event';

/** Columns of `access_event` behind the event's own: who saw cases by it, so that it is found by case. `null`: nobody saw one. */
export type AccessEvent = readonly [
  caseFileId: string | null,
  reader: string,
  teams: readonly string[],
  at: Date,
  type: string,
  purpose: string,
  outcome: string,
];

/** The access that goes with this event of this reader, who is known by an alias; `null`: it is none. */
export function accessEventOf(
  event: LedgerEvent,
  reader: AccountActor,
  alias: string,
  now: number,
): AccessEvent | null {
  if (!ACT_WORDS[event.type].isAccess || (!event.caseFileId && !event.shown?.length)) return null;
  const teams = reader.teams.map(({ id }) => id);
  return [event.caseFileId ?? null, alias, teams, new Date(now), event.type, event.purpose, event.outcome];
}

/** Notes which rules stood in the way of an act on this case. */
export async function writeStop(
  manager: EntityManager,
  seq: string,
  { caseFileId, stoppedBy = [] }: LedgerEvent,
  now: number,
): Promise<void> {
  if (caseFileId === undefined || stoppedBy.length === 0) return;
  await manager.query(
    `INSERT INTO stopped_act (event_seq, case_file_id, team_id, rules, at)
     SELECT $1, id, team_id, $3, $4 FROM case_file WHERE id = $2`,
    [seq, caseFileId, stoppedBy, new Date(now)],
  );
}
