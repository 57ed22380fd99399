import { LETTER_MEANS } from '../../letters/entities/letter-sending.entity';
import { DocumentClient } from '../../documents/testing/document-client';
import { LetterClient } from '../../letters/testing/letter-client';
import { REFERRAL_EVENTS } from '../../referrals/answers/referral-state';
import { CAPACITY_EVENTS } from '../../referrals/capacity/capacity-state';
import { Asking } from '../../referrals/capacity/testing/asking';
import { MESSAGE_EVENTS } from '../../referrals/messages/message-state';
import type { TimelinePageDto } from '../page/case-file.dto';
import { CaseClient } from '../testing/case-client';
import { ACTS_BESIDE, titleOfAct } from './acts-beside';

describe('names of acts beside the journal', () => {
  it('are there for every kind that the domains know, and no other', () => {
    const kinds = [
      ...LETTER_MEANS.map((how) => `letter.sent.${how}`),
      ...[...REFERRAL_EVENTS, ...MESSAGE_EVENTS].map((kind) => `referral.${kind}`),
      ...['asked', ...CAPACITY_EVENTS].map((kind) => `capacity.${kind}`),
      ...['letter.written', 'document.added', 'document.newer', 'document.destroyed', 'sharing'],
      'referral.access-ended',
    ];
    expect([...ACTS_BESIDE.keys()].toSorted()).toEqual(kinds.toSorted());
  });

  it('are never missing: an act that nobody named stands there all the same', () => {
    expect(titleOfAct({ what: 'referral.unheard-of', template: null }, [])?.fr).toBe('Autre acte');
    expect(titleOfAct({ what: 'referral.messages-read', template: null }, [])).toBeNull();
  });
});

describe('the chronology of a case', () => {
  let asking: Asking;
  /** What the account of the service that answered is called. */
  let memberName: string;
  beforeAll(async () => {
    asking = await Asking.start();
    const { referring } = asking;
    const { lead, file } = referring;
    const letters = new LetterClient(lead.client, file.id);
    const id = await letters.written('to-the-town');
    expect((await letters.sendLetter(id, { toWhom: 'Greffe Zurbaran' })).status).toBe(204);
    await new DocumentClient(lead.client, file.id).added({ title: 'Certificat Zurbaran' });
    const { id: home, member } = await asking.addWithMember();
    await asking.askPlaces([home]);
    const { id: request } = await asking.requestTo(home);
    const [account] = await referring.service.query<{ name: string }>(
      'SELECT name FROM account WHERE id = $1',
      [member.id],
    );
    memberName = account?.name ?? '';
    expect((await asking.answerAs(member, request, { answer: 'no', reason: 'full' })).status).toBe(204);
    await referring.opened();
    expect(await referring.reads()).toBe(200);
    expect((await referring.answerAs(referring.partner, { answer: 'accepted' })).status).toBe(204);
    expect((await referring.endReferral()).status).toBe(204);
    await referring.sendAs(lead, 'post', referring.addressOf('sharing'), {
      ...{ on: '2025-03-01', ground: 'shared-secret', classes: [], toWhom: 'Le lycée', isBound: true },
      ...{ what: 'Elle est en sécurité', why: 'Pour elle', how: 'spoken' },
      ...{ child: { told: 'yes' }, parents: { told: 'yes' } },
    });
  });
  afterAll(() => asking.stop());

  const read = async (by = asking.referring.lead, query = '') =>
    (await by.client.get<TimelinePageDto>(asking.referring.addressOf(`journal${query}`))).body;
  const besides = ({ items }: TimelinePageDto) =>
    items.filter(({ kind }) => kind === 'act-beside').toReversed();

  it('names what was asked, sent and answered, when, and by whom, and nothing that it said', async () => {
    const page = await read();
    expect(besides(page).map(({ title, by }) => [title.fr, by])).toEqual([
      ['Lettre arrêtée\u00a0: Lettre à la mairie', 'Léa Nord'],
      ['Lettre partie par courriel\u00a0: Lettre à la mairie', 'Léa Nord'],
      ['Document ajouté', 'Léa Nord'],
      ['Place demandée à des services', 'Léa Nord'],
      ['Demande de place : un service dit non', memberName],
      ['Orientation envoyée', 'Léa Nord'],
      ['Orientation reçue par le service', 'Lou Ailleurs'],
      ['Orientation acceptée', 'Lou Ailleurs'],
      ['Orientation : le service n’y a plus accès', ''],
      ['Partage noté', 'Léa Nord'],
    ]);
    expect(JSON.stringify(page)).not.toContain('Zurbaran');
    const times = page.items.map(({ recordedAt }) => Date.parse(recordedAt));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(new Set(page.items.map(({ entryId }) => entryId)).size).toBe(page.items.length);
  });

  it('is not on the page of the case, which shows the newest entries of the journal', async () => {
    const { body } = await asking.referring.lead.client.get<{ readonly journal: TimelinePageDto }>(
      asking.referring.addressOf('page'),
    );
    expect(besides(body.journal)).toEqual([]);
    expect(body.journal.items).toEqual((await read()).items.filter(({ kind }) => kind !== 'act-beside'));
  });

  it('without the names of staff, and of who works where the child goes, says neither', async () => {
    const page = await read(undefined, '?leaveOut=staff');
    for (const it of besides(page)) expect(it.by).toBe('');
    const places = besides(await read(undefined, '?leaveOut=places'));
    expect(places.some(({ by }) => [memberName, 'Lou Ailleurs'].includes(by))).toBe(false);
    expect(places.some(({ by }) => by === 'Léa Nord')).toBe(true);
  });

  it('names each of them on one page alone, however long it is', async () => {
    const { referring } = asking;
    const worker = new CaseClient(referring.lead.client);
    for (let i = 0; i < 50; i += 1)
      await worker.sendAct(referring.file.id, 'notes', { note: `Note ${String(i)}` });
    const letters = new LetterClient(referring.lead.client, referring.file.id);
    await letters.written('to-the-town');
    const first = await read();
    const second = await read(undefined, `?cursor=${encodeURIComponent(first.next ?? '')}`);
    expect(besides(first).map(({ title }) => title.fr)).toEqual(['Lettre arrêtée\u00a0: Lettre à la mairie']);
    expect(besides(second)).toHaveLength(10);
    expect(second.next).toBeNull();
  });

  it('is read by nobody who does not read the case', async () => {
    const stranger = await asking.referring.service.signIn({ roles: ['caseworker'], teams: ['South'] });
    expect((await stranger.client.get(asking.referring.addressOf('journal'))).status).toBe(404);
    expect((await asking.referring.partner.client.get(asking.referring.addressOf('journal'))).status).toBe(
      404,
    );
  });
});
