import type { MailKind } from '../../../access/accounts/mail/mail-kinds';
import { subjectOf } from '../../../access/accounts/mail/mail-words';
import { STRENGTH_WORDS, type Strength } from '@repere/access';
import { rows } from '../../../platform/data/statement';
import { words } from '../../../platform/answers/words';
import { joined, momentWords, section, type StaffSection, when } from './staff-section.query';

interface SessionRow {
  readonly browser: string | null;
  readonly system: string | null;
  readonly strength: Strength;
  readonly created_at: Date;
  readonly last_seen_at: Date;
}

interface PasskeyRow {
  readonly name: string;
  readonly is_synced: boolean;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
}

interface InvitationRow {
  readonly provider: string;
  readonly invited_at: Date;
  readonly used_at: Date | null;
  readonly by: string;
}

interface MailRow {
  readonly kind: MailKind;
  readonly created_at: Date;
  readonly sent_at: Date | null;
}

/** How somebody comes in: of what kind and since when, never a secret. */
export const SIGN_IN_SECTIONS = {
  sessions: section(
    words('Séances ouvertes', 'Open sessions'),
    rows<SessionRow>({
      browser: 'text?',
      system: 'text?',
      strength: 'text',
      created_at: 'timestamptz',
      last_seen_at: 'timestamptz',
    }).from(`
      SELECT browser, system, strength, created_at, last_seen_at FROM session WHERE account_id = $1 ORDER BY created_at, id`),
    ({ browser, system, strength, created_at, last_seen_at }) => [
      {
        label: joined(' ', words('Ouverte le', 'Opened on'), when(created_at)),
        text: joined(
          ', ',
          browser,
          system,
          STRENGTH_WORDS[strength],
          momentWords('dernier geste le', 'last used on', last_seen_at),
        ),
      },
    ],
  ),

  app: section(
    words('Application de codes', 'Authenticator app'),
    rows<{ readonly created_at: Date; readonly confirmed_at: Date | null }>({
      created_at: 'timestamptz',
      confirmed_at: 'timestamptz?',
    }).from(`
      SELECT created_at, confirmed_at FROM totp_factor WHERE account_id = $1 ORDER BY created_at, id`),
    ({ created_at, confirmed_at }) => [
      {
        label: joined(' ', words('Ajoutée le', 'Added on'), when(created_at)),
        text: momentWords('en service depuis le', 'in use since', confirmed_at) ?? NEVER_USED,
      },
    ],
  ),

  passkeys: section(
    words('Clés d’accès', 'Passkeys'),
    rows<PasskeyRow>({
      name: 'text',
      is_synced: 'boolean',
      created_at: 'timestamptz',
      last_used_at: 'timestamptz?',
    }).from(`
      SELECT name, is_synced, created_at, last_used_at FROM passkey WHERE account_id = $1 ORDER BY created_at, id`),
    ({ name, is_synced, created_at, last_used_at }) => [
      {
        label: words(name, name),
        text: joined(
          ', ',
          momentWords('ajoutée le', 'added on', created_at),
          momentWords('utilisée le', 'used on', last_used_at),
          is_synced ? words('gardée par un gestionnaire', 'kept by a manager') : null,
        ),
      },
    ],
  ),

  'recovery-codes': section(
    words('Codes de secours', 'Recovery codes'),
    rows<{ readonly made_at: Date; readonly left: number }>({ made_at: 'timestamptz', left: 'integer' })
      .from(`
      SELECT max(made_at) AS made_at, count(*) FILTER (WHERE used_at IS NULL)::int AS left
       FROM recovery_code WHERE account_id = $1 HAVING count(*) > 0`),
    ({ made_at, left }) => [
      {
        label: joined(' ', words('Faits le', 'Made on'), when(made_at)),
        text: words(`${left} encore bons`, `${left} still good`),
      },
    ],
  ),

  identities: section(
    words('Identités liées', 'Linked identities'),
    rows<{ readonly provider: string; readonly issuer: string; readonly linked_at: Date }>({
      provider: 'text',
      issuer: 'text',
      linked_at: 'timestamptz',
    }).from(`
      SELECT provider, issuer, linked_at FROM provider_link WHERE account_id = $1 ORDER BY linked_at, id`),
    ({ provider, issuer, linked_at }) => [
      {
        label: words(provider, provider),
        text: joined(', ', issuer, momentWords('liée le', 'linked on', linked_at)),
      },
    ],
  ),

  'provider-invitations': section(
    words('Invitations par un fournisseur d’identité', 'Invitations by an identity provider'),
    rows<InvitationRow>({ provider: 'text', invited_at: 'timestamptz', used_at: 'timestamptz?', by: 'text' })
      .from(`
      SELECT i.provider, i.invited_at, i.used_at, by.name AS by
       FROM provider_invitation i JOIN account by ON by.id = i.invited_by WHERE i.account_id = $1 ORDER BY i.invited_at, i.id`),
    ({ provider, invited_at, used_at, by }) => [
      {
        label: joined(' ', words('Faite le', 'Made on'), when(invited_at)),
        text: joined(', ', provider, momentWords('servie ou retirée le', 'used or withdrawn on', used_at)),
      },
      { label: words('Par', 'By'), text: by, kind: 'others' },
    ],
  ),

  mails: section(
    words('Courriels envoyés', 'Mails'),
    rows<MailRow>({ kind: 'text', created_at: 'timestamptz', sent_at: 'timestamptz?' }).from(`
      SELECT kind, created_at, sent_at FROM account_mail WHERE account_id = $1 ORDER BY created_at, id`),
    ({ kind, created_at, sent_at }) => [
      {
        label: when(created_at),
        text: joined(
          ', ',
          subjectOf(kind),
          momentWords('parti le', 'sent on', sent_at) ?? words('pas parti', 'not sent'),
        ),
      },
    ],
  ),
} satisfies Readonly<Record<string, StaffSection>>;

const NEVER_USED = words('jamais mise en service', 'never taken into use');
