import { uiEnglish } from '@repere/ui/language/english';
import { english } from './en/english';

/** Every word on screen in English. */
export const en = { ...english, ui: uiEnglish };
