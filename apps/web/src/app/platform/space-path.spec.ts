import { apiBase, spaceBase } from './space-path';

describe('the space of a page', () => {
  it.each([
    ['/', '/', '/api'],
    ['/dossiers/1', '/', '/api'],
    ['/s/classe/dossiers', '/s/classe/', '/api/s/classe'],
    ['/s/classe', '/', '/api'],
    ['/dossiers/s/x/', '/', '/api'],
  ])('of %s is %s, its interface %s', (path, base, api) => {
    expect(spaceBase(path)).toBe(base);
    expect(apiBase(path)).toBe(api);
  });
});
