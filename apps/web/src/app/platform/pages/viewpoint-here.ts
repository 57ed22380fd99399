import type { Language, Viewpoint } from '@repere/ui';

/** The machine's clock, where this device is: accounts and sessions don't live by a space's own time. */
export const viewpointHere = (language: Language): Viewpoint => ({
  now: Date.now(),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  language: language.current(),
});
