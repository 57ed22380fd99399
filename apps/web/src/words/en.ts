import { uiEnglish } from '@repere/ui/words/english';
import { english } from './en/english';

/** Every word on screen in English. */
export const en = { ...english, ui: uiEnglish };
