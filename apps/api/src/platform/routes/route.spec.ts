import { type DeclaredRoute, Route, ROUTE } from './route';

const READ = {
  summary: 'A probe',
  act: 'case-file.read',
  purpose: 'care',
  needs: { on: 'case-file', act: 'read' },
  answers: null,
  refuses: [],
} as const;
const { act, purpose, needs, answers, refuses, ...SUMMARY } = READ;

describe('the description of a route', () => {
  class Handlers {
    @Route('POST notes', {
      ...READ,
      act: 'case-file.note',
      needs: { on: 'case-file', act: 'protect' },
      once: true,
    })
    write(): void {
      return;
    }
  }

  it('is what the platform reads', () => {
    const declared: unknown = Reflect.getMetadata(ROUTE, Handlers.prototype.write);
    expect(declared).toEqual({
      act: {
        type: 'case-file.note',
        purpose: 'care',
        idempotent: true,
        isUnrecorded: false,
        whileEnrolling: false,
      },
      unbound: null,
      needs: { on: 'case-file', act: 'protect' },
      waitsInPause: true,
      tellsHandling: false,
    } satisfies DeclaredRoute);
  });

  it('does not compile without one of its parts, or with parts that contradict each other', () => {
    const wrong = [
      // @ts-expect-error nobody says what it needs
      () => Route('GET', { ...SUMMARY, act, purpose, answers, refuses }),
      // @ts-expect-error nobody says its act, nor that it has none
      () => Route('GET', { ...SUMMARY, purpose, needs, answers, refuses }),
      // @ts-expect-error nobody says why the data are handled
      () => Route('GET', { ...SUMMARY, act, needs, answers, refuses }),
      // @ts-expect-error nobody says what it answers
      () => Route('GET', { ...SUMMARY, act, purpose, needs, refuses }),
      // @ts-expect-error nobody says what it refuses
      () => Route('GET', { ...SUMMARY, act, purpose, needs, answers }),
      // @ts-expect-error a write says whether it is done once
      () => Route('POST', READ),
      // @ts-expect-error a read is not
      () => Route('GET', { ...READ, once: true }),
      // @ts-expect-error what only looks waits for nobody
      () => Route('GET', { ...READ, goesOn: 'looks' }),
      // @ts-expect-error what goes on in a pause has a reason that is known
      () => Route('POST', { ...READ, once: true, goesOn: 'why-not' }),
      // @ts-expect-error whose work is recorded is somebody
      () => Route('GET', { ...READ, needs: { on: 'open' } }),
      // @ts-expect-error a right is asked in a unit of work
      () => Route('GET', { ...READ, act: null }),
      // @ts-expect-error what asks nothing at the door says why
      () => Route('GET', { ...READ, act: null, needs: { on: 'open' } }),
      // @ts-expect-error what somebody owns is asked of who is signed in
      () => Route('GET', { ...READ, act: null, needs: { on: 'own' }, unbound: 'nobody-signed-in' }),
      // @ts-expect-error what has an act is asked at the door
      () => Route('GET', { ...READ, unbound: 'shows-no-case' }),
      // @ts-expect-error no such act is known to the access log
      () => Route('GET', { ...READ, act: 'case-file.peek' }),
      // @ts-expect-error no such right
      () => Route('GET', { ...READ, needs: { on: 'case-file', act: 'peek' } }),
      // @ts-expect-error one entry is approved, never read
      () => Route('GET', { ...READ, needs: { on: 'case-file', act: 'read', entry: 'entryId' } }),
      // @ts-expect-error a part of a case is received by one referral
      () => Route('GET', { ...READ, needs: { on: 'case-file', act: 'receive' } }),
    ];
    expect(wrong).toHaveLength(18);
  });
});
