import { ACCOUNT_ROLE_WORDS, type AccountRole } from '@repere/access';
import type { Words } from '@repere/cases';
import { rows } from '../../../platform/data/statement';
import { words } from '../../../platform/answers/words';
import { joined, momentWords, section, type StaffSection, when } from './staff-section.query';
import { placeOf, rowOf } from '../../../platform/data/sealed-row';
import { AccountEntity } from '../../../access/entities/accounts/account.entity';
import { AccountChangeEntity } from '../../../access/entities/accounts/account-change.entity';

interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly email: Buffer | null;
  readonly language: string;
  readonly roles: readonly AccountRole[];
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly created_at: Date;
  readonly entered_at: Date | null;
  readonly password_set_at: Date | null;
  readonly rights_confirmed_at: Date;
  readonly disabled_at: Date | null;
}

interface ChangeRow {
  readonly id: string;
  readonly before_roles: readonly AccountRole[] | null;
  readonly roles: readonly AccountRole[] | null;
  readonly email: Buffer | null;
  readonly words: Buffer;
  readonly requested_at: Date;
  readonly state: keyof typeof STATES;
  readonly decided_at: Date | null;
  readonly asked_by: string;
  readonly decided_by: string | null;
}

interface ReviewRow {
  readonly at: Date;
  readonly verdict: 'confirmed' | 'withdrawn';
  readonly roles: readonly AccountRole[];
  readonly teams: readonly string[];
  readonly by: string;
}

interface CertificateRow {
  readonly practised_on: string;
  readonly title: Words;
  readonly name: string;
  readonly space: string;
  readonly trainer: string;
  readonly imported_at: Date;
  readonly why_same: string | null;
  readonly withdrawn_at: Date | null;
}

export const rolesInWords = (roles: readonly AccountRole[]): Words =>
  roles.length > 0
    ? joined(', ', ...roles.map((role) => ACCOUNT_ROLE_WORDS[role]))
    : words('aucun rôle', 'no role');

