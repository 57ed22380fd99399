import { laterWords } from '../../platform/pages/later-words';

/** For the parts of pages that are about training spaces: in one, and where they are made. */
export const spaceWords = laterWords('spaces', {
  fr: () => import('../../../words/fr/spaces.json'),
  en: () => import('../../../words/en/spaces.json'),
});
