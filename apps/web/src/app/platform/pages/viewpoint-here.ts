import { type Language, type Viewpoint, machineNow } from '@repere/ui';

/** The machine's clock, where this device is: accounts and sessions don't live by a space's own time. */
export const viewpointHere = (language: Language): Viewpoint => ({
  now: machineNow(),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  language: language.current(),
});