/** Who somebody is here, and what they may do. */
export const ACCOUNT_SECTIONS = {
  certificates: section(
    words('Attestations de formation', 'Certificates of training'),
    rows<CertificateRow>({
      ...{ practised_on: 'text', title: 'jsonb', name: 'text', space: 'text', trainer: 'text' },
      ...{ imported_at: 'timestamptz', why_same: 'text?', withdrawn_at: 'timestamptz?' },
    }).from(
      `SELECT practised_on::text AS practised_on, title, name, space, trainer, imported_at, why_same, withdrawn_at
         FROM training_certificate WHERE account_id = $1 ORDER BY practised_on, id`,
    ),
    ({ practised_on, title, name, space, trainer, imported_at, why_same, withdrawn_at }) => [
      {
        label: words(practised_on, practised_on),
        text: joined(
          ', ',
          title,
          words(`au nom de ${name}`, `in the name of ${name}`),
          words(`${space}, avec ${trainer}`, `${space}, with ${trainer}`),
          joined(' ', words('reçue le', 'taken in on'), when(imported_at)),
          why_same === null ? null : words(why_same, why_same),
          withdrawn_at === null ? null : joined(' ', words('retirée le', 'withdrawn on'), when(withdrawn_at)),
        ),
      },
    ],
  ),

  account: section(
    words('Compte', 'Account'),
    rows<AccountRow>({
      id: 'uuid',
      name: 'text',
      login: 'text',
      email: 'bytea?',
      language: 'text',
      roles: 'text[]',
      starts_on: 'text?',
      ends_on: 'text?',
      created_at: 'timestamptz',
      entered_at: 'timestamptz?',
      password_set_at: 'timestamptz?',
      rights_confirmed_at: 'timestamptz',
      disabled_at: 'timestamptz?',
    }).from(`
      SELECT a.id, a.name, a.login, a.email, a.language, a.roles, a.starts_on::text, a.ends_on::text, a.created_at,
            e.at AS entered_at, a.password_set_at, a.rights_confirmed_at, a.disabled_at
       FROM account a LEFT JOIN account_entered e ON e.account_id = a.id WHERE a.id = $1`),
    (it, open) => [
      { label: words('Nom', 'Name'), text: it.name },
      { label: words('Identifiant', 'Login'), text: it.login },
      {
        label: words('Adresse électronique', 'E-mail address'),
        text: it.email && String(open(placeOf(rowOf(AccountEntity, { id: it.id }), 'email'), it.email)),
      },
      { label: words('Rôles', 'Roles'), text: rolesInWords(it.roles) },
      { label: words('Langue', 'Language'), text: it.language },
      { label: words('Compte créé le', 'Account made on'), text: when(it.created_at) },
      { label: words('Premier jour', 'First day'), text: it.starts_on },
      { label: words('Dernier jour', 'Last day'), text: it.ends_on },
      { label: words('Première entrée le', 'First entered on'), text: it.entered_at && when(it.entered_at) },
      {
        label: words('Mot de passe choisi le', 'Password chosen on'),
        text: it.password_set_at && when(it.password_set_at),
      },
      { label: words('Droits confirmés le', 'Rights confirmed on'), text: when(it.rights_confirmed_at) },
      { label: words('Compte fermé le', 'Account closed on'), text: it.disabled_at && when(it.disabled_at) },
    ],
  ),

  teams: section(
    words('Équipes', 'Teams'),
    rows<{ readonly name: string; readonly since: Date }>({ name: 'text', since: 'timestamptz' }).from(`
      SELECT t.name, m.since FROM team_member m JOIN team t ON t.id = m.team_id WHERE m.account_id = $1 ORDER BY m.since, t.name`),
    ({ name, since }) => [{ label: words(name, name), text: momentWords('depuis le', 'since', since) }],
  ),

  'changes-by-two': section(
    words('Changements décidés à deux', 'Changes that two decided'),
    rows<ChangeRow>({
      id: 'uuid',
      before_roles: 'text[]?',
      roles: 'text[]?',
      email: 'bytea?',
      words: 'bytea',
      requested_at: 'timestamptz',
      state: 'text',
      decided_at: 'timestamptz?',
      asked_by: 'text',
      decided_by: 'text?',
    }).from(`
      SELECT c.id, c.before_roles, c.roles, c.email, c.words, c.requested_at, c.state, c.decided_at, by.name AS asked_by,
            d.name AS decided_by
       FROM account_change c JOIN account by ON by.id = c.requested_by LEFT JOIN account d ON d.id = c.decided_by
      WHERE c.account_id = $1 ORDER BY c.requested_at, c.id`),
    (it, open) => {
      const sealed = (column: 'email' | 'words', content: Buffer): string =>
        String(open(placeOf(rowOf(AccountChangeEntity, { id: it.id }), column), content));
      const wanted = it.email
        ? words(sealed('email', it.email), sealed('email', it.email))
        : joined(' → ', rolesInWords(it.before_roles ?? []), rolesInWords(it.roles ?? []));
      const outcome = joined(' ', STATES[it.state], it.decided_at && momentWords('le', 'on', it.decided_at));
      return [
        {
          label: joined(' ', words('Demandé le', 'Asked for on'), when(it.requested_at)),
          text: joined(', ', wanted, outcome),
        },
        { label: words('Motif', 'Reason'), text: sealed('words', it.words), kind: 'free-text' },
        { label: words('Demandé par', 'Asked for by'), text: it.asked_by, kind: 'others' },
        { label: words('Décidé par', 'Decided by'), text: it.decided_by, kind: 'others' },
      ];
    },
  ),

  reviews: section(
    words('Revue annuelle des droits', 'Yearly review of rights'),
    rows<ReviewRow>({ at: 'timestamptz', verdict: 'text', roles: 'text[]', by: 'text', teams: 'text[]' })
      .from(`
      SELECT r.at, r.verdict, r.roles, by.name AS by,
            ARRAY(SELECT t.name FROM team t WHERE t.id = ANY (r.team_ids) ORDER BY t.name) AS teams
       FROM rights_review r JOIN account by ON by.id = r.reviewed_by WHERE r.account_id = $1 ORDER BY r.at, r.id`),
    ({ at, verdict, roles, teams, by }) => [
      { label: when(at), text: joined(', ', VERDICTS[verdict], rolesInWords(roles), ...teams) },
      { label: words('Par', 'By'), text: by, kind: 'others' },
    ],
  ),
} satisfies Readonly<Record<string, StaffSection>>;

const STATES = {
  waiting: words('en attente', 'waiting'),
  approved: words('accordé', 'agreed'),
  refused: words('refusé', 'refused'),
  void: words('sans suite', 'void'),
} as const;

const VERDICTS = {
  confirmed: words('droits confirmés', 'rights confirmed'),
  withdrawn: words('droits retirés', 'rights withdrawn'),
} as const;
