import type { AccountRole } from '@repere/access';
import type { ServiceKind } from '@repere/cases';
import { type Role, ROLES } from '@repere/protocol';

/** Seine-Saint-Denis, where a scenario names no other: a real code gives real holidays. */
export const ANYWHERE = '93';

/** Teams of every training space. */
export const CAST_TEAMS = [
  { name: 'Équipe d’exercice', kind: 'public' },
  { name: 'Foyer d’exercice (partenaire)', kind: 'association' },
] as const satisfies readonly { readonly name: string; readonly kind: ServiceKind }[];

/** Somebody whom a learner or the trainer plays. They have no password: nobody signs in as them. */
interface CastMember {
  readonly login: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly team: (typeof CAST_TEAMS)[number]['name'];
}

const [OURS, PARTNER] = CAST_TEAMS;

/** Names of trees and plants, as scenarios have them; the first is who a story is told to. */
export const CAST: readonly CastMember[] = [
  { login: 'lierre', name: 'Lierre Exercice', role: 'caseworker', team: OURS.name },
  { login: 'tilleul', name: 'Tilleul Exercice', role: 'caseworker', team: OURS.name },
  { login: 'sorbier', name: 'Sorbier Exercice', role: 'ase-referent', team: OURS.name },
  { login: 'noisetier', name: 'Noisetier Exercice', role: 'assessor', team: OURS.name },
  { login: 'chene', name: 'Chêne Exercice', role: 'supervisor', team: OURS.name },
  { login: 'hetre', name: 'Hêtre Exercice', role: 'supervisor', team: OURS.name },
  { login: 'frene', name: 'Frêne Exercice', role: 'auditor', team: OURS.name },
  { login: 'orme', name: 'Orme Exercice', role: 'administrator', team: OURS.name },
  { login: 'saule', name: 'Saule Exercice', role: 'partner', team: PARTNER.name },
];

/** The others of a story whom the cast has; of several of one role, the second one. */
const PLAYED_BY: Readonly<Partial<Record<Role, readonly [first: string, second: string]>>> = {
  TS: ['lierre', 'tilleul'],
  REF: ['sorbier', 'sorbier'],
  SUP: ['chene', 'hetre'],
};
/** Assessors and outsiders write in no case of another, and what was given before a story began has no writer: the first of the cast. */
const FOR_OUTSIDERS = ['lierre', 'lierre'] as const;

/** Who of the cast acts where a story says `TS` or `SUP-2`. */
export function actorOf(label: string): string {
  const [said, other] = label.split('-');
  const role = ROLES.find((it) => it === said);
  const [first, second] = (role && PLAYED_BY[role]) ?? FOR_OUTSIDERS;
  return other === undefined ? first : second;
}
