import { uiFrench } from '@repere/ui';
import access from './fr/access.json';
import cases from './fr/cases.json';
import help from './fr/help.json';
import shell from './fr/shell.json';
import worklist from './fr/worklist.json';

/** Every word on screen in French, the source language. */
export const fr = { access, cases, help, shell, ui: uiFrench, worklist };
