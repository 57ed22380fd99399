import { randomUUID } from 'node:crypto';
import { Body, Controller, Module, Param } from '@nestjs/common';
import { insertBareCase } from '../../testing/cases/test-case';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import { PlainText } from '../answers/plain-text';
import { Route } from './route';
import { Answered } from './route-answers';
import type { ProblemDto } from '../answers/openapi';

const SAID = {
  summary: 'A probe',
  purpose: 'care',
  answers: new Answered(200, {}),
  refuses: [],
} as const;

class NoteDto {
  @PlainText(40)
  readonly note: string;
}

/** Handlers that ask for no right themselves. */
@Controller('needed')
class NeededController {
  static worked = 0;

  @Route('GET case/:id', { ...SAID, act: 'case-file.read', needs: { on: 'case-file', act: 'read' } })
  read(@Param('id') id: string): object {
    NeededController.worked++;
    return { id };
  }

  @Route('POST case/:id', {
    ...SAID,
    act: 'case-file.restrict',
    needs: { on: 'case-file', act: 'restrict' },
    once: true,
  })
  restrict(@Param('id') id: string, @Body() { note }: NoteDto): object {
    NeededController.worked++;
    return { id, note };
  }

  @Route('GET team', { ...SAID, act: 'cover.read', needs: { on: 'team', act: 'plan-cover' } })
  team(): object {
    NeededController.worked++;
    return {};
  }

  @Route('GET service', { ...SAID, act: 'account.list', needs: { on: 'service', act: 'manage-accounts' } })
  service(): object {
    NeededController.worked++;
    return {};
  }
}

@Module({ controllers: [NeededController] })
class NeededModule {}

describe('the right that a route needs is asked before its handler works', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({
      modules: [NeededModule],
      configuration: { protocolsDir: NO_PROTOCOLS },
    });
  });
  afterAll(() => service.stop());
  beforeEach(() => {
    NeededController.worked = 0;
  });

  const post = (note: unknown) => [{ note }, { 'Idempotency-Key': randomUUID() }] as const;

  it('with a case: it is not there, it is refused, or it is done', async () => {
    const lead = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    const stranger = await service.signIn({ roles: ['supervisor'], teams: ['South'] });
    const { id } = await insertBareCase(service, { team: 'North', leadId: lead.id });
    const path = `/needed/case/${id}`;
    expect((await stranger.client.get(path)).status).toBe(404);
    expect((await stranger.client.post(path, ...post('why'))).status).toBe(404);
    expect((await stranger.client.get('/needed/case/nothing')).status).toBe(404);
    // Before anything of what was sent is looked at.
    const refused = await lead.client.post<ProblemDto>(path, ...post(7));
    expect([refused.status, refused.body.code]).toEqual([403, 'not-allowed']);
    expect(NeededController.worked).toBe(0);
    expect((await supervisor.client.post(path, ...post(7))).status).toBe(400);
    expect((await lead.client.get(path)).status).toBe(200);
    expect((await supervisor.client.post(path, ...post('why'))).status).toBe(200);
    expect(NeededController.worked).toBe(2);
    const [seen] = await service.query<{ outcome: string }>(
      `SELECT entry::jsonb ->> 'outcome' AS outcome FROM ledger_event
        WHERE entry::jsonb ->> 'type' = 'case-file.restrict' ORDER BY seq LIMIT 1`,
    );
    expect(seen).toEqual({ outcome: 'refused' });
  });

  it.each([
    ['team', 'supervisor', 'caseworker'],
    ['service', 'administrator', 'supervisor'],
  ] as const)('with a %s: %s does it, %s does not and is told who may', async (what, may, mayNot) => {
    const one = await service.signIn({ roles: [may], teams: ['North'] });
    const other = await service.signIn({ roles: [mayNot], teams: ['North'] });
    const { status, body } = await other.client.get<ProblemDto>(`/needed/${what}`);
    expect([status, body.code, NeededController.worked]).toEqual([403, 'not-allowed', 0]);
    expect(body.reasons?.[0]?.text.fr).toContain('Peut le faire');
    expect((await one.client.get(`/needed/${what}`)).status).toBe(200);
  });

  it('a repeated request gets the answer that was kept, and nothing is done again', async () => {
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    const { id } = await insertBareCase(service, { team: 'North', leadId: supervisor.id });
    const [body, key] = post('why');
    const first = await supervisor.client.post(`/needed/case/${id}`, body, key);
    const again = await supervisor.client.post(`/needed/case/${id}`, body, key);
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect(NeededController.worked).toBe(1);
  });
});
