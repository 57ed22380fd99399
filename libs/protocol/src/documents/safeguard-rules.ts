import type { SafeguardDefinition } from './document';

/** What a safeguard may promise, one of them each: a rule that is new to the document is in this table, or does not compile. */
const IS_RULE: Readonly<
  Record<Exclude<keyof SafeguardDefinition, 'id' | 'title' | 'overlay' | 'basis'>, true>
> = {
  ...{ always: true, never: true, sameSteps: true },
  ...{ sameOutcome: true, onlyAdds: true, forgetting: true },
};
type SafeguardRule = keyof typeof IS_RULE;

export const SAFEGUARD_RULES = Object.keys(IS_RULE) as readonly SafeguardRule[];
