import type { Role, StepDefinition } from './document';

/** Whether who holds this role is of another service: police, justice, prefecture. */
const IS_OUTSIDE: Readonly<Record<Role, boolean>> = {
  ...{ OPJ: true, PROC: true, JE: true, JI: true, AAH: true, AVO: true, PREF: true },
  ...{
    TS: false,
    REF: false,
    CRIP: false,
    EVAL: false,
    MED: false,
    PSY: false,
    INT: false,
    LOG: false,
    ONG: false,
    SUP: false,
    AUD: false,
  },
};

/** Whether a step records what others do, by themselves. */
export const isDoneOutside = ({ kind, by }: Pick<StepDefinition, 'kind' | 'by'>): boolean =>
  kind === 'recorded-act' && by.every((role) => IS_OUTSIDE[role]);
