import { Editor } from './set-up-editor';

const CRLF = 'title: Abri\r\ncode: P9\r\n';

describe('the editor of a file', () => {
  const told: string[] = [];
  let editor: Editor;
  const show = (text: string, path = 'protocol.yaml') =>
    editor.showFile({ path, text, label: 'Texte', isReadOnly: false, phrases: {} });
  const undo = () =>
    document.querySelector('.cm-content')?.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'z',
        ctrlKey: true,
        keyCode: 90,
        bubbles: true,
        cancelable: true,
      }),
    );

  beforeEach(() => {
    told.length = 0;
    editor = new Editor({
      parent: document.body,
      nonce: null,
      describedBy: 'keys',
      proposeWords: async () => ({ word: '', proposals: [] }),
      onChange: (text) => told.push(text),
      onLine: () => undefined,
    });
  });
  afterEach(() => {
    editor.destroy();
    document.body.replaceChildren();
  });

  it.each([
    ['of Windows', CRLF],
    ['of both kinds', 'a: b\r\nc: d\ne: f\n'],
    ['of Unix', CRLF.replaceAll('\r', '')],
  ])('changes nothing by showing it, with line ends %s', (_, text) => {
    show(text);
    show(text);
    expect(told).toEqual([]);
  });

  it('keeps the line ends that a file came with', () => {
    show(CRLF);
    show(CRLF.replace('Abri', 'Toit\r\nsûr'));
    expect(told.at(-1)).toBe(CRLF.replace('Abri', 'Toit\r\nsûr'));
  });

  it('takes back what a form changed', () => {
    show(CRLF);
    show(CRLF.replace('Abri', 'Toit'));
    undo();
    expect(told.at(-1)).toBe(CRLF);
  });

  it('takes it back in its own file', () => {
    show(CRLF);
    show(CRLF.replace('Abri', 'Toit'));
    show('of: a\n', 'en.yaml');
    undo();
    expect(told).toHaveLength(1);
    show(CRLF.replace('Abri', 'Toit'));
    undo();
    expect(told.at(-1)).toBe(CRLF);
  });
});
