import type { EntityManager } from 'typeorm';
import { rows } from '../../../platform/data/statement';
import type { InvitationDto } from './pending-invitations.dto';

/** The last mail that invited somebody to this account, while its link was neither used nor replaced. */
export async function invitationOf(manager: EntityManager, accountId: string): Promise<InvitationDto | null> {
  const row = await LAST.first(manager, [accountId]);
  if (!row) return null;
  const { created_at, sent_at, expires_at, is_over } = row;
  return {
    askedAt: created_at.toISOString(),
    sentAt: sent_at?.toISOString() ?? null,
    expiresAt: sent_at === null ? null : (expires_at?.toISOString() ?? null),
    state: is_over ? 'expired' : sent_at === null ? 'on-its-way' : 'sent',
  };
}

interface LastInvitation {
  readonly created_at: Date;
  readonly sent_at: Date | null;
  readonly expires_at: Date | null;
  readonly is_over: boolean | null;
}

const LAST = rows<LastInvitation>({
  created_at: 'timestamptz',
  sent_at: 'timestamptz?',
  expires_at: 'timestamptz?',
  is_over: 'boolean?',
}).from(`
  SELECT created_at, sent_at, expires_at, expires_at <= now() AS is_over FROM account_mail
   WHERE account_id = $1 AND kind = 'invitation' AND ended_at IS NULL ORDER BY created_at DESC LIMIT 1`);
