import { uiEnglish } from '@repere/ui';
import access from './en/access.json';
import cases from './en/cases.json';
import help from './en/help.json';
import shell from './en/shell.json';
import worklist from './en/worklist.json';

/** Every word on screen in English. */
export const en = { access, cases, help, shell, ui: uiEnglish, worklist };
