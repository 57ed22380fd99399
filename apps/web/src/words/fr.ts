import { uiFrench } from '@repere/ui';
import access from './fr/access.json';
import approvals from './fr/approvals.json';
import caseFile from './fr/case.json';
import cases from './fr/cases.json';
import editing from './fr/editing.json';
import help from './fr/help.json';
import protocols from './fr/protocols.json';
import shell from './fr/shell.json';
import step from './fr/step.json';
import worklist from './fr/worklist.json';

/** Every word on screen in French, the source language. */
export const fr = {
  access,
  approvals,
  case: caseFile,
  cases,
  editing,
  help,
  protocols,
  shell,
  step,
  ui: uiFrench,
  worklist,
};
