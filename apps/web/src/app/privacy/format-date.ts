import type { LanguageCode } from '@repere/ui';
import { formatEdtf } from '@repere/ui/date';

/** A day `YYYY-MM-DD` in words; nothing for nothing. */
export const formatDate = (day: string | null, language: LanguageCode): string =>
  day === null ? '' : formatEdtf(day, language);
