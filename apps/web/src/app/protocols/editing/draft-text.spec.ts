import { setVersion } from './changes/set-version';
import { contentOf, isSameText, NO_TEXT, textOf } from './draft-text';
import { nextExamplePath } from './proof/next-example-path';
import { lineOfId } from './text/line-of-id';

describe('the text of a draft', () => {
  it('comes back from the server as it went there', () => {
    const text = {
      files: { 'protocol.yaml': 'a' },
      notesFr: 'Deux',
      notesEn: 'Two',
      inForceFrom: '2026-03-01',
    };
    const { files, changeNotes = null, inForceFrom = null } = contentOf(text);
    expect(textOf({ files, changeNotes, inForceFrom })).toEqual(text);
  });

  it('sends notes in both languages or not at all', () => {
    expect(contentOf({ ...NO_TEXT, notesFr: 'Deux' }).changeNotes).toBeUndefined();
  });

  it('is another as soon as a file differs, comes or goes', () => {
    const text = { ...NO_TEXT, files: { a: '1' } };
    expect(isSameText(text, { ...text, files: { a: '1' } })).toBe(true);
    expect(isSameText(text, { ...text, files: { a: '2' } })).toBe(false);
    expect(isSameText(text, { ...text, files: { a: '1', b: '' } })).toBe(false);
  });

  it('takes another number where it names itself, and nowhere else', () => {
    const files = { 'protocol.yaml': 'protocol: a\nversion: 1.0.0\n# 1.0.0', 'en.yaml': 'of: a@1.0.0\n' };
    expect(setVersion(files, '1.1.0')).toEqual({
      'protocol.yaml': 'protocol: a\nversion: 1.1.0\n# 1.0.0',
      'en.yaml': 'of: a@1.1.0\n',
    });
  });

  it('knows the line of a step', () => {
    expect(lineOfId('steps:\n  - id: talk\n  - { id: decide, by: [TS] }\n', 'decide')).toBe(3);
    expect(lineOfId('steps:\n  - id: talk\n', 'tal')).toBeNull();
  });

  it('keeps a story after the examples that are there', () => {
    expect(
      nextExamplePath(['protocol.yaml', 'examples/09-a.yaml', 'examples/12-b.yaml'], 'Nobody waits'),
    ).toBe('examples/13-nobody-waits.yaml');
  });
});
