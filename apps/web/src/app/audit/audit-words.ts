import { laterWords } from '../platform/pages/later-words';

export const auditWords = laterWords('audit', {
  fr: () => import('../../words/fr/audit.json'),
  en: () => import('../../words/en/audit.json'),
});
