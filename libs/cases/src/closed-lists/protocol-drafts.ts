/** Files of one version by path inside its folder: `protocol.yaml`, `en.yaml`, `SOURCE.md`, `examples/01-….yaml`. UTF-8. */
export type ProtocolFiles = Readonly<Record<string, string>>;

export const DRAFT_STATES = ['drafting', 'in-review', 'approved', 'published', 'abandoned'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];
