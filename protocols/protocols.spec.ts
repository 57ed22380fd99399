import { checkLibrary, loadLibrary } from '@repere/protocol-engine';
import { readFiles } from './read-files';

const library = loadLibrary(readFiles());

describe('the protocols', () => {
  it('have no error that the checker knows', () => {
    const errors = checkLibrary(library).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`)).toEqual([]);
  });
});
