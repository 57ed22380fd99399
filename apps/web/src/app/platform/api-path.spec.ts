import { type ApiPath, queryOf } from './api-path';

const id = '1';
/** Compiles for routes of the interface alone. */
const path = <const Path extends string>(given: Path & ApiPath<'GET', Path>): string => given;

describe('a path of the interface', () => {
  it('compiles if there is a route for it', () => {
    expect([path('/worklist'), path(`/case-files/${id}`), path(`/case-files/${id}/journal`)]).toEqual([
      '/worklist',
      '/case-files/1',
      '/case-files/1/journal',
    ]);
  });

  it('does not compile if there is none', () => {
    const text: string = '/worklist';
    const wrong = [
      // @ts-expect-error a part that no route has
      () => path(`/case-files/${id}/jurnal`),
      // @ts-expect-error a part too many
      () => path(`/worklist/${id}`),
      // @ts-expect-error this is only sent, never read
      () => path(`/case-files/${id}/notes`),
      // @ts-expect-error a text that could be any
      () => path(text),
      // @ts-expect-error what is asked stands beside the path
      () => path('/worklist?cursor=c'),
    ];
    expect(wrong).toHaveLength(5);
  });
});

describe('what is asked after a path', () => {
  it('leaves out what nobody asks', () => {
    expect([queryOf({}), queryOf({ a: null, b: undefined, c: '' }), queryOf({ a: 'é', b: 0 })]).toEqual([
      ...['', '', '?a=%C3%A9&b=0'],
    ]);
  });
});
