import { FACTS, PROTOCOL, SOURCES } from '@repere/protocol/testing';
import { type PlayedScenario, playLibrary } from './played-scenario';

/** A night whose danger is told, agreed to, corrected and told of; what a bed is found for, and a night in it. */
const WHOLE_STAY = `story: { fr: Un séjour, en: A stay }
versions: { shelter: 1.0.0 }
territory: '75'
do:
  - { at: 2025-03-03T10:00, by: TS, step: assess, set: { danger: grave }, best_interests: Un lit d'abord., child_view: Il veut rester près de son école., note: Vu à la gare. }
  - { at: 2025-03-03T11:00, by: SUP, approve: assess }
  - { at: 2025-03-03T11:30, by: TS, record: { birth: 2010-05-04 }, note: Dit par le foyer. }
  - { at: 2025-03-03T12:00, by: TS, step: find_place, set: { place: yes, kind_of_place: home, ordered_on: 2025-03-03, signs: { debt: yes, phone: no } }, evidence: [order] }
  - { at: 2025-03-04T08:00, by: TS, step: night, row: { slept_on: 2025-03-03, safe: yes } }
  - { at: 2025-03-04T09:00, by: TS, amend: find_place, set: { kind_of_place: family }, why: Chez sa tante en fin de compte. }
  - { at: 2025-03-04T10:00, by: TS, note: Sa tante a rappelé. }
  - { at: 2025-03-05T10:00, by: PROC, entered: TS, step: judge }
  - { at: 2025-03-05T11:00, by: TS, step: assess, set: { danger: mild }, best_interests: Sa tante veille., child_view: Il se sent mieux., note: Elle l'accompagne partout. }
  - { at: 2025-03-05T12:00, by: SUP, return: assess, reason: Dire ce que sa tante a vu. }
expect:
  at: 2025-03-06T10:00
  steps: { find_place: done }
`;

const ONE_NIGHT = `story: { fr: Une nuit, en: A night }
versions: { shelter: 1.0.0 }
territory: '93'
do:
  - { at: 2025-03-04T09:00, by: TS, step: assess, set: { danger: grave } }
expect:
  at: 2025-03-04T10:00
  steps: { assess: done-to-approve }
`;

/** Cases of the made-up shelter, the shortest first: no test of bundles is about what is shipped. */
export const shelterCases = (): readonly PlayedScenario[] =>
  playLibrary({
    'facts.yaml': FACTS,
    'sources.yaml': SOURCES,
    'shelter/1.0.0/protocol.yaml': PROTOCOL,
    'shelter/1.0.0/examples/01-one-night.yaml': ONE_NIGHT,
    'shelter/1.0.0/examples/02-whole-stay.yaml': WHOLE_STAY,
  });

/** The one in which nearly everything happens. */
export function wholeStay(): PlayedScenario {
  const found = shelterCases().at(-1);
  if (!found) throw new Error('there is no stay');
  return found;
}
