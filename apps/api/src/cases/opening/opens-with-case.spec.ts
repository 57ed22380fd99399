import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MOVING_PROTOCOLS, TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';

/** A second protocol that says of itself that every case opens with it; its name comes first. */
const GREETING = `
protocol: greeting
version: 1.0.0
code: P2
title: { fr: Accueil, en: Greeting }
purpose: { fr: Accueillir., en: To welcome. }
opensWith: case
basis: [S19]
facts:
  fed: { type: yes-no, class: situation, title: { fr: A mangé, en: Has eaten } }
steps:
  - id: feed
    kind: form
    title: { fr: Nourrir, en: Feed }
    guidance: { fr: Donner., en: Give. }
    by: [TS]
    fields: [fed]
    basis: S19
outcomes:
  - { id: FED, title: { fr: Nourri, en: Fed }, protects: full, otherwise: true }
`;

describe('protocols that say that every case opens with them', () => {
  let folder: string;
  let service: TestService;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'repere-'));
    await cp(MOVING_PROTOCOLS, folder, { recursive: true });
    await mkdir(join(folder, 'greeting/1.0.0'), { recursive: true });
    await writeFile(join(folder, 'greeting/1.0.0/protocol.yaml'), GREETING);
    service = await TestService.start({ configuration: { protocolsDir: folder } });
  });
  afterAll(async () => {
    await service.stop();
    await rm(folder, { recursive: true });
  });

  it('all open with it: none takes the place of another', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const { state } = await new CaseClient(client).opened();
    expect(state.runs.map(({ protocol }) => protocol).toSorted()).toEqual(['greeting', 'meeting']);
  });
});
