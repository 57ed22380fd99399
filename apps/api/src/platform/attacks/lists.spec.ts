import { writeCursor } from '../requests/cursor';
import { MOVING_PROTOCOLS, TestService } from '../../testing/test-service';
import { AttackedService } from './testing/attacked-service';
import { type TeamWithEverything, teamWithEverything } from './testing/team-with-everything';

const INSTANTS = ['infinity', '-infinity'];
const NUMBERS = [0, Number.MAX_SAFE_INTEGER];
const TEXTS = ['', 'late', 'soon', 'undated', 'zzz'];

/** Without it such a list has nothing to list. */
const ALSO_ASKED: Readonly<Record<string, string>> = { '/api/team-trends/cases': '&of=first-act&delay=none' };

/** A place in a list is readable and bears no seal: it says where to go on, while the list says what may be seen. */
describe('the place in a list', () => {
  let attacked: AttackedService;
  let own: TeamWithEverything;
  let theirs: TeamWithEverything;
  beforeAll(async () => {
    attacked = await AttackedService.attackService(
      await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } }),
    );
    theirs = await teamWithEverything(attacked.service, 'North');
    own = await teamWithEverything(attacked.service, 'South');
  });
  afterAll(() => attacked.service.stop());

  /** As every list writes it: made up, or as another reader was given it. */
  const places = (): readonly string[] => {
    const { id } = theirs.file;
    return [
      ...NUMBERS.map((number) => [number]),
      [id],
      ...NUMBERS.map((number) => [number, id]),
      ...INSTANTS.map((at) => [at, id]),
      ...INSTANTS.map((at) => [at, id, 'assess']),
      ...NUMBERS.flatMap((number) => INSTANTS.map((at) => [number, at, id])),
      ...NUMBERS.flatMap((number) => INSTANTS.map((at) => [at, number, number, number, number, at, id])),
      ...NUMBERS.flatMap((number) => INSTANTS.map((at) => [at, number])),
      ...NUMBERS.flatMap((number) => INSTANTS.map((at) => [number, at, ''])),
      ...TEXTS.flatMap((text) => INSTANTS.map((at) => [at, text, 0, at, id, 0, 'step'])),
    ].map(writeCursor);
  };
  const secrets = (): readonly string[] => [
    theirs.file.reference,
    'calledName' in theirs.file.child ? theirs.file.child.calledName : '',
    ...[
      '/case-files/{id}',
      '/case-files/{id}/runs/{runId}',
      '/duplicate-tasks/{id}',
      '/access-questions/{id}',
    ].map((place) => theirs.names[place] ?? ''),
  ];

  it('of another reader, or made up, shows nothing of another team', async () => {
    const told: string[] = [];
    const deaf: string[] = [];
    const asked = ['supervisor', 'auditor', 'partner'] as const;
    const lists = attacked.routes.flatMap((route) => [
      ...route.query
        .filter(({ name }) => /^(cursor|after)$/.test(name))
        .map(({ name }) => ({
          route,
          as: (place: string) => ({ query: `?${name}=${place}&scope=team${ALSO_ASKED[route.path] ?? ''}` }),
        })),
      ...(route.name === 'POST /api/case-files/search'
        ? [{ route, as: (place: string) => ({ body: { cursor: place, scope: 'team' } }) }]
        : []),
    ]);
    for (const { route, as } of lists) {
      let isTaken = false;
      for (const place of places())
        for (const who of asked) {
          const names = { ...own.names, '/team-board/{figure}': 'open' };
          // What a question doesn't have is refused: only lists of work have a scope.
          const query = route.path.startsWith('/api/worklist') ? as(place) : withoutScope(as(place));
          const { status, body } = await attacked.askRoute(own[who].client, route, { names, ...query });
          isTaken ||= status === 200;
          const text = JSON.stringify(body);
          if (status >= 500 || secrets().some((secret) => text.includes(secret)))
            told.push(
              `${route.name} as ${who}, ${Buffer.from(place, 'base64url').toString()}: ${String(status)} ${text.slice(0, 300)}`,
            );
        }
      // Else nothing was tried. Accounts are for administrators, who see no case; questions for a place refuse what is no line of theirs,
      // which their own tests try with a line of somebody else's.
      if (!isTaken && !/dry-run|^\/api\/(accounts|capacity-requests)$/.test(route.path))
        deaf.push(route.name);
    }
    expect(told).toEqual([]);
    expect(deaf).toEqual([]);
    expect(lists.length).toBeGreaterThan(7);
  });
});

const withoutScope = (asked: { readonly query?: string; readonly body?: unknown }): typeof asked =>
  asked.query === undefined ? asked : { query: asked.query.replace('&scope=team', '') };
