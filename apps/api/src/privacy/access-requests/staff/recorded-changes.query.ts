import { Injectable } from '@nestjs/common';
import type { AccountRole } from '@repere/access';
import type { ActName } from '@repere/audit';
import type { Words } from '@repere/cases';
import type { DataKey } from '../../../platform/secrecy/key-store';
import { rows } from '../../../platform/data/statement';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { EventWords } from '../../event-words';
import { rolesInWords } from './account-sections.query';
import { words } from '../../../platform/answers/words';
import { joined, type StaffLine, when } from './staff-section.query';

type AccountAct = Extract<ActName, `account.${string}` | `account-change.${string}`>;

/** Acts of administrators on an account, as the record has them; `null`: changes nothing of whose account it is, or is their own act. */
const ACTS: Readonly<Record<AccountAct, Words | null>> = {
  'account.invite': words('Compte créé', 'Account made'),
  'account.invite-again': words('Invitation renvoyée', 'Invited again'),
  'account.change-roles': words('Rôles', 'Roles'),
  'account.change-teams': words('Équipes', 'Teams'),
  'account.change-dates': words('Premier et dernier jour', 'First and last day'),
  'account.change-email': words('Adresse électronique', 'E-mail address'),
  'account.disable': words('Compte fermé', 'Account closed'),
  'account.enable': words('Compte rouvert', 'Account opened again'),
  'account.reset-factors': words('Secondes preuves retirées', 'Second factors taken away'),
  'account-change.decide': words('Décision d’une seconde personne', 'Decision of a second person'),
  'account.open': null,
  'account.list': null,
  'account.read': null,
  'account-change.list': null,
  'account.change-password': null,
  'account.try-password': null,
  'account.set-password': null,
  'account.forgot-password': null,
  'account.open-link': null,
  'account.make-mail': null,
  'account.mail-sent': null,
};
const TITLES: ReadonlyMap<string, Words> = new Map(
  Object.entries(ACTS).flatMap(([type, title]) => (title ? [[type, title] as const] : [])),
);

/** What the record tells of an account that no table keeps: which roles and teams it had, and when they changed. */
@Injectable()
export class RecordedChanges {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly events: EventWords,
  ) {}

  /** Oldest first. `key`: the space's, under which these events are sealed. */
  async listChanges(accountId: string, key: DataKey): Promise<readonly StaffLine[]> {
    const found = await FIND.readRows(this.unit.manager, [[...TITLES.keys()]]);
    const opened = await this.events.readWords(
      key,
      found.map(({ seq }) => seq),
    );
    const teams = await this.teams();
    return found.flatMap(({ seq, type, time }) => {
      const fields = opened.get(seq);
      return fields?.['account'] === accountId
        ? describeChange(TITLES.get(type) ?? words(type, type), time, fields, teams)
        : [];
    });
  }

  private async teams(): Promise<ReadonlyMap<string, string>> {
    const found = await TEAMS.readRows(this.unit.manager);
    return new Map(found.map(({ id, name }) => [id, name]));
  }
}

function describeChange(
  what: Words,
  time: string,
  fields: Readonly<Record<string, unknown>>,
  teams: ReadonlyMap<string, string>,
): readonly StaffLine[] {
  const { before, after, left, joined: entered, startsOn, endsOn, reason } = fields;
  const named = (sign: string, ids: unknown): readonly string[] =>
    listOf(ids).map((id) => `${sign} ${teams.get(id) ?? id}`);
  const roles = Array.isArray(after)
    ? [
        joined(
          ' → ',
          rolesInWords(listOf(before) as AccountRole[]),
          rolesInWords(listOf(after) as AccountRole[]),
        ),
      ]
    : [];
  const dates = [startsOn, endsOn].filter((it) => typeof it === 'string');
  return [
    {
      label: when(new Date(time)),
      text: joined(', ', what, ...roles, ...named('−', left), ...named('+', entered), ...dates),
    },
    {
      label: words('Motif', 'Reason'),
      text: typeof reason === 'string' ? reason : null,
      kind: 'free-text',
    },
  ];
}

const listOf = (it: unknown): readonly string[] =>
  Array.isArray(it) ? it.filter((each): each is string => typeof each === 'string') : [];

const FIND = rows<{ readonly seq: string; readonly type: string; readonly time: string }>({
  ...{ seq: 'text', type: 'text', time: 'text' },
}).from(`
  SELECT e.seq::text AS seq, e.entry::json ->> 'type' AS type, e.entry::json ->> 'time' AS time FROM ledger_event e
   WHERE e.entry LIKE '%"type":"account%' AND e.entry::json ->> 'type' = ANY ($1::text[])
     AND e.entry::json ->> 'outcome' = 'done' ORDER BY e.seq`);

const TEAMS = rows<{ readonly id: string; readonly name: string }>({ id: 'uuid', name: 'text' }).from(
  'SELECT id, name FROM team',
);
