import { randomInt, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Asked, Work } from './load';

/** Of the demo: whoever reads, writes or leads here. The first of each team leads the cases of the bench. */
const PEOPLE = {
  small: ['dominique', 'rosa', 'sofia'],
  big: ['camille', 'rene', 'sacha', 'nour'],
} as const;
const PASSWORD = 'repere-demo-2025';

interface Signed {
  readonly cookie: string;
}

/** A case of the bench, with what it was seen at last. */
interface Seen {
  readonly id: string;
  readonly step: string;
  seq: number;
}

type Cases = Readonly<Record<keyof typeof PEOPLE, readonly Seen[]>>;

interface CaseFile {
  readonly id: string;
  readonly state: { readonly seq: number; readonly runs: readonly { protocol: string; runId: string }[] };
}

/** What preparing needs of the database itself: tries are forgotten, and each case has been written to since it was kept. */
interface Database {
  readonly forgetTries: () => Promise<unknown>;
  readonly seqs: () => Promise<ReadonlyMap<string, number>>;
}

/** The product as the bench asks it: who is signed in, and the cases that were opened for it. */
export class Product {
  private constructor(
    private readonly people: Readonly<Record<keyof typeof PEOPLE, readonly Signed[]>>,
    private readonly cases: Cases,
  ) {}

  /** Signs people in and has so many cases opened in each team, each with its first step done; those of `keptIn` are there already. */
  static async prepare(
    port: number,
    count: Record<keyof typeof PEOPLE, number>,
    keptIn: string | null,
    { forgetTries, seqs }: Database,
  ): Promise<Product> {
    const signed = async (logins: readonly string[]): Promise<Signed[]> => {
      const all: Signed[] = [];
      for (const login of logins) all.push(await signIn(port, login));
      return all;
    };
    const people = { small: await signed(PEOPLE.small), big: await signed(PEOPLE.big) };
    const kept = keptIn === null ? null : readKept(keptIn);
    if (kept) {
      const now = await seqs();
      for (const seen of [...kept.small, ...kept.big]) seen.seq = now.get(seen.id) ?? seen.seq;
      return new Product(people, kept);
    }
    const opened = async (team: keyof typeof PEOPLE): Promise<Seen[]> => {
      const [lead] = people[team];
      if (!lead) throw new Error('nobody leads');
      const all: Seen[] = [];
      for (let n = 0; n < count[team]; n++) {
        // Nobody opens so many in a day: how often it was tried is limited.
        if (n % 10 === 0) await forgetTries();
        all.push(await openCase(port, lead));
      }
      return all;
    };
    const cases = { small: await opened('small'), big: await opened('big') };
    if (keptIn !== null) writeFileSync(keptIn, JSON.stringify(cases));
    return new Product(people, cases);
  }

  /** What is asked of it, by the names that the rivals' works have. */
  works(): Readonly<Record<string, Work>> {
    const everybody = [
      ...this.people.small.map((who) => ({ who, cases: this.cases.small })),
      ...this.people.big.map((who) => ({ who, cases: this.cases.big })),
    ];
    const reader = (connection: number): (typeof everybody)[number] => at(everybody, connection);
    const some = <T>(list: readonly T[]): T => at(list, Math.floor(Math.random() * list.length));
    return {
      session: { next: (connection) => get('/session', reader(connection).who) },
      'case page': {
        next: (connection) => {
          const { who, cases } = reader(connection);
          return get(`/case-files/${some(cases).id}`, who);
        },
      },
      'worklist, 40 cases': { next: () => get('/worklist', at(this.people.small, 0)) },
      'worklist, 712 cases': { next: () => get('/worklist', at(this.people.big, 0)) },
      note: this.writing(({ id }) => ({ path: `/case-files/${id}/notes`, body: { note: 'Elle a mangé.' } })),
      'step done': this.writing(({ id, step, seq }) => ({
        path: `/case-files/${id}/${step}/complete`,
        // What was written since of other steps changes nothing for this one.
        headers: { 'if-match': `"${String(seq)}"` },
        body: { values: { says_minor: 'yes', alone: seq % 2 === 0 ? 'yes' : 'no' } },
      })),
    };
  }

