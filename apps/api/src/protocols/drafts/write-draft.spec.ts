import { randomUUID } from 'node:crypto';
import type { ProtocolFiles } from '@repere/cases';
import { SMALL_PROTOCOLS, TestService } from '../../testing/test-service';
import { DraftClient } from '../testing/draft-client';
import type { ProtocolDraftDto } from './drafts.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { ProtocolDiffDto } from '../versions/protocol-diff.dto';

describe('writing a draft', () => {
  let service: TestService;
  let pia: DraftClient;
  let paul: DraftClient;
  let draft: ProtocolDraftDto;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SMALL_PROTOCOLS } });
    pia = new DraftClient((await service.signIn({ roles: ['protocol-editor'], name: 'Pia' })).client);
    paul = new DraftClient((await service.signIn({ roles: ['protocol-editor'], name: 'Paul' })).client);
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    draft = await pia.begun('shelter', '1.0.0');
  });

  const withText = (text: string): ProtocolFiles => ({ ...draft.files, 'protocol.yaml': text });
  const text = (): string => draft.files['protocol.yaml'] ?? '';
  const saved = async (files: ProtocolFiles): Promise<ProtocolDraftDto> => {
    const { status, body } = await pia.saveDraft(draft, files);
    expect(status).toBe(200);
    return body;
  };
  const reasonOf = async (files: Readonly<Record<string, unknown>>): Promise<unknown[]> => {
    const { status, body } = await pia.saveDraft<ProblemDto>(draft, files);
    return [status, body.reasons?.[0]?.field];
  };

  it('begins with the files of a version, to the letter, and exports them so', async () => {
    const exported = await pia.http.get<{ files: ProtocolFiles }>('/protocols/shelter/versions/1.0.0/files');
    expect(Object.keys(draft.files).sort()).toEqual([
      'SOURCE.md',
      'examples/01-a-night.yaml',
      'protocol.yaml',
    ]);
    expect(draft.files).toEqual(exported.body.files);
    expect(draft).toMatchObject({ state: 'drafting', revision: 1, author: { name: 'Pia' }, problems: [] });
    expect(draft.diff?.changes).toEqual([]);
  });

  it('is imported from files, which come back as they were', async () => {
    const { status, body } = await pia.post<ProtocolDraftDto>('', { files: draft.files });
    expect([status, body.files, body.from]).toEqual([201, draft.files, '1.0.0']);
  });

  it('a new protocol is imported as well', async () => {
    const files = { 'protocol.yaml': text().replaceAll('protocol: shelter', 'protocol: refuge') };
    const { body } = await pia.post<ProtocolDraftDto>('', { files });
    expect(body).toMatchObject({ protocol: 'refuge', from: null, diff: null });
  });

  it('says where the faults are, and keeps the text all the same', async () => {
    const broken = await saved(withText(text().replace('fields: [danger]', 'fields: [dangr]')));
    expect(broken.problems).toContainEqual(
      expect.objectContaining({ file: 'protocol.yaml', code: 'unknown-fact', severity: 'error' }),
    );
    expect(broken.problems[0]?.line).toBeGreaterThan(30);
    expect(broken.problems.find(({ code }) => code === 'unknown-fact')).toMatchObject({
      message: { fr: 'Il n’y a pas de fait `dangr`.', en: 'There is no fact `dangr`.' },
      remedy: { fr: 'Écrivez `danger`.', en: 'Write `danger`.' },
    });
    const [blocked] = broken.blockedBy;
    expect(blocked?.code).toBe('has-errors');
    expect(blocked?.text.fr).not.toMatch(/There|isn’t/);
    expect((await pia.readDraft(draft.id)).files).toEqual(broken.files);
  });

  it.each([
    [
      'a cycle of steps',
      (it: string) => it.replace('by: [TS]\n', 'by: [TS]\n    after: [judge]\n'),
      'steps-in-a-circle',
    ],
    [
      'what is not in the subset',
      (it: string) => it.replace('when: at_risk', 'when: if at_risk then true else false'),
      'expression',
    ],
    ['what is no YAML', (it: string) => `${it}\n  : {`, 'yaml'],
  ])('finds %s', async (_what, change, code) => {
    const { problems } = await saved(withText(change(text())));
    expect(
      problems
        .filter(({ severity }) => severity === 'error')
        .map((it) => it.code)
        .join(),
    ).toContain(code);
  });

  it('an example that no longer holds is an error at its file', async () => {
    const { problems } = await saved(withText(text().replace('after: [assess]', 'after: [night]')));
    expect(problems).toMatchObject([{ file: 'examples/01-a-night.yaml', code: 'example-fails' }]);
  });

  // What grows by powers would never end: the limit of every test is the measure.
  it('survives what is made to break it', async () => {
    const levels = [...Array(12).keys()].map(
      (at) =>
        `l${String(at + 1)}: &l${String(at + 1)} [${Array(9)
          .fill(`*l${String(at)}`)
          .join(', ')}]`,
    );
    const bomb = `l0: &l0 [x]\n${levels.join('\n')}\n`;
    for (const hostile of [
      bomb,
      '['.repeat(500_000),
      `a: ${'{b: '.repeat(100_000)}`,
      `when: ${'('.repeat(300_000)}`,
      '- '.repeat(240_000),
    ]) {
      const { status, body } = await pia.saveDraft(await pia.readDraft(draft.id), withText(hostile));
      expect([status, body.problems[0]?.severity]).toEqual([200, 'error']);
    }
    const formula = text().replace('when: at_risk', `when: ${'at_risk and '.repeat(20_000)}at_risk`);
    expect((await pia.saveDraft(await pia.readDraft(draft.id), withText(formula))).status).toBe(200);
  });

  it('takes 1 MB together, and no more; 5 MB never get as far', async () => {
    const most = 1024 * 1024 - Object.values(draft.files).reduce((sum, it) => sum + Buffer.byteLength(it), 0);
    await saved({ ...draft.files, 'SOURCE.md': `${draft.files['SOURCE.md'] ?? ''}${'x'.repeat(most)}` });
    draft = await pia.readDraft(draft.id);
    expect((await pia.saveDraft(draft, { ...draft.files, 'SOURCE.md': 'x'.repeat(most + 200) })).status).toBe(
      413,
    );
    expect(
      (await pia.saveDraft(draft, { ...draft.files, 'SOURCE.md': 'x'.repeat(5 * 1024 * 1024) })).status,
    ).toBe(413);
    expect((await pia.readDraft(draft.id)).revision).toBe(2);
  });

  it('names the file that has no place, no text, or hidden characters', async () => {
    expect(await reasonOf({ ...draft.files, '../../facts.yaml': 'x' })).toEqual([
      400,
      'files.../../facts.yaml',
    ]);
    expect(await reasonOf({ ...draft.files, 'overlays/93.yaml': 'x' })).toEqual([
      400,
      'files.overlays/93.yaml',
    ]);
    expect(await reasonOf({ ...draft.files, 'en.yaml': 3 })).toEqual([400, 'files.en.yaml']);
    expect(await reasonOf({ ...draft.files, 'en.yaml': 'a\u202Eb' })).toEqual([400, 'files.en.yaml']);
    expect(await reasonOf({ ...draft.files, 'PROTOCOL.YAML': 'x' })).toEqual([400, 'files.PROTOCOL.YAML']);
    expect(await reasonOf({ ...draft.files, 'examples/A.yaml': 'x' })).toEqual([
      400,
      'files.examples/A.yaml',
    ]);
    expect(await reasonOf({ 'SOURCE.md': 'x' })).toEqual([400, 'files']);
  });

  it('an import that does not say what it is, is refused with its place', async () => {
    const { status, body } = await pia.post<ProblemDto>('', { files: { 'protocol.yaml': 'version: [' } });
    expect([status, body.reasons?.map(({ field }) => field)]).toEqual([
      400,
      expect.arrayContaining(['files.protocol.yaml']),
    ]);
  });

  it('a save on an earlier revision is stale and says who saved; the same text again is no change', async () => {
    const theirs = await paul.saved(draft, { 'within: 48 hours': 'within: 40 hours' });
    const { status, body } = await pia.saveDraft<ProblemDto>(
      draft,
      withText(text().replace('48 hours', '30 hours')),
    );
    expect([status, body.changes]).toEqual([412, [expect.objectContaining({ by: 'Paul', seq: 2 })]]);
    expect((await pia.saveDraft(draft, theirs.files)).body.revision).toBe(2);
    expect((await pia.http.put(`/protocol-drafts/${draft.id}/files`, { files: draft.files })).status).toBe(
      428,
    );
  });

  it('shows what it changes, also as a diff of its own', async () => {
    const changed = await saved(withText(text().replace('within: 48 hours', 'within: 72 hours')));
    const { body } = await pia.http.get<ProtocolDiffDto>(
      `/protocols/shelter/diff?from=1.0.0&to=draft:${draft.id}`,
    );
    expect(body).toEqual(changed.diff);
    expect(body.changes).toMatchObject([
      { what: 'deadline', how: 'longer', id: 'assess', effect: 'protects-less' },
    ]);
  });

  it('comments stay beside it, with place, and are settled', async () => {
    const place = { file: 'protocol.yaml', line: 12 };
    const { body } = await paul.sendAct(draft, 'comments', { text: 'Pourquoi ?', place });
    expect(body.comments).toMatchObject([
      { text: 'Pourquoi ?', place, by: { name: 'Paul' }, settledAt: null },
    ]);
    const settled = await pia.sendAct(draft, `comments/${body.comments[0]?.id ?? ''}/settle`);
    expect(settled.body.comments[0]?.settledAt).not.toBeNull();
    expect((await pia.sendAct(draft, `comments/${randomUUID()}/settle`)).status).toBe(404);
  });

  it('sent back, it is written again, with the reason beside it', async () => {
    await pia.sendAct(draft, 'submit');
    const { body } = await paul.sendAct(draft, 'send-back', { reason: 'Trop long.' });
    expect([body.state, body.comments.map((it) => it.text)]).toEqual(['drafting', ['Trop long.']]);
  });

  it('abandoned, it is read and no longer written', async () => {
    expect((await pia.sendAct(draft, 'abandon')).body.state).toBe('abandoned');
    const { status, body } = await pia.saveDraft<ProblemDto>(draft, withText('x'));
    expect([status, body.reasons?.[0]?.code]).toEqual([422, 'draft-closed']);
  });

  it('with errors it is neither submitted nor explored', async () => {
    const broken = await saved(withText(text().replace('fields: [danger]', 'fields: [dangr]')));
    for (const act of ['submit', 'explorations']) {
      const { status, body } = await pia.sendAct<ProblemDto>(broken, act);
      expect([status, body.reasons?.[0]?.code]).toEqual([422, 'has-errors']);
    }
  });

  it('every change is in the record', async () => {
    const events = await service.query<{ type: string }>(
      `SELECT DISTINCT entry::json ->> 'type' AS type FROM ledger_event WHERE entry::json ->> 'type' LIKE 'protocol-draft.%'`,
    );
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['protocol-draft.begin', 'protocol-draft.save', 'protocol-draft.comment']),
    );
  });
});
