import { LOAD_SIZES } from '@repere/training';
import { LOCALES, type Language } from '@repere/ui';
import type { Option } from '@repere/ui/choice';

export type LoadSize = (typeof LOAD_SIZES)[number];

/** How many fictional cases a page offers, in words. */
export const loadOptions = ({ t, current }: Pick<Language, 't' | 'current'>): readonly Option[] =>
  LOAD_SIZES.map((size) => ({
    code: String(size),
    label: t('spaces.load.n', { n: new Intl.NumberFormat(LOCALES[current()]).format(size) }),
  }));

/** What was chosen; `null`: nothing. */
export const sizeOf = (chosen: string | null): LoadSize | null =>
  LOAD_SIZES.find((size) => String(size) === chosen) ?? null;
