import {
  ACCOUNT,
  CODED,
  type ClassifiedTables,
  IMPERSONAL,
  ROW,
  TEAM,
  each,
  keyedHash,
  oneWay,
  sealed,
  staff,
} from './column-class';

/** Binds a row to its account, and to what it opens. */
const MAC = keyedHash('the account and what it comes in with');

/** Who works here, and how they get in. */
export const ACCESS_COLUMNS: ClassifiedTables = {
  account: {
    purpose: { fr: 'comptes des professionnels', en: 'accounts of staff' },
    retention: 'account',
    columns: {
      id: ACCOUNT,
      login: staff('typed at sign-in, shown to who administers accounts'),
      name: staff('signs every act, in every dossier'),
      password_hash: oneWay('password, Argon2id with a salt'),
      ...each(CODED, 'roles', 'language'),
      ...each(IMPERSONAL, 'disabled_at', 'created_at'),
      email: sealed(['staff'], 'space', ['id']),
      ...each(MAC, 'password_mac', 'email_mac'),
      ...each(IMPERSONAL, 'starts_on', 'ends_on', 'password_set_at', 'rights_confirmed_at'),
    },
  },
  account_mail: {
    purpose: { fr: 'courriels aux comptes et leurs liens', en: 'mails to accounts and their links' },
    retention: 'sign-in',
    columns: {
      mac: MAC,
      id: ROW,
      kind: CODED,
      account_id: ACCOUNT,
      ...each(sealed(['staff'], 'space', ['id']), 'asked', 'email'),
      token_hash: oneWay('256 random bits'),
      ...each(IMPERSONAL, 'created_at', 'sent_at', 'expires_at', 'ended_at'),
    },
  },
  account_change: {
    purpose: { fr: 'changements à deux', en: 'changes that take two' },
    retention: 'account',
    columns: {
      mac: MAC,
      id: ROW,
      ...each(ACCOUNT, 'account_id', 'requested_by', 'decided_by'),
      ...each(CODED, 'kind', 'before_roles', 'roles', 'state'),
      ...each(sealed(['staff'], 'space', ['id']), 'email', 'words'),
      ...each(IMPERSONAL, 'requested_at', 'decided_at'),
    },
  },
  account_entered: {
    purpose: { fr: 'comptes déjà utilisés', en: 'accounts that were used' },
    retention: 'account',
    columns: { account_id: ACCOUNT, at: IMPERSONAL },
  },
  rights_review: {
    purpose: { fr: 'revue annuelle des droits', en: 'yearly review of rights' },
    retention: 'account',
    columns: {
      id: ROW,
      ...each(ACCOUNT, 'account_id', 'reviewed_by'),
      ...each(CODED, 'verdict', 'roles'),
      team_ids: TEAM,
      at: IMPERSONAL,
    },
  },
  retired_mac: {
    purpose: {
      fr: 'moyens de connexion qui ont servi ou sont retirés',
      en: 'credentials that were used or taken away',
    },
    retention: 'account',
    columns: { mac: MAC },
  },
  credential_baseline: {
    purpose: {
      fr: 'moment où les moyens de connexion d’avant ont été reliés',
      en: 'when earlier credentials were bound',
    },
    retention: 'machine',
    columns: each(IMPERSONAL, 'is_only', 'at'),
  },
  door_try: {
    purpose: { fr: 'limites des portes ouvertes à tous', en: 'limits of doors open to anyone' },
    retention: 'sign-in',
    columns: { id: ROW, door: CODED, token: keyedHash('login, account or network address'), at: IMPERSONAL },
  },
  team: {
    purpose: { fr: 'équipes', en: 'teams' },
    retention: 'account',
    columns: {
      id: TEAM,
      name: staff('name of a service, not of a person'),
      territory: CODED,
      kind: CODED,
      created_at: IMPERSONAL,
    },
  },
  team_member: {
    purpose: { fr: 'qui travaille dans quelle équipe', en: 'who works in which team' },
    retention: 'account',
    columns: { team_id: TEAM, account_id: ACCOUNT, since: IMPERSONAL },
  },
  session: {
    purpose: { fr: 'connexions ouvertes', en: 'open sessions' },
    retention: 'sign-in',
    columns: {
      mac: MAC,
      id: ROW,
      token_hash: oneWay('256 random bits'),
      account_id: ACCOUNT,
      // Families of browsers and systems, never the browser's own line.
      ...each(CODED, 'browser', 'system', 'strength'),
      challenge: oneWay('256 random bits, which a passkey has to sign'),
      ...each(IMPERSONAL, 'created_at', 'last_seen_at', 'strengthened_at', 'challenge_at'),
    },
  },
  pending_sign_in: {
    purpose: { fr: 'connexions à mi-chemin, cinq minutes', en: 'sign-ins half way, for five minutes' },
    retention: 'sign-in',
    columns: {
      mac: MAC,
      token_hash: oneWay('256 random bits'),
      account_id: ACCOUNT,
      challenge: oneWay('256 random bits, which a passkey has to sign'),
      ...each(IMPERSONAL, 'tries', 'created_at'),
    },
  },
  totp_factor: {
    purpose: { fr: 'applications de codes', en: 'authenticator apps' },
    retention: 'account',
    columns: {
      mac: MAC,
      id: ROW,
      account_id: ACCOUNT,
      secret: sealed(['key'], 'space', ['id'], 'key_id'),
      key_id: ROW,
      ...each(IMPERSONAL, 'last_step', 'created_at', 'confirmed_at'),
    },
  },
  recovery_code: {
    purpose: { fr: 'codes de secours', en: 'recovery codes' },
    retention: 'account',
    columns: {
      mac: MAC,
      account_id: ACCOUNT,
      code_hash: oneWay('80 random bits'),
      ...each(IMPERSONAL, 'made_at', 'used_at'),
    },
  },
  passkey: {
    purpose: { fr: 'clés d’accès', en: 'passkeys' },
    retention: 'account',
    columns: {
      mac: MAC,
      id: ROW,
      account_id: ACCOUNT,
      ...each(oneWay('made by the device for this service alone'), 'credential_id', 'public_key'),
      transports: CODED,
      name: staff('its owner tells it from others by it'),
      ...each(IMPERSONAL, 'sign_count', 'is_synced', 'created_at', 'last_used_at'),
    },
  },
  sign_in_attempt: {
    purpose: { fr: 'limites contre les essais de mots de passe', en: 'limits against guessing passwords' },
    retention: 'sign-in',
    columns: {
      id: ROW,
      login_token: keyedHash('login, also one that was mistyped'),
      address_token: keyedHash('network address'),
      ...each(IMPERSONAL, 'at', 'succeeded'),
    },
  },
  provider_link: {
    purpose: {
      fr: 'identités de fournisseurs par lesquelles un compte est connu',
      en: 'identities at providers by which an account is known',
    },
    retention: 'account',
    columns: {
      mac: MAC,
      id: ROW,
      ...each(ACCOUNT, 'account_id', 'linked_by'),
      ...each(CODED, 'provider', 'issuer'),
      subject_token: keyedHash('issuer and sub'),
      linked_at: IMPERSONAL,
    },
  },
  provider_invitation: {
    purpose: {
      fr: 'invitations à lier une identité',
      en: 'invitations to link an identity',
    },
    retention: 'account',
    columns: {
      mac: MAC,
      id: ROW,
      token_hash: oneWay('256 random bits'),
      ...each(ACCOUNT, 'account_id', 'invited_by'),
      provider: CODED,
      ...each(IMPERSONAL, 'invited_at', 'used_at'),
    },
  },
  provider_flow: {
    purpose: { fr: 'allers-retours chez un fournisseur', en: 'ways to a provider and back' },
    retention: 'sign-in',
    columns: {
      mac: MAC,
      ...each(oneWay('256 random bits'), 'state_hash', 'browser_hash'),
      ...each(CODED, 'provider', 'intent', 'issuer'),
      account_id: ACCOUNT,
      invitation_id: ROW,
      address_token: keyedHash('network address'),
      ...each(IMPERSONAL, 'begun_at', 'used_at'),
      subject_token: keyedHash('issuer and sub'),
    },
  },
  provider_session: {
    purpose: {
      fr: 'l’autre bout d’une connexion, chez le fournisseur',
      en: 'the other end of a session, at the provider',
    },
    retention: 'sign-in',
    columns: {
      id: ROW,
      ...each(oneWay('256 random bits'), 'session_hash', 'pending_hash'),
      account_id: ACCOUNT,
      ...each(CODED, 'provider', 'issuer'),
      subject_token: keyedHash('issuer and sub'),
      sid_token: keyedHash('issuer and sid'),
      key_id: ROW,
      id_token: sealed(['staff'], 'space', ['id'], 'key_id'),
      opened_at: IMPERSONAL,
    },
  },
  provider_logout: {
    purpose: { fr: 'jetons de déconnexion déjà entendus', en: 'logout tokens heard before' },
    retention: 'sign-in',
    columns: { jti_hash: oneWay('issuer and jti'), heard_at: IMPERSONAL },
  },
};
