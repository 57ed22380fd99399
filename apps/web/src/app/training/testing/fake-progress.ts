import type { CurriculumItem, PersonStanding, Words } from '@repere/contract';

const both = (text: string): Words => ({ fr: `${text} (fr)`, en: text });

export const ITEM: CurriculumItem = {
  ...{ id: 'night', title: both('A night'), protocol: 'papers', version: '2.0.0' },
  ...{ months: 12, renews: 'major', isAsked: true },
};

/** Where one person stands, as the API tells it; a test changes what it is about. */
export const fakeStanding = (change: Partial<PersonStanding> = {}): PersonStanding => ({
  ...{ accountId: 'a2', name: 'Camille Exemple', roles: ['caseworker'] },
  standings: [{ item: 'night', state: 'up-to-date', until: '2026-03-31', because: [] }],
  certificates: [
    {
      ...{ id: 'c1', role: 'caseworker', title: both('A night'), protocols: ['papers 2.0.0'] },
      ...{ practisedOn: '2025-03-31', trainer: 'Tom Exemple' },
      ...{ importedBy: 'Sacha Exemple', importedAt: '2025-04-01T08:00:00.000Z' },
    },
  ],
  ...change,
});
