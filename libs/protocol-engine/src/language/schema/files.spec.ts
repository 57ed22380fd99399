import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_KINDS, fileSchema } from './files';

const FOLDER = join(__dirname, '../../../../../protocols/schema');

describe('published schemas', () => {
  it.each(FILE_KINDS)('%s.schema.json is what the code uses', (kind) => {
    const published: unknown = JSON.parse(readFileSync(join(FOLDER, `${kind}.schema.json`), 'utf8'));
    // If this fails: `repere protocol schema`.
    expect(published).toEqual(JSON.parse(JSON.stringify(fileSchema(kind))));
  });

  it.each(FILE_KINDS)('%s: every reference has its definition', (kind) => {
    const schema = fileSchema(kind);
    const names = [...JSON.stringify(schema).matchAll(/#\/\$defs\/(\w+)/g)].map(([, name]) => name);
    expect(Object.keys(schema['$defs'] as object)).toEqual(expect.arrayContaining(names));
  });

  it('explains every key of a step to the editor', () => {
    const step = (fileSchema('protocol')['$defs'] as Record<string, { properties: Record<string, object> }>)[
      'stepDefinition'
    ];
    for (const property of Object.values(step?.properties ?? {})) {
      expect('description' in property || '$ref' in property).toBe(true);
    }
  });
});
