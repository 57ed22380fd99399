import { readYamlCursor } from './yaml-cursor';

const DOCUMENT = `protocol: shelter
steps:
  - id: talk
    by: [TS]
    due: { within: 8 days, from: run }
  - id: decide
`;

describe('the place of a cursor in YAML', () => {
  it.each([
    ['a key of the whole', 'proto', [], true, 'proto'],
    ['a value', 'protocol: she', ['protocol'], false, 'she'],
    ['a key of a step', `${DOCUMENT}    fie`, ['steps'], true, 'fie'],
    ['a value of a step', `${DOCUMENT}    when: dan`, ['steps', 'when'], false, 'dan'],
    ['a key inside braces', `${DOCUMENT}    due: { wi`, ['steps', 'due'], true, 'wi'],
    [
      'a value inside braces',
      `${DOCUMENT}    due: { within: 8 days, from: ta`,
      ['steps', 'due', 'from'],
      false,
      'ta',
    ],
    ['an item of a list', `${DOCUMENT}    fields: [danger, nig`, ['steps', 'fields'], false, 'nig'],
    ['a key in an item that begins', 'steps:\n  - i', ['steps'], true, 'i'],
  ])('%s', (_, text, path, isKey, word) => {
    expect(readYamlCursor(text)).toMatchObject({ path, isKey, word });
  });

  it('keeps what stands before the word', () => {
    expect(readYamlCursor('steps:\n  - when: papers = "va').before).toBe('papers = "');
  });
});
