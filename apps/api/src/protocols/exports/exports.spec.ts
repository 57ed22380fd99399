import { BpmnModdle } from 'bpmn-moddle';
import type { TestClient } from '../../testing/accounts/test-client';
import { TestService } from '../../testing/test-service';
import type { ReadableProtocolDto } from '../protocol.dto';

interface Flow {
  readonly $type: string;
  readonly id: string;
  readonly name?: string;
}

describe('a version to take away', () => {
  let service: TestService;
  let reader: TestClient;
  beforeAll(async () => {
    service = await TestService.start();
    reader = (await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client;
  });
  afterAll(() => service.stop());

  const REFUGE = '/protocols/refuge/versions/1.0.0';
  const read = async () => (await reader.get<ReadableProtocolDto>(REFUGE)).body;
  const take = (file: string, client = reader) => client.download(`${REFUGE}/${file}`);

  it('is a BPMN file that bpmn-moddle reads without a warning, with every step and its place', async () => {
    const { status, type, content } = await take('diagram.bpmn?language=en');
    expect([status, type]).toEqual([200, 'application/xml']);
    const { rootElement, warnings } = await new BpmnModdle().fromXML(content.toString());
    expect(warnings).toEqual([]);
    const { rootElements, diagrams } = rootElement as {
      rootElements: { flowElements: Flow[]; documentation: { text: string }[] }[];
      diagrams: { plane: { planeElement: { bpmnElement: Flow; bounds?: object; waypoint?: object[] }[] } }[];
    };
    const { document, hash } = await read();
    const flow = rootElements[0]?.flowElements ?? [];
    const names = flow.map(({ name }) => name);
    for (const { code, title } of document.steps) expect(names).toContain(`${code} ${title.en}`);
    const drawn = new Set(diagrams[0]?.plane.planeElement.map(({ bpmnElement }) => bpmnElement.id));
    expect(flow.filter(({ id }) => !drawn.has(id))).toEqual([]);
    expect(rootElements[0]?.documentation[0]?.text).toContain(hash);
    expect(rootElements[0]?.documentation[0]?.text).toContain('What holds is the text of the protocol');
  });

  it.each(['protocol.pdf', 'card.pdf'])(
    'is an accessible %s, the same each time, in both languages',
    async (file) => {
      const [one, other, english] = await Promise.all([take(file), take(file), take(`${file}?language=en`)]);
      expect([one.status, one.type]).toEqual([200, 'application/pdf']);
      expect(one.content.subarray(0, 5).toString()).toBe('%PDF-');
      expect(one.content.toString('latin1')).toContain('pdfuaid:part');
      expect(one.content.equals(other.content)).toBe(true);
      expect(one.content.equals(english.content)).toBe(false);
    },
  );

  it('is refused in another language, of a version that is not there, and to nobody', async () => {
    expect((await take('card.pdf?language=de')).status).toBe(400);
    expect((await reader.download('/protocols/refuge/versions/9.9.9/card.pdf')).status).toBe(404);
    expect((await take('card.pdf', service.client())).status).toBe(401);
  });
});
