import { randomUUID } from 'node:crypto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { CaseFileConformanceDto } from '../../audit/conformance/case-conformance.dto';
import type { ReplayDto } from '../../audit/replay/replay.dto';
import type { CaseFileDto } from '../../cases/page/case-file.dto';
import { CaseClient } from '../../cases/testing/case-client';
import type { TestClient } from '../../testing/accounts/test-client';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import { askForSpace, dropSpaces, playIn, settleSpaces } from '../testing/led-spaces';
import { leadIn, learnIn } from '../testing/learners';
import type { ScoreDto } from '../score/score.dto';

describe('what departed from the protocols, in a class', () => {
  let service: TestService;
  let trainer: SignedInClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
    trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
  });
  afterAll(async () => {
    await dropSpaces(service);
    await service.stop();
  });

  /** A class with one learner, and a case in which something was out of order. */
  const classIn = async (mode: string) => {
    const { body } = await askForSpace(trainer.client, { scenario: 'missing-from-the-shelter', mode });
    await settleSpaces(service);
    const lead = await leadIn(trainer, body.key);
    if (mode === 'assessment') await lead.put('/training/class/limit', undefined);
    const { browser } = await learnIn(service, lead, body.key, 'Kiwi');
    const { browser: superior } = await learnIn(service, lead, body.key, 'Figue', 'supervisor');
    const played = await playIn(trainer, body.key);
    const { caseFileId } = (await lead.get<ScoreDto>('/training/score')).body;
    await lead.post('/training/clock', { by: 'days', amount: 7 });
    await new CaseClient(played).sendAct(caseFileId, 'notes', { note: 'Le foyer rappelle.' });
    return { lead, browser, superior, played, caseFileId };
  };
  const conformance = async (client: TestClient, id: string) => {
    const { status, body } = await client.get<CaseFileConformanceDto & ProblemDto>(
      `/case-files/${id}/conformance`,
    );
    return status === 200 ? body.deviations.length > 0 : [status, body.reasons?.[0]?.code];
  };
  const onPage = async (client: TestClient, id: string) =>
    (await client.get<CaseFileDto>(`/case-files/${id}`)).body.state.deviations.length > 0;

  it.each(['practice', 'assessment'])('learners in %s do not see before the score', async (mode) => {
    const { lead, browser, superior, played, caseFileId: id } = await classIn(mode);
    const takesAway = async () => {
      const asked = { reason: 'Pour relire', leaveOut: {} };
      const { status, body } = await superior.post<ProblemDto>(`/case-files/${id}/bundles`, asked, {
        'Idempotency-Key': randomUUID(),
      });
      return [status, body.reasons?.[0]?.code];
    };
    expect(await takesAway()).toEqual([403, 'score-not-shown']);
    expect(await conformance(browser, id)).toEqual([403, 'score-not-shown']);
    expect(await onPage(browser, id)).toBe(false);
    const { body } = await browser.get<ReplayDto>(`/case-files/${id}/replay`);
    expect(body.moments.filter(({ kind, deviations }) => kind === 'act' && deviations.length > 0)).toEqual(
      [],
    );
    // Whoever leads sees it at any time, as whomever they play.
    expect([await conformance(played, id), await onPage(played, id)]).toEqual([true, true]);
    await lead.put('/training/class/score', { isShown: true });
    expect([await conformance(browser, id), await onPage(browser, id)]).toEqual([true, true]);
    expect(await takesAway()).not.toEqual([403, 'score-not-shown']);
    await lead.put('/training/class/score', { isShown: false });
    expect(await conformance(browser, id)).toEqual([403, 'score-not-shown']);
  });

  it('who is guided sees it at once', async () => {
    const { browser, caseFileId: id } = await classIn('guided');
    expect([await conformance(browser, id), await onPage(browser, id)]).toEqual([true, true]);
  });
});
