import type { EffectiveScope } from './actor';
import { rows } from '../data/statement';

/** What an account reaches; from here on it acts. `$1` its id, `$2` roles, `$3` teams, `$4` the space's clock, `$5` `CONTEXT_RIGHTS`. */
export const ENTER_ACCOUNT = rows<{ readonly effectiveScope: EffectiveScope }>({
  effectiveScope: 'jsonb',
}).from(`SELECT enter_account($1, $2, $3, $4, $5) AS "effectiveScope"`);
