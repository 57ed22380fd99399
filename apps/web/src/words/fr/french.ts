import access from './access.json';
import accounts from './accounts.json';
import account from './account.json';
import approvals from './approvals.json';
import caseFile from './case.json';
import cases from './cases.json';
import factors from './factors.json';
import handOver from './hand-over.json';
import help from './help.json';
import privacy from './privacy.json';
import protocols from './protocols.json';
import referrals from './referrals.json';
import reminders from './reminders.json';
import rights from './rights.json';
import provider from './provider.json';
import shell from './shell.json';
import step from './step.json';
import worklist from './worklist.json';

/** The words of pages in French, the source language; those of some domains come with their pages. */
export const french = {
  access,
  account,
  accounts,
  approvals,
  case: caseFile,
  cases,
  factors,
  'hand-over': handOver,
  help,
  privacy,
  protocols,
  referrals,
  reminders,
  rights,
  provider,
  shell,
  step,
  worklist,
};
