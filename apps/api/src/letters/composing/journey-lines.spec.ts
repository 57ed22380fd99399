import { CaseClient } from '../../cases/testing/case-client';
import { AppointmentClient } from '../../appointments/testing/appointment-client';
import { type SignedInClient, TestService } from '../../testing/test-service';
import type { LetterProposalDto } from '../letters.dto';
import { LetterClient } from '../testing/letter-client';

const KIND = 'on-the-way';
const YEAR = String(new Date().getUTCFullYear() + 1);

describe('the journey of a transport sheet', () => {
  let service: TestService;
  let worker: SignedInClient;
  let cases: CaseClient;
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Léa Nord' });
    cases = new CaseClient(worker.client);
  });
  afterAll(() => service.stop());

  const opened = async () => {
    const { id } = await cases.opened();
    const letters = new LetterClient(worker.client, id);
    return { letters, calendar: new AppointmentClient(worker.client, id) };
  };
  const textOf = ({ parts }: LetterProposalDto, id: string) => parts.find((it) => it.id === id)?.text ?? '';
  const offered = ({ leftOut }: LetterProposalDto) => leftOut.flatMap(({ lines }) => lines);

  it('is the next of the calendar: hour and what is settled stand there, who and where to are chosen', async () => {
    const { letters, calendar } = await opened();
    await calendar.planned({ kind: 'transport', day: `${YEAR}-07-10`, place: 'Plus tardqz' });
    await calendar.planned({ kind: 'medical', day: `${YEAR}-05-10`, place: 'Cabinetqz' });
    await calendar.planned({
      ...{
        kind: 'placement',
        hour: '10:30',
        minutes: 90,
        from: 'Gare routièreqz',
        place: 'Foyer secretqz',
        withWhom: 'Mme Accueilqz',
      },
      ...{ escortId: worker.id, interpreter: 'yes', interpreterFound: 'yes', language: 'roumainqz' },
    });
    const proposal = await letters.proposeLetter(KIND);
    expect(textOf(proposal, 'route').split('\n')).toEqual([
      `Placement\u00a0: 10 juin ${YEAR} à 10:30, 90 min`,
      'Départ\u00a0: noté au dossier, non repris ici',
      'Arrivée\u00a0: noté au dossier, non repris ici',
      'Avec qui\u00a0: noté au dossier, non repris ici',
      'L’enfant le sait\u00a0: oui',
    ]);
    expect(textOf(proposal, 'escort').split('\n')).toEqual([
      'Qui accompagne\u00a0: noté au dossier, non repris ici',
      'Interprète\u00a0: il en faut un, trouvé',
    ]);
    expect(textOf(proposal, 'route') + textOf(proposal, 'escort')).not.toMatch(/qz|Léa/);
    expect(offered(proposal).filter(({ id }) => id.startsWith('journey/'))).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          part: 'route',
          text: 'Arrivée\u00a0: Foyer secretqz',
          instead: 'Arrivée\u00a0: noté au dossier, non repris ici',
        }),
        expect.objectContaining({
          part: 'route',
          text: 'Départ\u00a0: Gare routièreqz',
          instead: 'Départ\u00a0: noté au dossier, non repris ici',
        }),
        expect.objectContaining({ part: 'route', text: 'Avec qui\u00a0: Mme Accueilqz' }),
        expect.objectContaining({ part: 'escort', text: 'Qui accompagne\u00a0: Léa Nord' }),
        expect.objectContaining({ part: 'escort', text: 'Langue de l’interprète\u00a0: roumainqz' }),
        expect.objectContaining({
          part: 'route',
          text: expect.stringMatching(/^Trajet.*Plus tardqz/) as string,
        }),
      ]),
    );
    // A visit to a doctor is no journey, and tells of health.
    expect(JSON.stringify(proposal)).not.toContain('Cabinetqz');
    const [place] = offered(proposal).filter(({ text }) => text.includes('Foyer secretqz'));
    const id = await letters.written(KIND, { chosen: [place?.id ?? ''] });
    expect((await letters.readLetter(id)).content).toMatchObject({ chosen: [place?.id] });
  });

  it('names what nobody settled, and never says of what is not known that there is none', async () => {
    const { letters, calendar } = await opened();
    const named = async () => {
      const proposal = await letters.proposeLetter(KIND);
      return [textOf(proposal, 'route'), textOf(proposal, 'escort')].join('\n').split('\n');
    };
    expect(await named()).toEqual([
      'Trajet\u00a0: non renseigné',
      'Départ\u00a0: non renseigné',
      'Arrivée\u00a0: non renseigné',
      'Avec qui\u00a0: non renseigné',
      'L’enfant le sait\u00a0: non renseigné',
      'Qui accompagne\u00a0: non renseigné',
      'Interprète\u00a0: non renseigné',
    ]);
    const id = await calendar.planned({
      ...{ kind: 'transport', hour: undefined, interpreter: 'unknown', told: 'not-yet' },
    } as never);
    expect(await named()).toEqual([
      `Trajet\u00a0: 10 juin ${YEAR}`,
      'Heure\u00a0: non renseigné',
      'Départ\u00a0: non renseigné',
      'Arrivée\u00a0: non renseigné',
      'Avec qui\u00a0: non renseigné',
      'L’enfant le sait\u00a0: pas encore',
      'Qui accompagne\u00a0: non renseigné',
      'Interprète\u00a0: non renseigné',
    ]);
    expect((await calendar.endAppointment(id)).status).toBe(204);
    expect((await named())[0]).toBe('Trajet\u00a0: non renseigné');
  });

  it('tells who broke the glass neither where the journey ends nor that it ends nowhere', async () => {
    const { id, reference } = await cases.opened();
    await new AppointmentClient(worker.client, id).planned({
      kind: 'transport',
      from: 'Gare secrèteqz',
      place: 'Foyer secretqz',
    });
    const rescuer = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const reason = { reason: 'child-present', words: 'L’enfant est là.', reference };
    const broke = await rescuer.client.post('/break-glass', reason, {
      'Idempotency-Key': crypto.randomUUID(),
    });
    expect(broke.status).toBe(200);
    const proposal = await new LetterClient(rescuer.client, id).proposeLetter(KIND);
    expect(JSON.stringify(proposal)).not.toContain('qz');
    expect(textOf(proposal, 'route')).toMatch(/Départ\u00a0: noté au dossier, non repris ici/);
    expect(textOf(proposal, 'route')).toMatch(/Arrivée\u00a0: noté au dossier, non repris ici/);
  });
});
