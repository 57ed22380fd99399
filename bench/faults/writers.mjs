// People who write and repeat what was not acknowledged by the same key, until it is; and who read who they are meanwhile.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 15_000;

/** What all writers have seen. */
export const newCounts = () => ({
  acknowledged: [],
  ...{ broken: 0, unavailable: 0, repeated: 0, mixedUp: [], odd: [] },
  ...{ longestSilenceMs: 0, lastAnswerAt: performance.now(), tookMs: [] },
});

/** One browser: its cookie, and a connection that it keeps for as long as it holds. */
export class Browser {
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
  cookie = '';

  constructor(port, login, name) {
    Object.assign(this, { port, login, name });
  }

  async signIn(password) {
    const { status, headers, body } = await this.ask('POST', '/session', { login: this.login, password });
    if (status !== 200) throw new Error(`${this.login}: sign-in gave ${status}: ${body}`);
    this.session = JSON.parse(body).id;
    [this.cookie] = headers['set-cookie'][0].split(';');
  }

  /** One attempt; rejects where the connection breaks or nothing comes. */
  ask(method, path, body, more = {}) {
    return new Promise((done, failed) => {
      const sent = request(
        {
          ...{ host: '127.0.0.1', port: this.port, method, path: `/api${path}`, agent: this.agent },
          timeout: PATIENCE_MS,
          headers: {
            ...{ cookie: this.cookie, 'x-repere': '1', 'content-type': 'application/json' },
            ...more,
          },
        },
        (answer) => {
          let text = '';
          answer.on('data', (part) => (text += part));
          answer.on('error', failed);
          answer.on('end', () =>
            answer.complete
              ? done({ status: answer.statusCode, headers: answer.headers, body: text })
              : failed(new Error('cut off')),
          );
        },
      );
      sent.on('timeout', () => sent.destroy(new Error('nothing came')));
      sent.on('error', failed);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  /** The first answer that is one, however often it has to be asked; by one key. */
  async askUntilAnswered(counts, method, path, body, key) {
    const more = key === undefined ? {} : { 'idempotency-key': key };
    for (let attempt = 0; ; attempt++) {
      if (attempt > 0) counts.repeated++;
      if (attempt > 500) throw new Error(`${path} was never answered`);
      const answer = await this.ask(method, path, body, more).catch(() => null);
      const isAway = answer === null || answer.status >= 500 || answer.status === 429;
      if (!isAway) return answer;
      if (answer === null) counts.broken++;
      else counts.unavailable++;
      await wait(Math.min(1_000, 50 * 2 ** Math.min(attempt, 4)) * (0.5 + Math.random()));
    }
  }
}

/** Writes notes, in its own case and in the one that all share, until `isOver`; every fourth time asks who it is. */
export async function writeNotes(browser, { own, shared, counts, isOver }) {
  for (let n = 0; !isOver(); n++) {
    if (n % 4 === 3) await askWho(browser, counts);
    const [caseId, key] = [n % 2 === 0 ? own : shared, randomUUID()];
    const note = `${browser.name} ${n} ${key}`;
    const began = performance.now();
    const { status, body } = await browser.askUntilAnswered(
      ...[counts, 'POST', `/case-files/${caseId}/notes`, { note }, key],
    );
    const now = performance.now();
    if (status !== 200) {
      counts.odd.push(`${note}: ${status} ${body.slice(0, 200)}`);
      continue;
    }
    counts.longestSilenceMs = Math.max(counts.longestSilenceMs, now - counts.lastAnswerAt);
    counts.lastAnswerAt = now;
    counts.tookMs.push(now - began);
    counts.acknowledged.push({ caseId, note, by: browser.who });
  }
}

/** Whoever answers, the session is this person's. */
async function askWho(browser, counts) {
  const { status, body } = await browser.askUntilAnswered(counts, 'GET', '/session');
  const { id, account } = status === 200 ? JSON.parse(body) : {};
  if (id !== browser.session || account.name !== browser.who)
    counts.mixedUp.push(`${browser.who} was told ${account?.name ?? status}`);
}

/** Every note of a case with who wrote it, oldest last. */
export async function readNotes(browser, counts, caseId) {
  const notes = [];
  for (let cursor = null; ;) {
    const query = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await browser.askUntilAnswered(
      ...[counts, 'GET', `/case-files/${caseId}/journal${query}`],
    );
    if (status !== 200) throw new Error(`the journal gave ${status}: ${body}`);
    const page = JSON.parse(body);
    for (const { note, by } of page.items) if (note !== undefined) notes.push({ note, by });
    if (page.next === null) return notes;
    cursor = page.next;
  }
}
