import { ACCOUNT_ROLES, type AccountRole } from '@repere/access';
import { territoryOf } from '@repere/territories';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { maintain } from './maintain';
import type { Configuration } from '../platform/settings/configuration';
import { hashPassword } from '../access/passwords/passwords';
import { StaffService } from '../access/team/staff.service';

const USAGE = `Use: main.js hire --login NAME --name "FIRST LAST" --role ROLE [--role ROLE] --team "TEAM" --territory CODE [--email ADDRESS]
  ROLE: ${ACCOUNT_ROLES.join(', ')}
  CODE: INSEE code of the team's département, 93
  ADDRESS: where links for a forgotten password go`;

/** What was asked for, or a sentence that says what is missing. */
function readRequest(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      login: text,
      name: text,
      team: text,
      territory: text,
      email: text,
      role: { type: 'string', multiple: true },
    },
  });
  const { login, name, team, territory, email, role = [] } = values;
  if (!login || !name || !team || !territory || role.length === 0) throw new Error(USAGE);
  const isRole = (it: string): it is AccountRole => ACCOUNT_ROLES.some((known) => known === it);
  const roles = role.filter(isRole);
  if (roles.length < role.length) throw new Error(`A role is not known.\n${USAGE}`);
  if (!territoryOf(territory)) throw new Error(`${territory} is no département.\n${USAGE}`);
  return { login: login.toLowerCase(), name, team, territory, roles, ...(email && { email }) };
}

/** `main.js hire`: an account for somebody, with a password that is shown once. How the first people get in. */
export const hire = async (
  configuration: Configuration,
  args: readonly string[],
  say: (line: string) => void = console.log,
): Promise<void> => {
  const { team, territory, ...colleague } = readRequest(args);
  const { login, name } = colleague;
  return maintain(configuration, async ({ app, runAct: act }) => {
    const password = randomBytes(18).toString('base64url');
    const passwordHash = await hashPassword(password);
    const staff = app.get(StaffService);
    const { isNew } = await act('system:hire', 'account.open', async () =>
      staff.hire({ ...colleague, passwordHash, teamId: await staff.team(team, territory) }),
    );
    say(
      isNew
        ? `${name} signs in as ${login} with ${password}\nThis password is shown once.`
        : `${login} has an account already: it keeps its roles and password, and is in ${team}.`,
    );
  });
};
