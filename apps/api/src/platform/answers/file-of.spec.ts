import fc from 'fast-check';
import { fileOf } from './file-of';

const dispositionOf = (name: string): string =>
  String(fileOf(Buffer.from('x'), 'application/zip', name).options.disposition);

describe('an answer that is a file', () => {
  it.each([
    ['identification-1.0.0.pdf', 'identification-1.0.0.pdf'],
    ['a"; filename="evil.html', 'a---filename--evil.html'],
    ['a\r\nSet-Cookie: x=1.zip', 'a--Set-Cookie--x-1.zip'],
    ['../../etc/passwd', 'etc-passwd'],
    ['.htaccess', 'htaccess'],
    ['<img src=x onerror=1>.zip', 'img-src-x-onerror-1-.zip'],
    ['\u202Efdp.exe', 'fdp.exe'],
    ['', 'repere'],
  ])('called %j is saved as %s', (name, saved) => {
    expect(dispositionOf(name)).toBe(`attachment; filename="${saved}"`);
  });

  it('has one plain name, whatever it is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(dispositionOf(name)).toMatch(/^attachment; filename="\w[\w.-]*"$/);
      }),
    );
  });
});
