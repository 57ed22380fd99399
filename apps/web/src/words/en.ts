import { uiEnglish } from '@repere/ui';
import access from './en/access.json';
import approvals from './en/approvals.json';
import caseFile from './en/case.json';
import cases from './en/cases.json';
import editing from './en/editing.json';
import help from './en/help.json';
import protocols from './en/protocols.json';
import shell from './en/shell.json';
import step from './en/step.json';
import worklist from './en/worklist.json';

/** Every word on screen in English. */
export const en = {
  access,
  approvals,
  case: caseFile,
  cases,
  editing,
  help,
  protocols,
  shell,
  step,
  ui: uiEnglish,
  worklist,
};
