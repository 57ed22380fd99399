import type { BundleCheck, BothLanguages } from '../bundle-format';

/** Something that is not as it should be: in words, and where. */
export interface Fault {
  readonly said: BothLanguages;
  readonly file?: string;
  readonly leaf?: number;
}

type Name = BundleCheck['check'];

export const bothLanguages = (fr: string, en: string): BothLanguages => ({ fr, en });

export function passed(check: Name, fr: string, en: string): BundleCheck {
  return { check, outcome: 'ok', said: { fr, en } };
}

export function notPossible(check: Name, fr: string, en: string): BundleCheck {
  return { check, outcome: 'not-possible', said: { fr, en } };
}

/** The check by its first fault, and how many more there are; `undefined` when there is none. */
export function failedBy(check: Name, faults: readonly Fault[]): BundleCheck | undefined {
  const [first, ...others] = faults;
  if (!first) return undefined;
  const more =
    others.length === 0
      ? bothLanguages('', '')
      : bothLanguages(
          ` Et ${others.length} autre${others.length > 1 ? 's' : ''} défaut${others.length > 1 ? 's' : ''}.`,
          ` And ${others.length} other fault${others.length > 1 ? 's' : ''}.`,
        );
  return {
    check,
    outcome: 'failed',
    ...first,
    said: bothLanguages(first.said.fr + more.fr, first.said.en + more.en),
  };
}

/** `1 acte`, `2 actes`: French counts nought as one. */
export const counted = (n: number, one: string, many: string): string => `${n} ${n < 2 ? one : many}`;
export const countedEn = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
