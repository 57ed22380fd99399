import type { TimelineEntry } from '@repere/contract';

const both = (words: string) => ({ fr: words, en: words });

/** What somebody did on the step of a made-up case. */
export const timelineEntry = (change: Partial<TimelineEntry> = {}): TimelineEntry => ({
  entryId: 'e1',
  seq: 1,
  kind: 'step-completed',
  title: both('Faire le signalement'),
  protocol: 'refuge',
  runId: 'r1',
  step: 'report',
  occurredAt: '2026-03-10T10:00:00Z',
  occurredPrecision: 'minute',
  recordedAt: '2026-03-10T10:00:00Z',
  by: 'Léa Moreau',
  participants: [],
  values: [],
  reasons: [],
  system: false,
  ...change,
});
