const DAY = 86_400_000;

/** For so long what somebody made sure of, a contact or a service, is taken to hold; then it is to be made sure of again (TOOL). */
export const SURE_FOR_MS = 90 * DAY;

/** Whether it was made sure of too long ago. `now`: epoch ms. */
export const isStale = ({ verifiedAt }: { readonly verifiedAt: Date }, now: number): boolean =>
  verifiedAt.getTime() + SURE_FOR_MS < now;
