import { uiFrench } from '@repere/ui';
import access from './fr/access.json';
import accounts from './fr/accounts.json';
import administration from './fr/administration.json';
import account from './fr/account.json';
import approvals from './fr/approvals.json';
import audit from './fr/audit.json';
import caseFile from './fr/case.json';
import cases from './fr/cases.json';
import editing from './fr/editing.json';
import factors from './fr/factors.json';
import help from './fr/help.json';
import privacy from './fr/privacy.json';
import protocols from './fr/protocols.json';
import referrals from './fr/referrals.json';
import rights from './fr/rights.json';
import provider from './fr/provider.json';
import shell from './fr/shell.json';
import step from './fr/step.json';
import worklist from './fr/worklist.json';

/** Every word on screen in French, the source language. */
export const fr = {
  access,
  account,
  accounts,
  administration,
  approvals,
  audit,
  case: caseFile,
  cases,
  editing,
  factors,
  help,
  privacy,
  protocols,
  referrals,
  rights,
  provider,
  shell,
  step,
  ui: uiFrench,
  worklist,
};
