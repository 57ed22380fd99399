import type { AccountRole } from '@repere/access';

/** Shown on the sign-in page in demo mode, and seeded nowhere else. */
export const DEMO_PASSWORD = 'repere-demo-2025';

/** Seine-Saint-Denis: a real code gives real holidays; the service, its teams and its people are invented. */
const TERRITORY = '93';

/** Numbers that are nobody's: 01 99 00 … is kept for fiction. */
export const DEMO_TEAMS = [
  { name: 'Équipe Boussole', territory: TERRITORY, kind: 'public', checkPhone: '01 99 00 93 01' },
  { name: 'Équipe Cabestan', territory: TERRITORY, kind: 'association', checkPhone: '01 99 00 93 02' },
  // Somebody outside: they have no case by being of a team.
  { name: 'Hôpital des Aulnes (fictif)', territory: TERRITORY, kind: 'public', checkPhone: null },
] as const;

/** A fictional member of staff. */
export interface DemoAccount {
  readonly login: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly team: (typeof DEMO_TEAMS)[number]['name'];
}

const account = (login: string, name: string, role: AccountRole, team: DemoAccount['team']): DemoAccount => ({
  login,
  name,
  role,
  team,
});

/** One account per role in each team, and a second supervisor: some acts take two of them. And a partner. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account('camille', 'Camille Exemple', 'caseworker', 'Équipe Boussole'),
  account('rene', 'René Exemple', 'ase-referent', 'Équipe Boussole'),
  account('eva', 'Éva Exemple', 'assessor', 'Équipe Boussole'),
  account('sacha', 'Sacha Exemple', 'supervisor', 'Équipe Boussole'),
  account('nour', 'Nour Exemple', 'supervisor', 'Équipe Boussole'),
  account('ines', 'Inès Exemple', 'auditor', 'Équipe Boussole'),
  account('tom', 'Tom Exemple', 'trainer', 'Équipe Boussole'),
  account('pia', 'Pia Exemple', 'protocol-editor', 'Équipe Boussole'),
  account('alix', 'Alix Exemple', 'administrator', 'Équipe Boussole'),
  account('dominique', 'Dominique Modèle', 'caseworker', 'Équipe Cabestan'),
  account('rosa', 'Rosa Modèle', 'ase-referent', 'Équipe Cabestan'),
  account('emile', 'Émile Modèle', 'assessor', 'Équipe Cabestan'),
  account('sofia', 'Sofia Modèle', 'supervisor', 'Équipe Cabestan'),
  account('isaac', 'Isaac Modèle', 'auditor', 'Équipe Cabestan'),
  account('thea', 'Théa Modèle', 'trainer', 'Équipe Cabestan'),
  account('paul', 'Paul Modèle', 'protocol-editor', 'Équipe Cabestan'),
  account('anna', 'Anna Modèle', 'administrator', 'Équipe Cabestan'),
  account('lou', 'Lou Fiction', 'partner', 'Hôpital des Aulnes (fictif)'),
];
