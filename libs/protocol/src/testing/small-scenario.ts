const words = (text: string) => `{ fr: "${text} (fr)", en: "${text}" }`;

/** A small scenario on the made-up shelter of the small library, without a fault. */
export const SCENARIO = `scenario: a-night
title: ${words('A night')}
summary: ${words('Somebody needs a bed')}
protocol: shelter
minutes: 5
basis: [S19]
objectives: [${words('Assess first')}]
versions: { shelter: 1.0.0 }
territory: '75'
cast: [{ name: Nobody, who: ${words('made up')} }]
begins: 2025-03-03T09:00
ends: 2025-03-06T09:00
beats:
  - { id: evening, title: ${words('Evening')}, told: ${words('It is getting late')} }
injects:
  - { id: nobody-assessed, after: 24 hours, unless: done(assess), title: ${words('A call')}, told: ${words('Who is looking after him?')} }
  - { id: found, when: done(find_place), title: ${words('Found')}, told: ${words('A bed is free')} }
  - id: judge-told
    follows: found
    after: 2 hours
    title: ${words('The judge')}
    told: ${words('The judge is told')}
    do: [{ by: PROC, entered: TS, step: judge }]
expectations:
  - { id: early, title: ${words('Assessed within six hours')}, expect: { steps: { assess: [done, done-to-approve] } }, within: 6 hours, points: 2, basis: [S19] }
  - { id: never-safe, title: ${words('Never called safe')}, always: { not_outcome: SAFE } }
  - { id: place-after, title: ${words('The place after the danger')}, order: [assess, find_place] }
  - { id: seen, title: ${words('Spoken to')}, ticked: true, by: 2025-03-05T09:00 }
questions:
  - id: who-first
    ask: ${words('Who comes first?')}
    choices:
      - { id: child, says: ${words('The child')}, right: true, because: ${words('Always')} }
      - { id: paper, says: ${words('The paper')}, because: ${words('No paper is cold at night')} }
branches:
  - id: other-place
    title: ${words('What if there is no place?')}
    from: 2025-03-03T11:00
    do: [{ at: 2025-03-03T13:00, by: TS, step: find_place, set: { place: no } }]
    shows: ${words('Nothing stops')}
debrief: [{ says: ${words('Well done')} }]
model:
  - { at: 2025-03-03T10:00, by: TS, step: assess, set: { danger: grave }, best_interests: x, child_view: x, note: x }
  - { at: 2025-03-03T11:00, by: SUP, approve: assess }
  - { at: 2025-03-03T12:00, by: TS, step: find_place, set: { place: yes, kind_of_place: home, ordered_on: 2025-03-03, signs: { all: no } }, evidence: [order] }
planted:
  - { id: too-late, title: ${words('Too late')}, later: { assess: 2025-03-05T10:00, approve assess: 2025-03-05T11:00, find_place: 2025-03-05T12:00 }, loses: [steps:shelter.assess, deadlines:shelter.assess, expectations:early] }
`;
