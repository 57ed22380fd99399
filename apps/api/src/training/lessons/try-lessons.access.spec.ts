import type { ProblemDto } from '../../platform/answers/openapi';
import { DraftClient } from '../../protocols/testing/draft-client';
import { SHIPPED_PROTOCOLS, TestService } from '../../testing/test-service';
import type { TriedLessonsDto } from './lessons.dto';

describe('a draft of a protocol, tried on the exercises', () => {
  let service: TestService;
  let editor: DraftClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
    editor = new DraftClient((await service.signIn({ roles: ['protocol-editor'] })).client);
  });
  afterAll(() => service.stop());

  const begin = async (exchange: Readonly<Record<string, string>>): Promise<string> => {
    const { body } = await editor.http.get<readonly { version: string }[]>(
      '/protocols/identification/versions',
    );
    const from = body[0]?.version ?? '1.0.0';
    const { id } = await editor.begun('identification', from, exchange);
    return id;
  };
  const tried = async (id: string): Promise<TriedLessonsDto> => {
    const { status, body } = await editor.http.get<TriedLessonsDto>(`/protocol-drafts/${id}/lessons`);
    if (status !== 200) throw new Error(`${String(status)}: ${JSON.stringify(body)}`);
    return body;
  };

  it('that changes nothing leaves all of them as they are', async () => {
    const { total, isStopped, lessons } = await tried(await begin({}));
    expect({ isStopped, faults: lessons.flatMap(({ faults }) => faults) }).toEqual({
      isStopped: false,
      faults: [],
    });
    expect(lessons.length).toBeGreaterThan(2);
    expect(total).toBeGreaterThan(lessons.length);
  });

  it('that makes a child wait says which must be written anew, those first, with the child and why', async () => {
    const id = await begin({ '  - id: signs\n': '  - id: signs\n    when: birth < first_presentation\n' });
    const { lessons } = await tried(id);
    const [first] = lessons;
    expect(first?.faults.map(({ of }) => of)).toContain('model');
    expect(first?.child).not.toBe('');
    expect(first?.faults.every(({ text }) => text.fr !== '' && text.en !== '')).toBe(true);
    const standing = lessons.map(({ faults }) => faults.length > 0);
    expect(standing).toEqual([...standing].sort((a, b) => Number(b) - Number(a)));
  });

  it('with an error is refused by what is wrong', async () => {
    const id = await begin({ '  - id: signs\n': '  - id: signs\n    when: nothing_of_that_name\n' });
    const { status, body } = await editor.http.get<ProblemDto>(`/protocol-drafts/${id}/lessons`);
    expect(status).toBe(422);
    expect(body.reasons?.length).toBeGreaterThan(0);
  });

  it('is nobody’s who neither writes nor reviews protocols', async () => {
    const id = await begin({});
    const { client } = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    expect([403, 404]).toContain((await client.get(`/protocol-drafts/${id}/lessons`)).status);
    expect((await editor.http.get(`/protocol-drafts/none/lessons`)).status).toBe(404);
  });
});
