import { ACCOUNT_ROLES } from './account-role';
import { FIELD_CLASSES } from './field-class';
import { RELATIONS } from './relations';
import {
  CASE_ACTS,
  rightsOf,
  SERVICE_ACTS,
  SERVICE_RIGHTS,
  TEAM_ACTS,
  TEAM_RIGHTS,
  REDACTED_CLASSES,
} from './rights';
import { ACCOUNT_ROLE_WORDS, ACT_WORDS, FIELD_CLASS_WORDS, RELATION_WORDS } from './words';

/** `docs/access.md`: the tables that `may` decides by, for a data-protection officer. English, with the words on screen in French. */
export function printRights(): string {
  return [
    INTRODUCTION,
    '## Relations',
    table(
      ['relation', 'in words', 'en français'],
      RELATIONS.map((it) => [`\`${it}\``, RELATION_WORDS[it].en, RELATION_WORDS[it].fr]),
    ),
    '## What each role may do with a case, by relation',
    ...ACCOUNT_ROLES.map(ofRole),
    '## What each relation does not show',
    'Whatever the role. Whoever holds several relations sees what any of them shows. A partner sees of the rest what each referral carries, on a page of its own and until it ends; people around the child, notes, steps and the chronology are in no referral.',
    table(
      ['relation', ...FIELD_CLASSES.map((it) => FIELD_CLASS_WORDS[it].en)],
      RELATIONS.filter((it) => it !== 'none').map((relation) => [
        RELATION_WORDS[relation].en,
        ...FIELD_CLASSES.map((it) => {
          if (REDACTED_CLASSES[relation].includes(it)) return 'redacted';
          return relation === 'partner' ? 'if carried' : 'shown';
        }),
      ]),
    ),
    '## In a team that the account belongs to',
    grid(TEAM_ACTS, (role, act) => (TEAM_RIGHTS[role] as readonly string[]).includes(act)),
    '## For the service as a whole',
    grid(SERVICE_ACTS, (role, act) => (SERVICE_RIGHTS[role] as readonly string[]).includes(act)),
    '',
  ].join('\n\n');
}

const INTRODUCTION = `# Who may see and do what

Printed from \`libs/access\`; a test keeps this page true to it. **What is not listed is refused.** The same tables draw the buttons, refuse the requests, and tell the database what it may answer; [ADR 14](adr/0014-relations.md) says how.

Two things bar somebody whatever their relation to a case: a **conflict of interest** that they declared, and a **restricted case** whose circle they are not in. Emergency access passes the circle and gives nothing back of what it took away: it is a relation of its own below, whatever other relation the person has to the case, until its hour is over or a supervisor ends it. It never passes a conflict of interest. A case that isn't there and one that isn't theirs look alike.`;

function ofRole(role: (typeof ACCOUNT_ROLES)[number]): string {
  const relations = RELATIONS.filter((relation) => rightsOf(role, relation).length > 0);
  const title = `### ${ACCOUNT_ROLE_WORDS[role].en} (\`${role}\`, ${ACCOUNT_ROLE_WORDS[role].fr})`;
  if (relations.length === 0) return `${title}\n\nNo case content, whatever the relation.`;
  const rows = relations.map((relation) => [
    RELATION_WORDS[relation].en,
    ...CASE_ACTS.map((act) => (rightsOf(role, relation).includes(act) ? 'yes' : '')),
  ]);
  return `${title}\n\n${table(['relation', ...CASE_ACTS.map((act) => ACT_WORDS[act].en)], rows)}`;
}

const grid = <A extends keyof typeof ACT_WORDS>(
  acts: readonly A[],
  has: (role: (typeof ACCOUNT_ROLES)[number], act: A) => boolean,
): string =>
  table(
    ['role', ...acts.map((act) => ACT_WORDS[act].en)],
    ACCOUNT_ROLES.map((role) => [
      ACCOUNT_ROLE_WORDS[role].en,
      ...acts.map((act) => (has(role, act) ? 'yes' : '')),
    ]),
  );

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
