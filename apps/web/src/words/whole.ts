import { en as enAtFirst } from './en';
import enEditing from './en/editing.json';
import enLetters from './en/letters.json';
import enSpaces from './en/spaces.json';
import { fr as frAtFirst } from './fr';
import frEditing from './fr/editing.json';
import frLetters from './fr/letters.json';
import frSpaces from './fr/spaces.json';

/** Every word on screen, those that come later included: for tests, and for what a key may be. */
export const en = { ...enAtFirst, editing: enEditing, letters: enLetters, spaces: enSpaces };
export const fr = { ...frAtFirst, editing: frEditing, letters: frLetters, spaces: frSpaces };
