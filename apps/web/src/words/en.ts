import { uiEnglish } from '@repere/ui';
import access from './en/access.json';
import accounts from './en/accounts.json';
import administration from './en/administration.json';
import account from './en/account.json';
import approvals from './en/approvals.json';
import audit from './en/audit.json';
import caseFile from './en/case.json';
import cases from './en/cases.json';
import editing from './en/editing.json';
import factors from './en/factors.json';
import help from './en/help.json';
import privacy from './en/privacy.json';
import protocols from './en/protocols.json';
import referrals from './en/referrals.json';
import rights from './en/rights.json';
import provider from './en/provider.json';
import shell from './en/shell.json';
import step from './en/step.json';
import worklist from './en/worklist.json';

/** Every word on screen in English. */
export const en = {
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
  ui: uiEnglish,
  worklist,
};
