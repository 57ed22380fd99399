import { randomUUID } from 'node:crypto';
import type { FieldClass, Relation, CaseGrant } from '@repere/access';
import { Secrecy } from '../../platform/secrecy/secrecy';
import type { BareCase } from './test-case';
import type { TestService } from '../test-service';
import { rowOf } from '../../platform/data/sealed-row';
import type { EntityManager } from 'typeorm';
import type { DataKey } from '../../platform/secrecy/key-store';
import { NO_WORDS } from '../../referrals/answers/referral-events.repository';
import { ReferralEventEntity } from '../../referrals/entities/referral-event.entity';
import { BreakGlassEntity } from '../../cases/entities/relations/break-glass.entity';

/** The grant of this kind between an account and a bare case, as it stands in the database; none for other relations. */
export async function grantTo(
  service: TestService,
  { id, entryId }: BareCase,
  accountId: string,
  relation: Relation,
): Promise<readonly CaseGrant[]> {
  const classes = relation === 'partner' ? (['identity'] as const) : null;
  const entry = relation === 'approver' ? entryId : null;
  switch (relation) {
    case 'assigned':
      return [{ accountId, relation }];
    case 'partner':
      return [
        { accountId, relation, classes, sharingId: await refer(service, id, accountId, classes ?? []) },
      ];
    case 'second-opinion':
    case 'approver':
      await service.asSeed(({ manager }) =>
        manager.query(
          `INSERT INTO assignment (case_file_id, team_id, account_id, since, relation, until_at, entry_id)
           SELECT id, team_id, $2, now(), $3, now() + interval '1 day', $4 FROM case_file WHERE id = $1`,
          [id, accountId, relation, entry],
        ),
      );
      return [{ accountId, relation, entryId: entry }];
    case 'break-glass':
      await breakGlass(service, id, accountId);
      return [{ accountId, relation }];
    case 'break-glass-restricted':
      await restrictToOthers(service, id, accountId);
      await breakGlass(service, id, accountId);
      return [{ accountId, relation: 'break-glass' }];
    case 'lead':
    case 'team':
    case 'supervisor':
    case 'on-duty':
    case 'substitute':
    case 'mission':
    case 'none':
      return [];
  }
}

/** With its line in the register of sharing, whose id it is, and sent; whoever sees the case referred it. */
const refer = (
  service: TestService,
  caseFileId: string,
  accountId: string,
  classes: readonly FieldClass[],
): Promise<string> =>
  service.asSeed(async ({ manager }) => {
    const [id, sharingId] = [randomUUID(), randomUUID()];
    const { secrecy, key } = await keyOf(service, manager, caseFileId);
    await manager.query(
      `WITH shared AS (
         INSERT INTO sharing (id, case_file_id, team_id, shared_on, ground, classes, by_id, at, event_seq)
         SELECT $7, id, team_id, current_date, 'shared-secret', $3, $2, now(), (SELECT max(seq) FROM ledger_event)
           FROM case_file WHERE id = $1
         RETURNING id, case_file_id, team_id),
       sent AS (
         INSERT INTO referral_event (id, sharing_id, need_id, case_file_id, team_id, partner_id, kind, at, by_id, due_at, key_id, content)
         SELECT $4, id, id, case_file_id, team_id, $2, 'sent', now(), $2, now() + interval '1 day', $5, $6 FROM shared)
       INSERT INTO assignment (case_file_id, team_id, account_id, since, relation, until_at, classes, sharing_id)
       SELECT case_file_id, team_id, $2, now(), 'partner', now() + interval '1 day', $3, id FROM shared`,
      [
        ...[caseFileId, accountId, classes, id, key.id],
        secrecy.seal(key, rowOf(ReferralEventEntity, { id }), 'content', NO_WORDS),
        sharingId,
      ],
    );
    return sharingId;
  });

/** A circle in which this account is not. */
const restrictToOthers = (service: TestService, caseFileId: string, accountId: string): Promise<unknown> =>
  service.asSeed(({ manager }) =>
    manager.query(
      `INSERT INTO restriction (id, case_file_id, team_id, circle, reason, key_id, words, since, set_by)
       SELECT gen_random_uuid(), id, team_id, $3, 'other', data_key_id, 'x', now(), $2 FROM case_file WHERE id = $1`,
      [caseFileId, accountId, OTHERS],
    ),
  );

/** A circle of people who are not in the test. */
export const OTHERS: readonly string[] = ['99999999-9999-4999-8999-999999999999'];

const breakGlass = (service: TestService, caseFileId: string, accountId: string): Promise<unknown> =>
  service.asSeed(async ({ manager }) => {
    const { secrecy, key } = await keyOf(service, manager, caseFileId);
    const id = randomUUID();
    return manager.query(
      `INSERT INTO break_glass (id, case_file_id, team_id, account_id, reason, key_id, words, opened_at, until_at, review_due_at)
       SELECT $3, id, team_id, $2, 'child-present', data_key_id, $4, now(), now() + interval '60 minutes', now() + interval '72 hours'
         FROM case_file WHERE id = $1`,
      [
        caseFileId,
        accountId,
        id,
        secrecy.seal(key, rowOf(BreakGlassEntity, { id }), 'words', 'L’enfant est là.'),
      ],
    );
  });

/** The key that the words of this case are under, and what seals with it. */
async function keyOf(
  service: TestService,
  manager: EntityManager,
  caseFileId: string,
): Promise<{ readonly secrecy: Secrecy; readonly key: DataKey }> {
  const secrecy = service.app.get(Secrecy);
  const [file]: { keyId: string }[] = await manager.query(
    `SELECT data_key_id AS "keyId" FROM case_file WHERE id = $1`,
    [caseFileId],
  );
  return { secrecy, key: await secrecy.openDataKey(file?.keyId ?? '') };
}