  /** Each connection writes in cases of its own, one after the other, as a person of their team. */
  private writing(write: (seen: Seen) => Omit<Asked, 'method'>): Work {
    const turns = new Map<number, { seen: Seen; turn: number }>();
    return {
      next: (connection) => {
        const turn = (turns.get(connection)?.turn ?? -1) + 1;
        const seen = at(this.cases.big, connection + turn * CONNECTIONS);
        turns.set(connection, { seen, turn });
        const { headers, ...asked } = write(seen);
        // The first two do steps in their own name.
        return post(asked.path, at(this.people.big.slice(0, 2), connection), asked.body, headers);
      },
      answered: (connection, body) => {
        const seen = turns.get(connection)?.seen;
        const { seq } = JSON.parse(body) as { seq?: number };
        if (!seen || seq === undefined) throw new Error(`no seq in ${body}`);
        seen.seq = seq;
      },
    };
  }
}

const readKept = (file: string): Cases | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Cases) : null;

/** Connections that ask at once; a case of a write is one connection's. */
export const CONNECTIONS = 20;

const at = <T>(list: readonly T[], place: number): T => {
  const it = list[place % list.length];
  if (it === undefined) throw new Error('the list is empty');
  return it;
};

const get = (path: string, { cookie }: Signed): Asked => ({
  ...{ method: 'GET', path: `/api${path}` },
  headers: { cookie },
});

const post = (
  path: string,
  { cookie }: Signed,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Asked => ({
  ...{ method: 'POST', path: `/api${path}`, body },
  headers: { cookie, 'x-repere': '1', 'idempotency-key': randomUUID(), ...headers },
});

const ask = (port: number, { method, path, headers = {}, body }: Asked): Promise<Response> =>
  fetch(`http://127.0.0.1:${String(port)}${path}`, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

async function sendRequest(port: number, asked: Asked): Promise<Response> {
  const answer = await ask(port, asked);
  if (!answer.ok) throw new Error(`${asked.path} gave ${String(answer.status)}: ${await answer.text()}`);
  return answer;
}

async function signIn(port: number, login: string): Promise<Signed> {
  const nobody: Signed = { cookie: '' };
  const answer = await sendRequest(port, post('/session', nobody, { login, password: PASSWORD }));
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  return { cookie };
}

async function openCase(port: number, lead: Signed): Promise<Seen> {
  const { id, state } = await openNamed(port, lead);
  const run = state.runs.find(({ protocol }) => protocol === 'identification')?.runId ?? '';
  const values = { urgent_danger_seen: 'no', exposure: 'no', missing: 'no' };
  const headers = { 'if-match': `"${String(state.seq)}"` };
  const done = post(`/case-files/${id}/runs/${run}/steps/intake/complete`, lead, { values }, headers);
  const { seq } = (await (await sendRequest(port, done)).json()) as { seq: number };
  return { id, step: `runs/${run}/steps/who`, seq };
}

/** Opened with a name that sounds like none before: of the others one would have to say first why it is another child. */
async function openNamed(port: number, lead: Signed): Promise<CaseFile> {
  for (let tries = 0; ; tries++) {
    const child = { calledName: inventedName() };
    const asked = { id: randomUUID(), urgentDangerSeen: 'no', notDuplicates: [], child };
    const answer = await ask(port, post('/case-files', lead, asked));
    if (answer.ok) return (await answer.json()) as CaseFile;
    if (tries === 20) throw new Error(`opening gave ${String(answer.status)}: ${await answer.text()}`);
  }
}

const [CONSONANTS, VOWELS] = ['bcdfglmnprstvz', 'aeiou'];

const inventedName = (): string =>
  Array.from({ length: 2 }, () =>
    Array.from({ length: 5 }, () => `${CONSONANTS[randomInt(14)] ?? ''}${VOWELS[randomInt(5)] ?? ''}`).join(
      '',
    ),
  ).join(' ');
