import type { OpenAPIObject } from '@nestjs/swagger';
import type { ProblemDto } from '../../platform/answers/openapi';
import { AttackedService } from '../../platform/attacks/testing/attacked-service';
import { GOES_ON_EXTENSION, GOES_ON_REASONS } from '../../platform/routes/route';
import type { Answer, TestClient } from '../../testing/accounts/test-client';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { leadIn, learnIn } from '../testing/learners';
import { dropSpaces, makeSpace } from '../testing/led-spaces';

/** What goes on while the class waits. Another writing route waits; one that should not is entered here, with the reason in its description. */
const GOES_ON: Readonly<Record<(typeof GOES_ON_REASONS)[number], readonly string[]>> = {
  looks: [
    'POST /api/account-links/check',
    'POST /api/answer-links/call-backs',
    'POST /api/answer-links/questions',
    'POST /api/case-files/search',
    'POST /api/case-files/duplicates',
    'POST /api/case-files/{id}/runs/{runId}/steps/{step}/check',
    'POST /api/case-files/{id}/what-if',
    'POST /api/services/search',
    'POST /api/case-files/{id}/matching-services',
    'POST /api/missions/frame',
    'POST /api/training/certificates/check',
  ],
  'comes-and-goes': [
    'POST /api/session',
    'DELETE /api/session',
    'PUT /api/session/language',
    'PUT /api/session/activity',
    'POST /api/session/lock',
    'POST /api/session/step-up',
    'POST /api/session/second-step',
    'POST /api/session/passkey',
    'POST /api/sessions/end',
    'POST /api/sessions/end-others',
    'POST /api/provider-sign-in/{provider}',
    'POST /api/provider-sign-in/{provider}/back-channel-logout',
    'POST /api/training/joins',
    'POST /api/training/learners',
    'PUT /api/training/learners/{learnerId}/session',
    'DELETE /api/training/learners/session',
  ],
  'keeps-draft': [
    'PUT /api/case-files/{id}/runs/{runId}/steps/{step}/draft',
    'PUT /api/case-files/{id}/conferences/{appointmentId}/minutes-draft',
    'PUT /api/case-files/{id}/letters/drafts/{template}',
  ],
};

/** Hundreds of requests. */
const MANY = 180_000;

describe('while a class waits', () => {
  let attacked: AttackedService;
  let trainer: SignedInClient;
  let lead: TestClient;
  let learner: TestClient;
  /** Somebody without account or place, as a partner with a link of a mail. */
  let passerBy: TestClient;
  beforeAll(async () => {
    const service = await TestService.start();
    attacked = await AttackedService.attackService(service);
    trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
    const { key } = await makeSpace(service, trainer);
    lead = await leadIn(trainer, key);
    learner = (await learnIn(service, lead, key, 'Kiwi')).browser;
    passerBy = service.client().inSpace(key);
  }, 60_000);
  afterAll(async () => {
    await dropSpaces(attacked.service);
    await attacked.service.stop();
  });

  const pause = async (isPaused: boolean): Promise<void> => {
    const { body } = await lead.get<{ position: number }>('/training/presentation');
    await lead.put('/training/presentation', { after: body.position, isPaused });
  };
  const isHeld = ({ status, body }: Answer<ProblemDto>): boolean =>
    status === 403 && (body.reasons ?? []).some(({ code }) => code === 'paused');
  const writes = () => attacked.routes.filter(({ method }) => method !== 'GET');
  const listed = Object.values(GOES_ON).flat();

  it('every writing route waits, those without account too; what goes on is said, with its reason', async () => {
    const { body } = await attacked.service.client().get<OpenAPIObject>('/openapi.json');
    const said = Object.entries(body.paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, operation]: [string, Readonly<Record<string, unknown>>]) => {
        const reason = operation[GOES_ON_EXTENSION];
        return reason === undefined ? [] : [`${String(reason)}: ${method.toUpperCase()} ${path}`];
      }),
    );
    const expected = GOES_ON_REASONS.flatMap((reason) => GOES_ON[reason].map((it) => `${reason}: ${it}`));
    expect(said.sort()).toEqual(expected.sort());
  });

  it(
    'is refused in a word whatever a browser shows; what goes on is not',
    async () => {
      await pause(true);
      const wrong: string[] = [];
      // What ends a session comes last.
      const ends = /session|sign-in/;
      const asked = [...writes()].sort((a, b) => Number(ends.test(a.path)) - Number(ends.test(b.path)));
      for (const route of asked) {
        const client = route.isOpen ? passerBy : learner;
        const answer = await attacked.askRoute<ProblemDto>(client, route);
        if (isHeld(answer) === listed.includes(route.name))
          wrong.push(`${route.name}: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
      }
      expect(wrong).toEqual([]);
      expect(asked.length).toBeGreaterThan(100);
    },
    MANY,
  );

  it('an answer by a link waits as well, and is looked at once the class goes on', async () => {
    const answer = () =>
      passerBy.post<ProblemDto>('/answer-links/answers', {
        ...{ token: 'A'.repeat(43), code: '123456', answer: 'yes', heldHours: 4 },
      });
    await pause(true);
    expect(isHeld(await answer())).toBe(true);
    await pause(false);
    expect((await answer()).body.reasons?.map(({ code }) => code)).toEqual(['link-dead']);
  });
});
