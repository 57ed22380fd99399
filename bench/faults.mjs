// Faults under load: people write to a service of two processes and repeat by the same key what was not acknowledged, while its
// processes are killed outright, PostgreSQL is killed and comes back, and some clients read nothing of their answers. At the end: nothing
// acknowledged lost, nothing doubled, no session mixed up, the record whole. node bench/faults.mjs [--quick | KILLS]. Linux.
// POOLER=pgbouncer: through that program, which is killed as well, each tenth time.
import { randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { builtApi } from './built-api.mjs';
import { ServiceUnderFault } from './faults/service-under-fault.mjs';
import { Browser, newCounts, readNotes, writeNotes } from './faults/writers.mjs';

const isQuick = process.argv.includes('--quick');
const kills = isQuick ? 2 : Number(process.argv[2] ?? 50);
const PEOPLE = [
  ['ada', 'Ada Exemple'],
  ['bruno', 'Bruno Exemple'],
];
const writersEach = isQuick ? 2 : 4;
/** Who has answered for so long is followed at once when it ends (`restart-delay.ts`). */
const BETWEEN_MS = isQuick ? 1_000 : 5_500;

const dir = mkdtempSync(join(tmpdir(), 'repere-faults-'));
const service = await ServiceUnderFault.prepare(dir, await builtApi(), 2, process.env.POOLER);
let isOver = false;
let writing = [];
try {
  const browsers = await signedIn();
  const counts = newCounts();
  const [shared, ...own] = await casesFor(browsers);
  const slow = [...Array(4).keys()].map((n) => slowClient(browsers[n % browsers.length], shared, n));
  counts.lastAnswerAt = performance.now();
  const began = performance.now();
  writing = browsers.map((browser, n) =>
    writeNotes(browser, { own: own[n], shared, counts, isOver: () => isOver }),
  );
  const { healed, databaseMs, poolerMs } = await breakThings();
  await wait(1_000);
  isOver = true;
  await Promise.all(writing);
  const seconds = (performance.now() - began) / 1_000;
  const faults = [...(await findFaults(browsers, counts, [shared, ...own])), ...(await checkRecord())];
  const stoppedMs = await service.stop();
  for (const socket of slow) socket.destroy();
  console.log(
    `${kills} processes killed (${healed.keeper.length} times the keeper), PostgreSQL once, ${slow.length} clients that read nothing: ` +
      `${counts.acknowledged.length} notes by ${browsers.length} writers in ${seconds.toFixed(0)} s, ` +
      `${counts.broken} answers that never came, ${counts.unavailable} times 5xx, ${counts.repeated} repeated by the same key`,
  );
  console.log(
    `whole again after ${ms(median([...healed.answering, ...healed.keeper]))} (median; the longest ${ms(Math.max(...healed.answering, ...healed.keeper))}), ` +
      `PostgreSQL after ${ms(databaseMs)}${saidOfPooler(poolerMs)}; a note ${ms(median(counts.tookMs))} (median), ${ms(quantile(counts.tookMs, 0.99))} (p99); ` +
      `nobody acknowledged for ${ms(counts.longestSilenceMs)} at most; told to stop, it ended after ${ms(stoppedMs)}`,
  );
  console.log(
    `Node ${process.version}, ${cpus().length} cores ${cpus()[0]?.model ?? ''}, load ${loadavg()[0].toFixed(1)}`,
  );
  for (const fault of faults) console.error(fault);
  console.log(
    faults.length === 0 ? 'nothing lost, nothing doubled, no session mixed up, the record is whole' : '',
  );
  if (faults.length > 0) process.exitCode = 1;
} finally {
  isOver = true;
  await Promise.allSettled(writing);
  await service.remove();
  rmSync(dir, { recursive: true, force: true });
}

/** Everybody several times, each with a session of their own. */
async function signedIn() {
  const passwords = [];
  for (const [login, name] of PEOPLE) passwords.push(await service.hire(login, name));
  await service.start();
  const browsers = [];
  for (let n = 0; n < PEOPLE.length * writersEach; n++) {
    const [login, name] = PEOPLE[n % PEOPLE.length];
    const browser = new Browser(service.port, login, `w${n}`);
    browser.who = name;
    await browser.signIn(passwords[n % PEOPLE.length]);
    browsers.push(browser);
  }
  return browsers;
}

/** One case for all, and one for each. */
async function casesFor(browsers) {
  const ids = [];
  for (const browser of [browsers[0], ...browsers]) ids.push(await openCase(browser));
  return ids;
}

async function openCase(browser) {
  const letters = (n) =>
    Array.from({ length: n }, () => 'bcdfglmnprstvz'[randomInt(14)] + 'aeiou'[randomInt(5)]).join('');
  for (let attempt = 0; attempt < 20; attempt++) {
    const child = { calledName: `${letters(5)} ${letters(5)}` };
    const asked = { id: randomUUID(), urgentDangerSeen: 'no', notDuplicates: [], child };
    const { status, body } = await browser.ask('POST', '/case-files', asked, {
      'idempotency-key': randomUUID(),
    });
    if (status === 201) return JSON.parse(body).id;
    if (status !== 409 && status !== 422) throw new Error(`opening gave ${status}: ${body}`);
  }
  throw new Error('no case was opened');
}

/** Asks for a page and reads nothing of it, or sends half of what it says it will. */
function slowClient(browser, caseId, n) {
  const socket = connect(service.port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.pause();
  const head = `Host: x\r\nCookie: ${browser.cookie}\r\nX-Repere: 1\r\n`;
  if (n % 2 === 0) socket.write(`GET /api/case-files/${caseId}/journal HTTP/1.1\r\n${head}\r\n`.repeat(20));
  else
    socket.write(
      `POST /api/case-files/${caseId}/notes HTTP/1.1\r\n${head}Idempotency-Key: ${randomUUID()}\r\n` +
        `Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"note": "`,
    );
  return socket;
}

/** Kills those who answer in turns, each tenth time the keeper (of two the last), PostgreSQL halfway, and each tenth time the pooler, if there is one. */
async function breakThings() {
  const healed = { answering: [], keeper: [] };
  const poolerMs = [];
  let databaseMs = 0;
  for (let n = 1; n <= kills; n++) {
    await wait(BETWEEN_MS);
    const isKeeper = isQuick ? n === kills : n % 10 === 0;
    const name = isKeeper ? 'keeper' : String(1 + (n % 2));
    healed[isKeeper ? 'keeper' : 'answering'].push(await service.kill(name));
    if (n === Math.ceil(kills / 2)) databaseMs = await service.killDatabase();
    if (service.pooler && n % 10 === (isQuick ? 1 : 5)) poolerMs.push(await service.killPooler());
  }
  return { healed, databaseMs, poolerMs };
}

/** What is not as it was acknowledged. */
async function findFaults(browsers, counts, cases) {
  const found = [...counts.odd, ...counts.mixedUp];
  const written = new Map();
  for (const [n, caseId] of cases.entries())
    for (const { note, by } of await readNotes(browsers[Math.max(0, n - 1)], counts, caseId)) {
      if (written.has(note)) found.push(`doubled: ${note}`);
      written.set(note, { caseId, by });
    }
  for (const { caseId, note, by } of counts.acknowledged) {
    const it = written.get(note);
    if (!it || it.caseId !== caseId) found.push(`lost: ${note}`);
    else if (it.by !== by) found.push(`by ${it.by} and not by ${by}: ${note}`);
  }
  if (written.size !== counts.acknowledged.length)
    found.push(`${written.size} notes, of which ${counts.acknowledged.length} were acknowledged`);
  return found;
}

/** Events all have their places and are signed; then everything is computed anew. */
async function checkRecord() {
  let said = null;
  for (let attempt = 0; attempt < 60 && said !== 'kept'; attempt++) {
    said = await service.record();
    if (said !== 'kept') await wait(500);
  }
  // About a second after the last event, a checkpoint covers it.
  await wait(3_000);
  const checked = await service.command('ledger', 'fsck').catch((error) => error.message);
  return [
    ...(said === 'kept' ? [] : [`the record is ${said}`]),
    ...(/The record is whole/.test(checked) ? [] : [checked]),
  ];
}

function saidOfPooler(tookMs) {
  if (tookMs.length === 0) return '';
  return `, the pooler, killed ${tookMs.length} times, after ${ms(median(tookMs))}`;
}

function median(numbers) {
  return quantile(numbers, 0.5);
}

function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function ms(n) {
  return n < 1_000 ? `${Math.round(n)} ms` : `${(n / 1_000).toFixed(1)} s`;
}
