import { randomUUID } from 'node:crypto';
import { loadProtocol, type Translated, writeEnglish } from '@repere/protocol';
import { SMALL_PROTOCOLS, TestService } from '../../testing/test-service';
import { DraftClient, workOff } from '../testing/draft-client';
import type { ProtocolDraftDto } from './drafts.dto';
import type { VersionRecordDto } from '../versions/versions.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { ProtocolSummaryDto } from '../protocol.dto';

describe('publishing a draft', () => {
  let service: TestService;
  let pia: DraftClient;
  let paul: DraftClient;
  let sofia: DraftClient;
  let major = 1;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SMALL_PROTOCOLS } });
    const hired = async (name: string, role: 'protocol-editor' | 'supervisor'): Promise<DraftClient> =>
      new DraftClient((await service.signIn({ roles: [role], name })).client);
    pia = await hired('Pia', 'protocol-editor');
    paul = await hired('Paul', 'protocol-editor');
    sofia = await hired('Sofia', 'supervisor');
  });
  afterAll(() => service.stop());

  /** A draft of Pia's with a number of its own and a shorter deadline. */
  const draft = (more: Readonly<Record<string, string>> = {}): Promise<ProtocolDraftDto> =>
    pia.begun('shelter', '1.0.0', {
      'version: 1.0.0': `version: ${String(++major)}.0.0`,
      'within: 48 hours': 'within: 24 hours',
      ...more,
    });
  const explored = async (it: ProtocolDraftDto): Promise<ProtocolDraftDto> => {
    expect((await pia.sendAct(it, 'explorations')).status).toBe(202);
    await workOff(service);
    return pia.readDraft(it.id);
  };
  const approved = async (it: ProtocolDraftDto): Promise<ProtocolDraftDto> => {
    expect((await pia.sendAct(it, 'submit')).body.state).toBe('in-review');
    const { status, body } = await paul.sendAct(it, 'approve');
    expect([status, body.state]).toEqual([200, 'approved']);
    return body;
  };
  const versions = async (): Promise<readonly VersionRecordDto[]> =>
    (await pia.http.get<VersionRecordDto[]>('/protocols/shelter/versions')).body;
  const codes = ({ reasons }: ProblemDto): readonly string[] => (reasons ?? []).map(({ code }) => code);

  it('refuses a lost proof until a third person, neither author nor approver, writes why; the version shows it', async () => {
    const publish = async (comment: string): Promise<ProtocolDraftDto> => {
      const it = await approved(
        await explored(await draft({ 'protocol: shelter': `protocol: shelter # ${comment}` })),
      );
      return it;
    };
    expect((await pia.sendAct(await publish('proven: nobody-waits'), 'publish')).status).toBe(200);
    const less = await publish('bounded: nobody-waits');
    const why = { reason: 'La liste des nuits n’a plus de limite.' };
    const refused = await pia.sendAct<ProblemDto>(less, 'publish');
    expect([refused.status, codes(refused.body)]).toEqual([422, ['lost-proof']]);
    for (const one of [pia, paul])
      expect(codes((await one.sendAct<ProblemDto>(less, 'accept-loss', why)).body)).toEqual(['third-person']);
    const third = new DraftClient(
      (await service.signIn({ roles: ['protocol-editor'], name: 'Tara' })).client,
    );
    expect((await third.readDraft(less.id)).may).toContain('accept-loss');
    expect((await third.sendAct(less, 'accept-loss', { reason: ' ' })).status).toBe(400);
    const accepted = await third.sendAct(less, 'accept-loss', why);
    expect([accepted.status, accepted.body.blockedBy]).toEqual([200, []]);
    expect((await third.sendAct(less, 'publish')).status).toBe(422);
    expect((await pia.sendAct(less, 'publish')).status).toBe(200);
    const [newest] = await versions();
    expect(newest?.loss).toMatchObject({ by: 'Tara', ...why, titles: [{ fr: 'Garde-fou nobody-waits' }] });
    const bySql = service.query(
      `UPDATE protocol_draft SET loss_hash = 'x', loss_reason = 'y', loss_accepted_by = author_id WHERE id = $1`,
      [less.id],
    );
    await expect(bySql).rejects.toThrow(/check constraint/);
    // Bounded before and bounded now: nothing is lost.
    const same = await publish('bounded: nobody-waits');
    expect(same.blockedBy).toEqual([]);
  });

  it('takes an exploration, a second person, and says who they were', async () => {
    const ready = await approved(await explored(await draft()));
    expect([ready.blockedBy, ready.problems]).toEqual([[], []]);
    const { status, body } = await pia.sendAct(ready, 'publish');
    expect([status, body.state, body.may]).toEqual([200, 'published', []]);
    const [newest] = await versions();
    expect(newest).toMatchObject({
      version: ready.version,
      publishedBy: 'Pia',
      approvedBy: 'Paul',
      inForce: true,
      changeNotes: { fr: 'Ce qui change.', en: 'What changes.' },
    });
    const proof = await pia.http.get<{ exploredAt: string | null }>(
      `/protocols/shelter/versions/${String(newest?.version)}/proof`,
    );
    expect(proof.body.exploredAt).not.toBeNull();
    // What was published comes out again, to the letter.
    const files = await pia.http.get<{ files: object }>(
      `/protocols/shelter/versions/${String(newest?.version)}/files`,
    );
    expect(files.body.files).toEqual(ready.files);
    const list = await pia.http.get<ProtocolSummaryDto[]>('/protocols');
    expect(list.body.filter(({ inForce }) => inForce).map(({ version }) => version)).toEqual([ready.version]);
  });

  it('is refused with everything that is missing, and leaves nothing', async () => {
    const before = await versions();
    const { status, body } = await pia.sendAct<ProblemDto>(await draft(), 'publish');
    expect([status, codes(body)]).toEqual([422, ['not-explored', 'not-approved']]);
    expect(await versions()).toEqual(before);
  });

  it('is refused when a safeguard is broken, with the story of the child whom it would have failed', async () => {
    const ready = await approved(
      await explored(await draft({ 'safeguards:': '# broken: nobody-waits\nsafeguards:' })),
    );
    const { status, body } = await pia.sendAct<ProblemDto>(ready, 'publish');
    expect([status, codes(body)]).toEqual([422, ['broken-safeguard']]);
    expect(body.reasons?.[0]).toMatchObject({
      about: 'nobody-waits',
      story: { fr: 'Une enfant reste sans abri.' },
      lines: [{ fr: 'Un acte.' }],
      basis: ['G02'],
    });
  });

  it('lets through what exploring had to bound, and shows it', async () => {
    const ready = await approved(
      await explored(await draft({ 'safeguards:': '# bounded: nobody-waits\nsafeguards:' })),
    );
    expect(ready.exploration?.report?.findings).toMatchObject([
      { verdict: 'bounded', bound: { fr: '8 acts' } },
    ]);
    expect((await pia.sendAct(ready, 'publish')).status).toBe(200);
  });

  it('is refused while English is stale, and goes through once it is said to be still right, without a shell', async () => {
    const begun = await draft({ 'title: { fr: Évaluer, en: Assess }': 'title: Évaluer' });
    const read = ({ files }: ProtocolDraftDto): readonly Translated[] =>
      loadProtocol({ file: 'protocol.yaml', text: files['protocol.yaml'] ?? '', enText: files['en.yaml'] })
        .translations;
    const english = async (it: ProtocolDraftDto, of: string, en?: string): Promise<ProtocolDraftDto> => {
      const pair = read(it).find(({ key }) => key === of);
      if (!pair) throw new Error(`nothing at ${of}`);
      const file = it.files['en.yaml'] ?? `of: shelter@${String(it.version)}\n`;
      const { body } = await pia.saveDraft(it, {
        ...it.files,
        'en.yaml': writeEnglish(file, pair, en ?? pair.en),
      });
      return body;
    };
    expect(begun.problems.map(({ code }) => code)).toEqual(['missing-translation']);
    const whole = await english(begun, 'steps.assess.title', 'Assess');
    expect(whole.problems).toEqual([]);

    const stale = await pia.saved(whole, { 'title: Évaluer': 'title: Estimer' });
    expect(stale.problems.map(({ code }) => code)).toEqual(['stale-translation']);
    expect((await pia.sendAct(stale, 'explorations')).status).toBe(422);
    const refused = await pia.sendAct<ProblemDto>(stale, 'publish');
    expect([refused.status, codes(refused.body)[0]]).toEqual([422, 'has-errors']);

    const stillRight = await english(stale, 'steps.assess.title');
    expect([stillRight.problems, stillRight.files['protocol.yaml']]).toEqual([
      [],
      stale.files['protocol.yaml'],
    ]);
    const { status, body } = await pia.sendAct(await approved(await explored(stillRight)), 'publish');
    expect([status, body.state]).toEqual([200, 'published']);
  });

  it('does not count an exploration of an earlier text', async () => {
    const first = await explored(await draft());
    const changed = await pia.saved(first, { 'within: 24 hours': 'within: 12 hours' });
    expect(changed.exploration?.revision).toBe(first.revision);
    const { body } = await pia.sendAct<ProblemDto>(await approved(changed), 'publish');
    expect(codes(body)).toEqual(['not-explored']);
  });

  it('counts an exploration when only the notes have changed since', async () => {
    const first = await explored(await draft());
    const { body } = await pia.saveDraft(first, first.files, { changeNotes: { fr: 'Autre.', en: 'Other.' } });
    expect([body.revision, body.exploration?.revision]).toEqual([first.revision + 1, first.revision + 1]);
    expect((await pia.sendAct(await approved(body), 'publish')).status).toBe(200);
  });

  it('a save after the approval makes it void', async () => {
    const ready = await approved(await explored(await draft()));
    const changed = await pia.saved(ready, { Évaluer: 'Évaluer encore' });
    expect(changed.state).toBe('drafting');
    expect((await pia.sendAct(ready, 'publish')).status).toBe(412);
    const { body } = await pia.sendAct<ProblemDto>(changed, 'publish');
    expect(codes(body)).toEqual(['not-explored', 'not-approved']);
  });

  it('nobody approves what they wrote, be it one revision of it', async () => {
    const own = await draft();
    await pia.sendAct(own, 'submit');
    const { status, body } = await pia.sendAct<ProblemDto>(own, 'approve');
    expect([status, codes(body)]).toEqual([422, ['own-draft']]);
    const helped = await paul.saved(own, { 'within: 24 hours': 'within: 20 hours' });
    await pia.sendAct(helped, 'submit');
    for (const one of [pia, paul])
      expect(codes((await one.sendAct<ProblemDto>(helped, 'approve')).body)).toEqual(['own-draft']);
    expect((await sofia.sendAct(helped, 'approve')).status).toBe(200);
  });

  it('whoever approved does not publish, and a supervisor never does', async () => {
    const ready = await approved(await explored(await draft()));
    expect(codes((await paul.sendAct<ProblemDto>(ready, 'publish')).body)).toEqual(['own-approval']);
    expect((await sofia.sendAct(ready, 'publish')).status).toBe(403);
    expect((await pia.sendAct(ready, 'publish')).status).toBe(200);
  });

  it('the database refuses it as well', async () => {
    const own = await draft();
    const sql = `UPDATE protocol_draft SET state = 'approved', approved_by = author_id, approved_at = now(), approved_hash = hash WHERE id = $1`;
    await expect(service.query(sql, [own.id])).rejects.toThrow('four_eyes');
  });

  it('is a conflict when the version exists, whatever its text', async () => {
    const other = await pia.begun('shelter', '1.0.0', { 'within: 48 hours': 'within: 47 hours' });
    const { status, body } = await pia.sendAct<ProblemDto>(other, 'publish');
    expect([status, codes(body)]).toEqual([409, ['version-exists']]);
  });

  it('two of the same number at the same moment: one is published', async () => {
    const number = `version: ${String(++major)}.0.0`;
    const two = await Promise.all(
      ['within: 23 hours', 'within: 22 hours'].map((within) =>
        pia.begun('shelter', '1.0.0', { 'version: 1.0.0': number, 'within: 48 hours': within }),
      ),
    );
    const ready: ProtocolDraftDto[] = [];
    for (const it of two) ready.push(await approved(await explored(it)));
    const answers = await Promise.all(ready.map((it) => pia.sendAct<ProblemDto>(it, 'publish')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('needs words for practitioners and a date that has not passed', async () => {
    const it = await explored(await draft());
    const { body } = await pia.saveDraft(it, it.files, { inForceFrom: '2020-01-01T00:00:00Z' });
    const refused = await pia.sendAct<ProblemDto>(await approved(body), 'publish');
    expect(codes(refused.body)).toEqual(['no-change-notes', 'in-force-past']);
  });

  it('needs a number that says what has changed', async () => {
    const [newest] = await versions();
    const it = await pia.begun('shelter', newest?.version ?? '', {
      [`version: ${String(newest?.version)}`]: `version: ${String(newest?.version).replace(/0$/, '1')}`,
      'id: nobody-waits,': 'id: nobody-waits-any-more,',
    });
    const { body } = await pia.sendAct<ProblemDto>(it, 'publish');
    expect(codes(body)).toEqual([
      'version-says-too-little',
      'not-explored',
      'dropped-safeguard',
      'not-approved',
    ]);
    expect(it.diff?.changes.filter(({ effect }) => effect === 'protects-less')).toMatchObject([
      { what: 'safeguard', how: 'removed', id: 'nobody-waits' },
    ]);
  });

  it('is in force from its date, not before', async () => {
    const it = await explored(await draft());
    const { body } = await pia.saveDraft(it, it.files, {
      changeNotes: { fr: 'x', en: 'x' },
      inForceFrom: '2999-01-01T00:00:00Z',
    });
    expect((await pia.sendAct(await approved(body), 'publish')).status).toBe(200);
    const [newest] = await versions();
    expect(newest).toMatchObject({
      version: it.version,
      inForce: false,
      inForceFrom: '2999-01-01T00:00:00.000Z',
    });
  });

  it('a repeated request gives the first answer again', async () => {
    const it = await explored(await draft());
    const ready = await approved(it);
    const key = randomUUID();
    const first = await pia.sendAct(ready, 'publish', {}, key);
    const again = await pia.sendAct(ready, 'publish', {}, key);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
  });
});
