/** Files of one version by path inside its folder: `protocol.yaml`, `en.yaml`, `SOURCE.md`, `examples/01-….yaml`. UTF-8. */
export type ProtocolFiles = Readonly<Record<string, string>>;

export const DRAFT_STATES = ['drafting', 'in-review', 'approved', 'published', 'abandoned'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** What can keep a draft from being published. */
export const PUBLICATION_BLOCKERS = [
  'has-errors',
  'other-protocol',
  'version-exists',
  'version-says-too-little',
  'version-not-newer',
  'too-much-work',
  'no-change-notes',
  'in-force-past',
  'not-explored',
  'exploring',
  'exploration-failed',
  'broken-safeguard',
  'broken-promise',
  'dropped-safeguard',
  'lost-proof',
  'not-approved',
] as const;
export type PublicationBlocker = (typeof PUBLICATION_BLOCKERS)[number];
