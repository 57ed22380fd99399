import type { AccountRole } from '@repere/access';
import { ROLES } from '@repere/protocol';
import { LOAD_TEAMS, LOAD_WORKERS, type PlannedCase } from '@repere/training';
import { foldText } from '../../platform/answers/fold-text';
import { CAST, CAST_TEAMS } from '../beginning/training-cast';

/** Where the teams of a load work, after the space’s own: real codes give real holidays and another zone. */
const ELSEWHERE = ['59', '13', '974'] as const;

/** Trees and plants, as the rest of the cast; none is in it already. */
const TREES = [
  ...[
    'Acacia',
    'Alisier',
    'Amandier',
    'Aulne',
    'Bouleau',
    'Buis',
    'Cèdre',
    'Charme',
    'Cognassier',
    'Cormier',
  ],
  ...[
    'Cornouiller',
    'Figuier',
    'Genévrier',
    'Houx',
    'Laurier',
    'Marronnier',
    'Micocoulier',
    'Néflier',
    'Olivier',
  ],
  ...['Peuplier', 'Platane', 'Prunier', 'Robinier'],
] as const;

/** One of the fictional staff who has cases of a load. */
export interface LoadColleague {
  readonly login: string;
  readonly name: string;
  readonly role: AccountRole;
}

/** A team that has cases of a load, with whoever does something in them. */
export interface LoadTeam {
  readonly name: string;
  /** `null`: where the space’s own team works. */
  readonly territory: string | null;
  readonly workers: readonly LoadColleague[];
  readonly referent: LoadColleague;
  /** Who is the second person, for one case and for the next. */
  readonly supervisors: readonly [LoadColleague, LoadColleague];
}

const rolesOf = (): readonly AccountRole[] => [
  ...Array.from({ length: LOAD_WORKERS }, () => 'caseworker' as const),
  'ase-referent',
  'supervisor',
  'supervisor',
];

/** Of the cast whoever has this role in the space’s own team: whom one plays first has cases as well. */
const known: readonly LoadColleague[] = CAST.filter(({ team }) => team === CAST_TEAMS[0].name);

function staffOfTeams(): readonly LoadTeam[] {
  const free = [...TREES];
  const hired = (role: AccountRole): LoadColleague => {
    const tree = free.shift();
    if (tree === undefined) throw new RangeError('there are too few trees');
    return { login: foldText(tree), name: `${tree} Exercice`, role };
  };
  return Array.from({ length: LOAD_TEAMS }, (_, place) => {
    const there = place === 0 ? [...known] : [];
    const people = rolesOf().map((role) => {
      const at = there.findIndex((it) => it.role === role);
      return (at >= 0 ? there.splice(at, 1)[0] : undefined) ?? hired(role);
    });
    const [referent, first, second] = people.slice(LOAD_WORKERS);
    if (!referent || !first || !second) throw new RangeError('a team lacks somebody');
    const territory = ELSEWHERE[place - 1] ?? null;
    return {
      name: territory === null ? CAST_TEAMS[0].name : `${CAST_TEAMS[0].name} (${territory})`,
      ...{ territory, workers: people.slice(0, LOAD_WORKERS), referent, supervisors: [first, second] },
    };
  });
}

/** The space’s own team first. They have no password: whoever leads plays them. */
export const LOAD_STAFF: readonly LoadTeam[] = staffOfTeams();

/** Who of its team acts in this case where a story says `TS`, `REF` or `SUP-2`. */
export function colleagueOf(label: string, { team, worker, place }: PlannedCase): LoadColleague | undefined {
  const staff = LOAD_STAFF[team];
  const [said, other] = label.split('-');
  const isOther = other !== undefined;
  const role = ROLES.find((it) => it === said);
  if (role === 'SUP') return staff?.supervisors[(place + (isOther ? 1 : 0)) % 2];
  if (role === 'REF') return staff?.referent;
  // Assessors and outsiders write in no case of another, and what was given has no writer.
  return staff?.workers[(worker + (isOther && role === 'TS' ? 1 : 0)) % LOAD_WORKERS];
}
