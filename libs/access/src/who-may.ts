import { ACCOUNT_ROLES } from './account-role';
import { RELATIONS } from './relations';
import {
  type Act,
  CASE_ACTS,
  type CaseAct,
  mayEver,
  SERVICE_ACTS,
  SERVICE_RIGHTS,
  type ServiceAct,
  TEAM_RIGHTS,
  type TeamAct,
} from './rights';
import { ACCOUNT_ROLE_WORDS, RELATION_WORDS, type Text } from './words';

const OR = {
  fr: new Intl.ListFormat('fr', { type: 'disjunction' }),
  en: new Intl.ListFormat('en', { type: 'disjunction' }),
} as const;

/** Those who may do one of these, in words: by role in a team or the service, by relation with a case. */
export function whoMay(...acts: readonly Act[]): Text {
  const people = new Set(acts.flatMap(peopleWho));
  return inBoth((language) => OR[language].format([...people].map((it) => it[language])));
}

function peopleWho(act: Act): readonly Text[] {
  if (isCaseAct(act))
    return RELATIONS.filter((relation) => ACCOUNT_ROLES.some((role) => mayEver(role, act, [relation]))).map(
      (relation) => RELATION_WORDS[relation],
    );
  return ACCOUNT_ROLES.filter((role) =>
    isServiceAct(act) ? includes(SERVICE_RIGHTS[role], act) : includes(TEAM_RIGHTS[role], act),
  ).map((role) => ACCOUNT_ROLE_WORDS[role]);
}

/** A refusal that ends with whom to ask instead. */
export function orAsk(refusal: Text, ...acts: readonly Act[]): Text {
  const who = whoMay(...acts);
  return { fr: `${refusal.fr} Peut le faire : ${who.fr}.`, en: `${refusal.en} Who may: ${who.en}.` };
}

const inBoth = (say: (language: 'fr' | 'en') => string): Text => ({ fr: say('fr'), en: say('en') });

const includes = <T>(list: readonly T[], item: T): boolean => list.includes(item);
const isCaseAct = (act: Act): act is CaseAct => (CASE_ACTS as readonly Act[]).includes(act);
const isServiceAct = (act: TeamAct | ServiceAct): act is ServiceAct =>
  (SERVICE_ACTS as readonly Act[]).includes(act);
