import type { InvitationStanding, ProviderInvitationStanding } from '@repere/cases';
import type { EntityManager } from 'typeorm';
import { HELD_UNTIL, HOLDS } from '../../provider/provider-invitations.repository';

/** The last mail that invited somebody to this account, while its link was neither used nor replaced. */
export async function invitationOf(
  manager: EntityManager,
  accountId: string,
): Promise<InvitationStanding | null> {
  const [row]: { created_at: Date; sent_at: Date | null; expires_at: Date | null; is_over: boolean }[] =
    await manager.query(
      `SELECT created_at, sent_at, expires_at, expires_at <= now() AS is_over FROM account_mail
        WHERE account_id = $1 AND kind = 'invitation' AND ended_at IS NULL ORDER BY created_at DESC LIMIT 1`,
      [accountId],
    );
  if (!row) return null;
  const { created_at, sent_at, expires_at, is_over } = row;
  return {
    askedAt: created_at.toISOString(),
    sentAt: sent_at?.toISOString() ?? null,
    expiresAt: sent_at === null ? null : (expires_at?.toISOString() ?? null),
    state: is_over ? 'expired' : sent_at === null ? 'on-its-way' : 'sent',
  };
}

/** The invitation by a provider that holds for this account: a newer one ends those before. */
export async function providerInvitationOf(
  manager: EntityManager,
  accountId: string,
): Promise<ProviderInvitationStanding | null> {
  const [row]: { id: string; provider: string; invitedBy: string; invitedAt: Date; until: Date }[] =
    await manager.query(
      `SELECT i.id, i.provider, by.name AS "invitedBy", i.invited_at AS "invitedAt", ${HELD_UNTIL} AS until
         FROM provider_invitation i JOIN account by ON by.id = i.invited_by
        WHERE i.account_id = $1 AND ${HOLDS}`,
      [accountId],
    );
  return row ? { ...row, invitedAt: row.invitedAt.toISOString(), until: row.until.toISOString() } : null;
}
