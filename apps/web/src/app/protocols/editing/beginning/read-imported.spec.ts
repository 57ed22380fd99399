import { asVersion } from './read-imported';

const read = (...paths: string[]) => asVersion(new Map(paths.map((path) => [path, `# ${path}`])));

describe('files that are imported', () => {
  it('are those of the folder in which protocol.yaml lies, whatever is around it', () => {
    const imported = read(
      'shelter/1.0.0/protocol.yaml',
      'shelter/1.0.0/en.yaml',
      'shelter/1.0.0/examples/01-a.yaml',
    );
    expect(imported.ok && Object.keys(imported.files)).toEqual([
      'protocol.yaml',
      'en.yaml',
      'examples/01-a.yaml',
    ]);
  });

  it('may lie loose: what is none of the three is a worked example', () => {
    const imported = read('protocol.yaml', 'SOURCE.md', '01-a-night.yaml');
    expect(imported.ok && Object.keys(imported.files)).toEqual([
      'protocol.yaml',
      'SOURCE.md',
      'examples/01-a-night.yaml',
    ]);
  });

  it.each([
    [['en.yaml'], 'no-protocol'],
    [['a/1.0.0/protocol.yaml', 'a/1.1.0/protocol.yaml'], 'several'],
    [['protocol.yaml', 'photo.png'], 'unknown-file'],
    [['protocol.yaml', 'deep/er/file.yaml'], 'unknown-file'],
  ])('%j are refused: %s', (paths, why) => {
    expect(read(...paths)).toMatchObject({ ok: false, why });
  });

  it('leave what a computer puts beside them', () => {
    const imported = read('protocol.yaml', '.DS_Store');
    expect(imported.ok && Object.keys(imported.files)).toEqual(['protocol.yaml']);
  });
});
