import { CaseClient } from '../../cases/testing/case-client';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { type SignedInClient, TestService } from '../../testing/test-service';
import type { LetterProposalDto } from '../letters.dto';
import { MARKS, markedReferral } from '../../referrals/testing/marked-referral';
import { LetterClient } from '../testing/letter-client';
import { knownSince } from './known-since';

describe('what a letter proposes of what is recorded', () => {
  let service: TestService;
  let worker: SignedInClient;
  let cases: CaseClient;
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    cases = new CaseClient(worker.client);
  });
  afterAll(() => service.stop());

  const propose = (id: string) => new LetterClient(worker.client, id).proposeLetter('to-the-town');
  const partOf = ({ parts }: LetterProposalDto, id: string) => parts.find((it) => it.id === id)?.text;
  const leftOutOf = ({ leftOut }: LetterProposalDto) =>
    leftOut.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n');
  const arrived = async (change: object = {}) => {
    const { id } = await cases.opened({ urgentDangerSeen: 'yes' });
    await cases.completed(id, 'welcome', 'arrive', {
      values: { peril_seen: 'no', bitten: 'yes' },
      occurredAt: '2025-03-09',
      ...change,
    });
    return id;
  };
  const watched = (id: string, signs: object, change: object = {}) =>
    cases.completed(id, 'welcome', 'watch', {
      values: { frailties: {}, taught: 'yes', signs: signs as never },
      occurredAt: '2025-03-10',
      ...change,
    });

  it('says of each fact since which day it is known and whose work says so, and names nobody', async () => {
    const id = await arrived();
    await watched(
      id,
      {},
      {
        values: { frailties: {}, taught: 'yes', signs: {}, made_to_steal: 'yes' },
        by: [{ role: 'TS', name: 'Mme Roux' }],
      },
    );
    const proposal = await propose(id);
    expect(partOf(proposal, 'seen')).toMatch(/^Urgence\u00a0: oui \(\d.* \d{4}\)$/m);
    expect(partOf(proposal, 'kin')).toMatch(
      /^On lui a fait voler\u00a0: oui \(10 mars 2025, Travailleur social\)$/m,
    );
    expect(JSON.stringify(proposal)).not.toContain('Roux');
  });

  it('tells by nobody’s work that somebody treats the child', () => {
    const occurredAt = {
      from: Date.UTC(2025, 2, 9),
      to: Date.UTC(2025, 2, 9),
      precision: 'day',
      estimated: false,
    };
    const by = [{ role: 'MED' }, { role: 'REF' }, { role: 'PSY' }];
    const file = {
      journal: [{ id: 'e1', occurredAt, by }],
      territory: { zone: 'UTC' },
    } as unknown as LoadedCase;
    expect(knownSince(file, { entryId: 'e1' })).toBe(' (9 mars 2025, Référent ASE)');
  });

  it('says an act by its title where somebody read that it tells of nothing closed, though its step asks of health', async () => {
    const id = await arrived();
    await watched(id, {}, { values: { frailties: {}, taught: 'yes', signs: {}, opinion: 'Avisqz' } });
    const proposal = await propose(id);
    expect(partOf(proposal, 'done')).toMatch(/^9 mars 2025, fait\u00a0: Recevoir l['’]enfant$/m);
    expect(partOf(proposal, 'done')).not.toMatch(/Mordu|Noter les signes/);
    // Of a title that nobody read, doubt leaves it out.
    expect(leftOutOf(proposal)).toMatch(/10 mars 2025, fait\u00a0: Noter les signes/);
  });

  it('says the newest acts, as many as two pages have room for; those before are there to be chosen', async () => {
    const id = await arrived();
    for (let day = 10; day < 27; day++)
      await cases.completed(id, 'refuge', 'weigh', {
        values: { peril: 'danger', harm: { sold: 'no' } },
        reasons: ['near'],
        ...{ bestInterests: 'Être à l’abri.', childView: { said: 'Rester.' } },
        occurredAt: `2025-03-${String(day)}`,
      });
    const proposal = await propose(id);
    const done = partOf(proposal, 'done')?.split('\n') ?? [];
    expect([done.length, done[0], done.at(-1)]).toEqual([
      15,
      expect.stringMatching(/^12 mars/),
      expect.stringMatching(/^26 mars/),
    ]);
    expect(leftOutOf(proposal)).toMatch(/^11 mars 2025, fait\u00a0: Peser/m);
  });

  it('says the signs that it asks for as far as they were seen, and no absence of one', async () => {
    const id = await arrived();
    expect(partOf(await propose(id), 'seen')).toMatch(/^Signes\u00a0: non renseigné$/m);
    await watched(id, { debt: 'no', phone: 'yes' });
    expect(partOf(await propose(id), 'seen')).not.toMatch(/Signes|Dette|Téléphone/);
    await watched(id, { debt: 'yes', phone: 'yes' });
    const proposal = await propose(id);
    expect(partOf(proposal, 'seen')).toMatch(/^Signes\u00a0: Dette \(10 mars 2025, Travailleur social\)$/m);
    expect(leftOutOf(proposal)).toMatch(/Signes\u00a0: .*Téléphone/);
  });

  it('says of the child what a part asks for alone: the rest is there to be chosen, and its absence nowhere', async () => {
    const { id } = await cases.opened({ child: { givenNames: 'Prenomqz', familyName: 'Nomqz' } });
    const proposal = await new LetterClient(worker.client, id).proposeLetter('on-the-way');
    expect(partOf(proposal, 'who')?.split('\n')).toEqual([
      'Prénoms\u00a0: Prenomqz',
      'Langues\u00a0: non renseigné',
      expect.stringMatching(/^Âge\u00a0: non renseigné/),
    ]);
    expect(leftOutOf(proposal)).toMatch(/^Nom\u00a0: Nomqz$/m);
    expect(JSON.stringify(proposal)).not.toMatch(/Naissance|Nationalité/);
    expect(partOf(await propose(id), 'who')).toMatch(/Nomqz[^]*Naissance\u00a0: non renseigné/);
  });

  it('says the language that the child was found to understand where nobody wrote their languages', async () => {
    const found = { reach_is_safe: 'no', tongue: 'roumainqz' };
    const who = async (id: string) =>
      partOf(await new LetterClient(worker.client, id).proposeLetter('on-the-way'), 'who');
    const { id } = await cases.opened({ urgentDangerSeen: 'yes' });
    await cases.completed(id, 'welcome', 'find_contact', { values: found });
    expect(await who(id)).toMatch(/^Langues\u00a0: roumainqz$/m);
    // What was written of who they are comes first.
    const written = await cases.opened({ urgentDangerSeen: 'yes', child: { languages: ['ar'] } });
    await cases.completed(written.id, 'welcome', 'find_contact', { values: found });
    expect(await who(written.id)).toMatch(/^Langues\u00a0: arabe$/m);
  });

  it('says an act that asks for nothing where somebody read its title', async () => {
    const { id } = await cases.opened({ urgentDangerSeen: 'yes' });
    const evidence = { letter: { reference: 'B-1', place: 'Armoire' } };
    await cases.completed(id, 'refuge', 'write_office', { values: {}, evidence });
    expect(partOf(await propose(id), 'done')).toMatch(/fait\u00a0: Écrire au bureau$/m);
  });

  it('offers what the child said first, quoted with the day, once, and writes it nowhere unasked', async () => {
    const id = await arrived();
    expect(partOf(await propose(id), 'told')).toBe('');
    await cases.completed(id, 'refuge', 'weigh', {
      values: { peril: 'danger', harm: { sold: 'no' } },
      reasons: ['near'],
      ...{ bestInterests: 'Être à l’abri.', childView: { said: '« Je veux rester. »' } },
      occurredAt: '2025-03-11',
    });
    const proposal = await propose(id);
    expect(partOf(proposal, 'told')).toBe('');
    // In a step that asks of nothing closed as well: words may tell of anything.
    expect(proposal.leftOut[0]).toMatchObject({ fieldClass: 'narrative' });
    expect(proposal.leftOut[0]?.lines[0]).toMatchObject({
      text: '11 mars 2025, l’enfant\u00a0: «\u00a0Je veux rester.\u00a0»',
      part: 'told',
    });
  });

  it('says of each thing that is left out in which part it belongs', async () => {
    const { id } = await markedReferral(cases);
    const { leftOut } = await propose(id);
    const partOfLine = (mark: string) =>
      leftOut.flatMap(({ lines }) => lines).find(({ text }) => text.includes(mark))?.part;
    expect(partOfLine(MARKS.health)).toBe('seen');
    expect(partOfLine('06 12 34 56 78')).toBe('who');
    expect(partOfLine('Noteqz')).toBe('seen');
    expect(partOfLine('fait\u00a0: Noter les signes')).toBe('done');
  });

  it('names in a part of words too what nobody recorded of the family, and what matters only where it is known says then', async () => {
    const id = await arrived();
    expect(partOf(await propose(id), 'kin')).toMatch(/^[^\n]+\u00a0: non renseigné$/);
    await watched(id, {}, { values: { frailties: {}, taught: 'yes', signs: {}, made_to_steal: 'yes' } });
    expect(partOf(await propose(id), 'kin')).toMatch(/^On lui a fait voler\u00a0: oui \(10 mars 2025/m);
  });
});
