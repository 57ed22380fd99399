import { checkLibrary, loadLibrary } from '@repere/protocol';
import { readProtocolFiles } from '../protocols/read-protocol-files';
import { TOWN_PROTOCOLS } from './test-service';

describe('the made-up protocols on which tests of the service stand', () => {
  it('have no fault', () => {
    const library = loadLibrary(readProtocolFiles(TOWN_PROTOCOLS));
    expect(checkLibrary(library).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
