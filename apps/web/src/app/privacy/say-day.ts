import type { LanguageCode } from '@repere/ui';
import { sayEdtf } from '@repere/ui/date';

/** A day `YYYY-MM-DD` in words; nothing for nothing. */
export const sayDate = (day: string | null, language: LanguageCode): string =>
  day === null ? '' : sayEdtf(day, language);
