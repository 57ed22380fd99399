import { unzipSync } from 'fflate';
import { type BundleEntry, isActName } from '@repere/audit';
import { DocumentClient } from '../../documents/testing/document-client';
import { LetterClient } from '../../letters/testing/letter-client';
import { Asking } from '../../referrals/capacity/testing/asking';
import type { DossierDocument } from './dossier/dossier-document';
import { PrintDossier } from './dossier/print-dossier';
import { isCorrespondence } from './correspondence/correspondence-acts';
import { fieldOf } from './correspondence/fields-of-acts';
import { ALL, BundleClient, verified } from './testing/bundle-client';
import { openMission } from './testing/open-mission';

const TITLE = 'Certificat du docteur Zurbaran';
const HOME = 'Foyer fictif des Lilas';
const OTHER = 'Foyer fictif des Ormes';
const OFFER = 'Seulement pour deux nuits';
const RECIPIENT = 'Greffe fictif de Bobigny';
const REFERENCE = 'TJ-2025-1340';
/** Whose names say where the child goes: they answer for services, the last of them once did. */
const OF_SERVICES = ['Lou Ailleurs', 'Lino Accueil', 'Mika Ancien'];
const HEADING = 'Ce qui a été demandé, envoyé et répondu';

describe('what was asked, sent and answered, in the bundle of a case', () => {
  let asking: Asking;
  let supervisor: BundleClient;
  let letter: string;
  let files: Readonly<Record<string, Uint8Array>>;
  beforeAll(async () => {
    asking = await Asking.start({ keepsRecord: true });
    const { referring } = asking;
    const { lead, file } = referring;
    supervisor = new BundleClient(referring.service, referring.supervisor.client);
    const letters = new LetterClient(lead.client, file.id);
    const { leftOut } = await letters.proposeLetter('to-the-town');
    const ofHealth = leftOut.find(({ fieldClass }) => fieldClass === 'health')?.lines[0]?.id ?? '';
    const id = await letters.written('to-the-town', { chosen: [ofHealth] });
    const sent = await letters.sendLetter(id, { toWhom: RECIPIENT, reference: REFERENCE });
    expect(sent.status).toBe(204);
    letter = (await letters.readLetter(id)).sha256;
    const documents = new DocumentClient(lead.client, file.id);
    const document = await documents.added({ title: TITLE });
    await documents.added({ title: TITLE, follows: document });
    const destroying = new DocumentClient(referring.supervisor.client, file.id);
    expect((await destroying.destroyDocument(document)).status).toBe(204);
    const home = await asking.addService({ name: HOME });
    const member = await asking.addMember(home, 'Lino Accueil');
    const gone = await asking.addMember(home, 'Mika Ancien');
    const other = await asking.addService({ name: OTHER });
    await asking.askPlaces([home, other]);
    expect((await gone.client.get('/capacity-requests')).status).toBe(200);
    const offered = { answer: 'other-offer', words: OFFER } as const;
    expect((await asking.answerAs(member, (await asking.requestTo(home)).id, offered)).status).toBe(204);
    const asked = (await asking.requestTo(other)).id;
    const no = referring.addressOf(`capacity-questions/requests/${asked}/answers`);
    expect((await referring.sendAs(lead, 'post', no, { answer: 'no', reason: 'full' })).status).toBe(204);
    await referring.opened();
    expect(await referring.reads()).toBe(200);
    expect((await referring.answerAs(referring.partner, { answer: 'refused', reason: 'age' })).status).toBe(
      204,
    );
    expect((await referring.endReferral()).status).toBe(204);
    await asking.tamper(`UPDATE account SET roles = '{caseworker}' WHERE id = $1`, [gone.id]);
    files = unzipSync(await supervisor.made(file.id));
  });
  afterAll(() => asking.stop());

  const partOf = (from: Readonly<Record<string, Uint8Array>>, language = 'fr'): string => {
    const html = Buffer.from(from[`dossier.${language}.html`] ?? []).toString();
    const heading = language === 'fr' ? HEADING : 'What was asked, sent and answered';
    return (html.split(/<section /).find((it) => it.includes(`<bdi>${heading}</bdi></h2>`)) ?? '').replace(
      /<[^>]+>/g,
      '\n',
    );
  };
  const whole = (from: Readonly<Record<string, Uint8Array>>): string =>
    ['fr', 'en'].map((it) => Buffer.from(from[`dossier.${it}.html`] ?? []).toString()).join('\n');
  const entriesOf = (from: Readonly<Record<string, Uint8Array>>): readonly BundleEntry[] => {
    const name = Object.keys(from).find((it) => it.endsWith('/entries.jsonl')) ?? '';
    return Buffer.from(from[name] ?? [])
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as BundleEntry);
  };
  const takenWithout = async (...classes: readonly ('health' | 'opinion' | 'places' | 'staff')[]) =>
    unzipSync(await supervisor.made(asking.referring.file.id, { ...ALL, leaveOut: { classes, fields: [] } }));

  it('is named act by act, in order, in both languages: when, what, to whom, by whom, under which hash', () => {
    const said = partOf(files);
    const inOrder = [
      ...[
        'A arrêté une lettre',
        letter,
        'A noté un partage',
        'A noté l’envoi d’une lettre',
        RECIPIENT,
        REFERENCE,
      ],
      ...['A ajouté un document', TITLE, 'A détruit un document', 'concerne un autre enfant'],
      ...['A demandé une place sans dire qui est l’enfant', HOME, OTHER],
      ...['A répondu à une question de place', 'propose autre chose', OFFER],
      ...['A noté la réponse d’un service', 'complet', 'A ouvert une orientation'],
      ...['A lu ce que porte l’orientation', 'A répondu à une orientation', 'refusée', 'âge'],
      'A retiré une orientation',
    ];
    let at = 0;
    for (const it of inOrder) {
      const next = said.indexOf(it, at);
      expect([it, next >= at]).toEqual([it, true]);
      at = next;
    }
    expect(said).toMatch(/Par quelle voie\s+courriel/);
    expect(said).toContain('Léa Nord');
    for (const it of [letter, RECIPIENT, OFFER, 'Recorded that a letter was sent', 'offers something else'])
      expect(partOf(files, 'en')).toContain(it);
  });

  it('says where the files are, and that is true', () => {
    expect(partOf(files)).toContain('ne sont pas dans ce ZIP');
    const html = Buffer.from(files['dossier.fr.html'] ?? []).toString();
    expect(html).not.toContain('Rien n’est laissé de côté');
    expect(html).toContain('Les fichiers des lettres et des documents restent dans le dossier');
    const names = Object.keys(files).filter((it) => it.endsWith('.pdf'));
    expect(names.toSorted()).toEqual(['dossier.en.pdf', 'dossier.fr.pdf']);
  });

  it('knows every field that these acts commit to', () => {
    const unknown = entriesOf(files).flatMap(({ text, openings = [] }) => {
      const { type } = JSON.parse(text) as { type: string };
      if (!isActName(type) || !isCorrespondence(type)) return [];
      return openings.flatMap(({ path }) =>
        path === 'clock' || fieldOf(type, path) ? [] : [`${type} ${path}`],
      );
    });
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('counts what else was done, by the name of the act', () => {
    expect(partOf(files)).toContain('Autres actes, comptés');
  });

  it('without health holds no letter and no document of health, in the paper and in the entries, and says so', async () => {
    const [without, beside] = [await takenWithout('health'), await takenWithout('opinion')];
    const all = (from: typeof without) =>
      Object.entries(from)
        .filter(([name]) => !name.endsWith('.pdf'))
        .map(([, it]) => Buffer.from(it).toString())
        .join('\n');
    for (const secret of [letter, TITLE, RECIPIENT, REFERENCE, 'Lettre à la mairie'])
      expect([secret, all(without).includes(secret)]).toEqual([secret, false]);
    for (const shown of [letter, TITLE, RECIPIENT, REFERENCE, 'Lettre à la mairie'])
      expect([shown, all(beside).includes(shown)]).toEqual([shown, true]);
    const said = partOf(without);
    expect(said).toMatch(/A noté l’envoi d’une lettre/);
    expect(said).toMatch(/Empreinte SHA-256\s+non communiqué/);
    expect(said).toMatch(/Besoin\s+non communiqué/);
    expect(verified(await supervisor.made(asking.referring.file.id)).verdict).toBe('sound');
  });

  it('without places names no service, nor who answered for one; how many were asked, and what, it says', async () => {
    const without = await takenWithout('places');
    for (const shown of [...OF_SERVICES, HOME, OTHER, OFFER, TITLE]) expect(whole(files)).toContain(shown);
    for (const secret of [...OF_SERVICES, HOME, OTHER, OFFER, TITLE])
      expect([secret, whole(without).includes(secret)]).toEqual([secret, false]);
    expect(whole(without)).toContain('Léa Nord');
    expect(JSON.stringify(entriesOf(without))).not.toContain(TITLE);
    const said = partOf(without);
    expect(said).toMatch(/Services sollicités\s+2/);
    expect(said).toContain('propose autre chose');
    expect(partOf(await takenWithout('staff'))).not.toMatch(/Léa Nord|Sacha Nord/);
  });

  it('for an auditor holds what was sent and when, and opens no more than it says; it is sound', async () => {
    const { service, supervisor: lead, file } = asking.referring;
    const auditor = await service.signIn({ roles: ['auditor'], name: 'Inès Audit' });
    await openMission(service, {
      ...{ team: 'North', supervisorId: lead.id, auditorId: auditor.id, caseFileIds: [file.id] },
    });
    const zip = await new BundleClient(service, auditor.client).made(file.id);
    const taken = unzipSync(zip);
    expect(verified(zip).verdict).toBe('sound');
    const said = partOf(taken);
    expect(said).toContain(letter);
    expect(said).toMatch(/À qui\s+non communiqué/);
    for (const secret of [...OF_SERVICES, HOME, OTHER, OFFER, RECIPIENT, TITLE])
      expect([secret, whole(taken).includes(secret)]).toEqual([secret, false]);
    const opened = entriesOf(taken).flatMap(({ openings = [] }) => openings);
    expect(opened.some(({ value }) => value === letter)).toBe(true);
    expect(JSON.stringify(opened)).not.toMatch(/Lilas|Ormes|Greffe|Zurbaran/);
  });

  it('is the same bytes when the same is printed anew', async () => {
    const printer = asking.referring.service.app.get(PrintDossier, { strict: false });
    const print = printer.print.bind(printer);
    const documents: DossierDocument[] = [];
    const spied = jest.spyOn(printer, 'print').mockImplementation((document) => {
      documents.push(document);
      return print(document);
    });
    const zip = unzipSync(await supervisor.made(asking.referring.file.id));
    spied.mockRestore();
    const [first] = documents;
    if (!first) throw new Error('nothing was printed');
    expect(first.parts.find(({ title }) => title === HEADING)?.blocks.length).toBeGreaterThan(20);
    expect((await print(first)).equals(Buffer.from(zip['dossier.fr.pdf'] ?? []))).toBe(true);
  });
});
