import { laterWords } from '../platform/pages/later-words';

export const appointmentWords = laterWords('appointments', {
  fr: () => import('../../words/fr/appointments.json'),
  en: () => import('../../words/en/appointments.json'),
});
