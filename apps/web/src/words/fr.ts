import { uiFrench } from '@repere/ui/language/french';
import { french } from './fr/french';

/** Every word on screen in French, the source language. */
export const fr = { ...french, ui: uiFrench };
