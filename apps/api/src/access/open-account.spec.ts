import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

/** Where an account's dates are told or set, and not asked whether it is open; why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'access/accounts/administration/account-rows.query.ts': 'says in which state an account is, day by day',
  'access/accounts/administration/changes/account-changes.service.ts': 'closes an account',
  'access/accounts/administration/locked-accounts.query.ts': 'tells an administrator that it is closed',
  'access/provider/links/provider-invitations.query.ts': 'an invitation may come before the first day',
  'access/accounts/links/account-links.query.ts': 'an invitation may come before the first day',
  'access/accounts/mail/account-mail.query.ts': 'an invitation may come before the first day',
  'cases/cover/absent-leads.query.ts': 'says which lead leaves within the week',
};

const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !/spec|testing|migrations/.test(path),
);

describe('whether an account is open', () => {
  it('is asked in one place, `account_is_open`: a worker whose last day has passed was given cases', () => {
    const byHand = sources.filter((path) =>
      /disabled_at IS|disabledAt: (IsNull|Not)|(ends_on|starts_on) (<|>|IS)|(endsOn|startsOn): [A-Z]|now\(\) AT TIME ZONE/.test(
        readFileSync(join(ROOT, path), 'utf8'),
      ),
    );
    expect(byHand.sort()).toEqual(Object.keys(ELSEWHERE).sort());
  });
});
