import type { Configuration } from '../../platform/settings/configuration';
import type { Space } from '../../platform/spaces/spaces';
import type { Strength } from '@repere/access';

/**
 * Whether a session opens nothing yet but what sets up a second factor. A password alone has opened it, so the account has
 * none. Training spaces ask for none: their staff is fictional.
 */
export const mustEnrol = (
  { requiresSecondFactor }: Pick<Configuration, 'requiresSecondFactor'>,
  space: Space,
  { strength }: { readonly strength: Strength },
): boolean => asksForFactor({ requiresSecondFactor }, space) && strength === 'password';

/** Whether everybody in this space has to have a second factor. */
export const asksForFactor = (
  { requiresSecondFactor }: Pick<Configuration, 'requiresSecondFactor'>,
  { kind }: Space,
): boolean => requiresSecondFactor && kind === 'live';
