import { createHash } from 'node:crypto';
import { CaseClient, stepOf } from '../cases/testing/case-client';
import type { TeamsDto } from '../access/accounts/administration/teams/teams.dto';
import type { StepPageDto } from '../cases/steps/steps.dto';
import type { ProblemDto } from '../platform/answers/openapi';
import { PrivacyClient } from '../privacy/testing/privacy-client';
import { MARKS, markedReferral } from '../referrals/testing/marked-referral';
import { type SignedInClient, TestService } from '../testing/test-service';
import { LetterClient } from './testing/letter-client';

const TOWN = 'to-the-town';
const codesOf = (body: ProblemDto) => body.reasons?.map(({ code }) => code);

describe('a letter', () => {
  let service: TestService;
  let worker: SignedInClient;
  let cases: CaseClient;
  let caseFileId: string;
  let letters: LetterClient;
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Léa Nord' });
    cases = new CaseClient(worker.client);
    caseFileId = (await markedReferral(cases)).id;
    letters = new LetterClient(worker.client, caseFileId);
  });
  afterAll(() => service.stop());

  it('proposes what its parts ask for, and leaves out the rest, counted', async () => {
    const { parts, leftOut } = await letters.proposeLetter(TOWN);
    const said = parts.map(({ text }) => text).join('\n');
    expect(said).toContain(MARKS.identity);
    expect(said).toMatch(/Urgence\u00a0: non/);
    for (const mark of [
      MARKS.contact,
      MARKS.places,
      MARKS.people,
      MARKS.narrative,
      MARKS.opinion,
      MARKS.health,
    ])
      expect(said).not.toContain(mark);
    const classes = new Map(
      leftOut.map(({ fieldClass, lines }) => [fieldClass, lines.map(({ text }) => text).join('\n')]),
    );
    expect(classes.get('health')).toContain(MARKS.health);
    expect(classes.get('contact')).toContain(MARKS.contact);
    expect(classes.get('narrative')).toContain('Noteqz');
  });

  it('names what is not known, and never guesses it', async () => {
    const { id } = await cases.opened();
    const { parts } = await new LetterClient(worker.client, id).proposeLetter(TOWN);
    const [who, seen] = parts;
    expect(who?.text).toMatch(/Naissance\u00a0: non renseigné/);
    expect(who?.text).toMatch(/Âge\u00a0: non renseigné ; à défaut, l’enfant est tenu·e pour mineur·e/);
    expect(seen?.text).toMatch(/^Urgence\u00a0: non/);
  });

  it('never calls anybody an adult, whatever date is noted', async () => {
    const { id } = await cases.opened({ child: { birth: '2001-03-02' } });
    const { parts } = await new LetterClient(worker.client, id).proposeLetter(TOWN);
    expect(parts[0]?.text).toMatch(/tant qu’un doute demeure, l’enfant est tenu·e pour mineur·e/);
    const { id: estimated } = await cases.opened({ child: { birth: '2011~' } });
    const doubt = await new LetterClient(worker.client, estimated).proposeLetter(TOWN);
    expect(doubt.parts[0]?.text).toMatch(/d’après une date estimée/);
  });

  it('says when something was done as exactly as it is known, and no more', async () => {
    const { id } = await cases.opened();
    await cases.completed(id, 'welcome', 'arrive', {
      values: { peril_seen: 'no', bitten: { answer: 'unknown' } },
      occurredAt: '2025-03',
    });
    const { parts, leftOut } = await new LetterClient(worker.client, id).proposeLetter(TOWN);
    const said = [...parts, ...leftOut.flatMap(({ lines }) => lines)].map(({ text }) => text).join('\n');
    expect(said).toMatch(/^mars 2025, fait\u00a0: /m);
    expect(said).not.toMatch(/1(er)? mars 2025/);
  });

  it('says what was done as done, with what was decided, and what waits for a second person as that', async () => {
    const { id } = await cases.opened({ urgentDangerSeen: 'yes' });
    const said = async () => {
      const { parts, leftOut } = await new LetterClient(worker.client, id).proposeLetter(TOWN);
      return [...parts, ...leftOut.flatMap(({ lines }) => lines)].map(({ text }) => text).join('\n');
    };
    await cases.completed(id, 'refuge', 'weigh', {
      values: { peril: 'none', crime: 'no', harm: { sold: 'no' } },
      reasons: ['gone'],
      ...{ bestInterests: 'Rien ne presse.', childView: { said: 'Je vais bien.' } },
    });
    expect(await said()).toMatch(/, à valider\u00a0: Peser le danger \([^)]+\)$/m);
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    const { toApprove } = stepOf(await cases.readCase(id), 'refuge', 'weigh');
    await new CaseClient(supervisor.client).step(id, 'refuge', 'weigh', 'approve', { entryId: toApprove });
    expect(await said()).toMatch(/, fait\u00a0: Peser le danger \([^)]+\)$/m);
    expect(await said()).not.toMatch(/à valider/);
  });

  it('is kept with its exact bytes under the case’s key, and the record commits to their hash', async () => {
    const id = await letters.written(TOWN);
    const { content, type, name } = await letters.download(id);
    const { sha256, bytes } = await letters.readLetter(id);
    expect([type, content.subarray(0, 5).toString(), content.length]).toEqual([
      'application/pdf',
      '%PDF-',
      bytes,
    ]);
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    expect(name).toBe(`to-the-town-${sha256.slice(0, 8)}.pdf`);
    const rows = await service.query<Record<string, unknown>>(`SELECT * FROM letter WHERE id = $1`, [id]);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${MARKS.identity}|Rien n’est`));
    const types = await service.query<{ type: string }>(
      `SELECT entry::json ->> 'type' AS type FROM ledger_event WHERE entry::json ->> 'type' LIKE 'letter.%' ORDER BY seq`,
    );
    expect(types.map((row) => row.type)).toEqual(expect.arrayContaining(['letter.write', 'letter.download']));
    for (const sql of [`UPDATE letter SET bytes = 1`, `DELETE FROM letter`])
      await expect(service.query(sql)).rejects.toThrow(/append-only/);
  });

  it('has the same bytes for the same words of the same day', async () => {
    const [one, two] = [await letters.written(TOWN), await letters.written(TOWN)];
    expect((await letters.readLetter(one)).sha256).toBe((await letters.readLetter(two)).sha256);
  });

  it('bears what administrators keep of the team for its letters; the child’s own never does', async () => {
    const { client } = await service.signIn({ roles: ['administrator'], teams: ['North'] });
    const teams = (await client.get<TeamsDto>('/teams')).body.items;
    const north = `/teams/${teams.find(({ name }) => name === 'North')?.id ?? ''}`;
    const put = (change: object) => client.put(north, { name: 'North', ...change });
    const hashOf = async (kind: string) => (await letters.readLetter(await letters.written(kind))).sha256;
    const before = { town: await hashOf(TOWN), own: await hashOf('to-the-child') };
    const seen = new Set([before.town]);
    for (const change of [
      { letterhead: '3 rue Inventée\n93000 Ville-Fictive' },
      { letterhead: '3 rue Inventée\n93000 Ville-Fictive', signsFor: 'Pour la directrice' },
    ]) {
      expect((await put(change)).status).toBe(200);
      seen.add(await hashOf(TOWN));
      expect(await hashOf('to-the-child')).toBe(before.own);
    }
    expect(seen.size).toBe(3);
    for (const wrong of [
      { letterhead: 'a\n'.repeat(8) },
      { letterhead: 'a'.repeat(301) },
      { letterhead: ['x'] },
      { signsFor: 'Pour\nmoi' },
      { signsFor: '\u202e\u0000' },
    ])
      expect((await put(wrong)).status).toBe(400);
    expect((await worker.client.put(north, { name: 'North', signsFor: 'Moi' })).status).toBe(403);
    expect((await put({})).status).toBe(200);
    expect(await hashOf(TOWN)).toBe(before.town);
  });

  it('counts what was left out, and one less of what was chosen', async () => {
    const { leftOut } = await letters.proposeLetter(TOWN);
    const health = leftOut.find(({ fieldClass }) => fieldClass === 'health');
    const [line] = health?.lines ?? [];
    if (!health || !line) throw new Error('nothing of health');
    const id = await letters.written(TOWN, { chosen: [line.id] });
    const { content } = await letters.readLetter(id);
    if ('redacted' in content) throw new Error('redacted');
    const counted = content.leftOut.find(({ fieldClass }) => fieldClass === 'health')?.count ?? 0;
    expect(counted).toBe(health.lines.length - 1);
  });

  it.each([
    ['a part that it needs and has not', { parts: [{ id: 'who', text: 'Elle' }] }, 'part-missing'],
    ['a part that there is not', { parts: [{ id: 'nowhere', text: 'x' }] }, 'unknown-part'],
    [
      'a part twice',
      {
        parts: [
          { id: 'who', text: 'x' },
          { id: 'who', text: 'y' },
        ],
      },
      'unknown-part',
    ],
    ['what was never left out', { chosen: ['child/nothing'] }, 'changed-meanwhile'],
  ])('is refused with %s', async (_, change, code) => {
    const { status, body } = await letters.writeLetter<ProblemDto>(TOWN, change);
    expect([status, codesOf(body)]).toEqual([422, [code]]);
  });

  it('is refused where it is too long, or what is written cannot be printed', async () => {
    const part = (text: string) => ['who', 'seen', 'asked'].map((id) => ({ id, text }));
    const long = await letters.writeLetter<ProblemDto>(TOWN, { parts: part('a'.repeat(5_000)) });
    expect(codesOf(long.body)).toEqual(['letter-too-long']);
    // By words or by line breaks; what takes most of them is named.
    for (const [text, code] of [
      ['Une ligne. '.repeat(50), undefined],
      ['a\n'.repeat(170), 'letter-too-long'],
      ['a\n'.repeat(2_900), 'letter-too-long'],
    ] as const) {
      const said = [...part('x').slice(0, 2), { id: 'asked', text }];
      const { status, body } = await letters.writeLetter<ProblemDto>(TOWN, { parts: said });
      expect([status, codesOf(body)?.[0]]).toEqual([code ? 422 : 201, code]);
      if (code) expect(body.reasons?.[0]).toMatchObject({ field: 'parts.asked' });
      if (code) expect(body.reasons?.[0]?.text.fr).toContain('« Demande »');
    }
    const [who, seen] = part('x');
    const wide = [who, seen, { id: 'asked', text: `Elle est ${'a'.repeat(86)}.` }].flatMap((it) => it ?? []);
    const unbroken = await letters.writeLetter<ProblemDto>(TOWN, { parts: wide });
    expect([codesOf(unbroken.body), unbroken.body.reasons?.[0]?.field]).toEqual([
      ['word-too-wide'],
      'parts.asked',
    ]);
    const address = await letters.writeLetter<ProblemDto>(TOWN, { recipient: 'a\n'.repeat(14) });
    expect([codesOf(address.body), address.body.reasons?.[0]?.field]).toEqual([
      ['recipient-too-long'],
      'recipient',
    ]);
    expect((await letters.writeLetter(TOWN, { parts: part('a'.repeat(6_001)) })).status).toBe(400);
    for (const words of ['我害怕', 'எனக்கு', 'ፈራሁ']) {
      const parts = [
        { id: 'who', text: 'Elle' },
        { id: 'asked', text: `Elle a dit ${words} hier.` },
      ];
      const { status, body } = await letters.writeLetter<ProblemDto>(TOWN, { parts });
      expect([status, codesOf(body), body.reasons?.[0]?.field]).toEqual([
        422,
        ['not-printable'],
        'parts.asked',
      ]);
      expect(body.reasons?.[0]?.text.fr).toMatch(/« Demande ».*en lettres latines/);
      expect(body.reasons?.[0]?.text.fr).toContain(words);
    }
    const recipient = await letters.writeLetter<ProblemDto>(TOWN, { recipient: '你好' });
    expect([recipient.status, codesOf(recipient.body)]).toEqual([422, ['not-printable']]);
  });

  it('prints markup as the text it is', async () => {
    const text = '#panic("struck") $x$ *gras* _x_ \\ `code` <script>';
    const id = await letters.written(TOWN, { parts: ['who', 'asked'].map((part) => ({ id: part, text })) });
    expect((await letters.download(id)).status).toBe(200);
  });

  it('is sent once: shared with its ground, and the step that it does has its reference', async () => {
    const refuge = await cases.opened({ urgentDangerSeen: 'yes' });
    const run = refuge.state.runs.find(({ protocol }) => protocol === 'refuge');
    if (!run) throw new Error('no refuge');
    const own = new LetterClient(worker.client, refuge.id);
    const id = await own.written(TOWN, { runId: run.runId, step: 'write_court' });
    expect((await own.sendLetter(id, { reference: 'TJ-2025-17' })).status).toBe(204);
    const { sharing } = await new PrivacyClient(worker.client).ofCase(refuge.id);
    expect(sharing).toMatchObject([
      { ground: 'authority', content: { toWhom: 'Le greffe', isBound: true, how: 'written' } },
    ]);
    const { body } = await worker.client.get<StepPageDto>(
      `/case-files/${refuge.id}/runs/${run.runId}/steps/write_court`,
    );
    expect(body.draft?.content).toEqual({
      form: 1,
      typed: { evidence: { letter: { reference: 'TJ-2025-17', place: 'Lettres du dossier, dans Repère' } } },
    });
    expect(stepOf(await cases.readCase(refuge.id), 'refuge', 'write_court').state).not.toBe('done');
    const again = await own.sendLetter(id);
    expect([again.status, codesOf(again.body)]).toEqual([422, ['sent-already']]);
    expect((await own.listLetters()).letters[0]).toMatchObject({
      id,
      sending: { how: 'e-mail', content: { reference: 'TJ-2025-17', secondSignature: 'Sacha Nord' } },
    });
  });

  it('that is sharing is named by the record as sent, beside its line in the register', async () => {
    const id = await letters.written(TOWN);
    const types = async () =>
      (
        await service.query<{ type: string }>(
          `SELECT entry::json ->> 'type' AS type FROM ledger_event ORDER BY seq`,
        )
      ).map(({ type }) => type);
    const before = await types();
    expect((await letters.sendLetter(id)).status).toBe(204);
    expect((await types()).slice(before.length)).toEqual(['sharing.record', 'letter.send']);
  });

  it('has our own reference where the recipient gave none, and is corrected by another', async () => {
    const id = await letters.written(TOWN);
    expect((await letters.sendLetter(id)).status).toBe(204);
    const { sha256, sending } = await letters.readLetter(id);
    expect(sending).toMatchObject({ content: { reference: `Repère ${sha256.slice(0, 16)}` } });
    const second = await letters.written(TOWN, { corrects: id });
    const listed = (await letters.listLetters()).letters;
    expect(listed.find((it) => it.id === id)).toMatchObject({ correctedBy: second });
    expect(listed.find((it) => it.id === second)).toMatchObject({ corrects: id, sending: null });
  });

  it.each([
    ['without who signed second', { secondSignature: undefined }, 'second-missing'],
    ['without why, and who knew first', { basis: undefined }, 'basis-missing'],
    ['for an hour to come', { sentAt: '2999-01-01T00:00:00Z' }, 'in-future'],
    ['for an hour before it was written', { sentAt: '2020-01-01T00:00:00Z' }, 'before-letter'],
  ])('is not sent %s', async (_, change, code) => {
    const id = await letters.written(TOWN);
    const { status, body } = await letters.sendLetter(id, change as never);
    expect([status, codesOf(body)]).toEqual([422, [code]]);
    expect((await letters.readLetter(id)).sending).toBeNull();
  });

  it('does a step of its kind alone, and writes over nothing that somebody typed there', async () => {
    const refuge = await cases.opened({ urgentDangerSeen: 'yes' });
    const run = refuge.state.runs.find(({ protocol }) => protocol === 'refuge');
    if (!run) throw new Error('no refuge');
    const own = new LetterClient(worker.client, refuge.id);
    const step = { runId: run.runId, step: 'write_court' };
    for (const [kind, at, says] of [
      ['to-the-child', step, /La remplissent\u00a0?\s?: Lettre à la mairie/],
      [TOWN, { ...step, step: 'remedy' }, /^Aucune lettre/],
    ] as const) {
      const { status, body } = await own.writeLetter<ProblemDto>(kind, at);
      expect([status, codesOf(body), body.reasons?.[0]?.field]).toEqual([422, ['not-of-step'], 'step']);
      expect(body.reasons?.[0]?.text.fr).toMatch(says);
    }
    const path = `/case-files/${refuge.id}/runs/${run.runId}/steps/write_court`;
    const papers = async () =>
      ((await worker.client.get<StepPageDto>(path)).body.draft?.content as { typed: { evidence: unknown } })
        .typed.evidence;
    const typed = { letter: { reference: 'Recommandé 12', place: '' } };
    const draft = { content: { form: 1, typed: { evidence: typed } }, protocolVersion: '1.0.0' };
    await worker.client.put(`${path}/draft`, draft, { 'If-Match': '"0"' });
    const first = await own.written(TOWN, step);
    expect((await own.sendLetter(first, { reference: 'TJ-1' })).status).toBe(204);
    expect(await papers()).toEqual(typed);
    await worker.client.delete(`${path}/draft`);
    for (const [corrects, reference] of [
      [undefined, 'TJ-2'],
      ['before', 'TJ-3'],
    ]) {
      const [before] = (await own.listLetters()).letters;
      const id = await own.written(TOWN, { ...step, ...(corrects && { corrects: before?.id }) });
      expect((await own.sendLetter(id, { reference })).status).toBe(204);
      expect(await papers()).toMatchObject({ letter: { reference } });
    }
  });

  it('corrects one of its kind that was sent, once', async () => {
    const sent = await letters.written(TOWN);
    const corrects = async (id: string, kind = TOWN) => {
      const { status, body } = await letters.writeLetter<ProblemDto>(kind, { corrects: id });
      return status === 201 ? 201 : [codesOf(body), body.reasons?.[0]?.field];
    };
    expect(await corrects(sent)).toEqual([['corrects-unsent'], 'corrects']);
    expect((await letters.sendLetter(sent)).status).toBe(204);
    expect(await corrects(sent, 'to-the-child')).toEqual([['corrects-other-kind'], 'corrects']);
    expect(await corrects(sent)).toBe(201);
    expect(await corrects(sent)).toEqual([['corrected-already'], 'corrects']);
  });

  it('that was corrected before it left does not leave any more', async () => {
    const [first, second] = [await letters.written(TOWN), await letters.written(TOWN)];
    await service.pastTriggers(`UPDATE letter SET corrects = $1 WHERE id = $2`, [first, second]);
    const { status, body } = await letters.sendLetter(first);
    expect([status, codesOf(body)]).toEqual([422, ['corrected-already']]);
    expect((await letters.readLetter(first)).maySend).toBe(false);
    expect((await letters.sendLetter(second)).status).toBe(204);
  });

  it('does no step of another case, and corrects no letter of another', async () => {
    const other = await cases.opened();
    const [run] = other.state.runs;
    const foreign = await new LetterClient(worker.client, other.id).written(TOWN);
    expect((await letters.writeLetter(TOWN, { runId: run?.runId, step: 'arrive' } as never)).status).toBe(
      404,
    );
    expect((await letters.writeLetter(TOWN, { step: 'arrive' })).status).toBe(404);
    expect((await letters.writeLetter(TOWN, { corrects: foreign })).status).toBe(404);
    expect((await letters.download(foreign)).status).toBe(404);
  });
});
