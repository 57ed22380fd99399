import { describedBy } from './described-by';
import { FILE_KINDS, fileSchema } from './files';

describe('schemas of files', () => {
  it.each(FILE_KINDS)('%s: every reference has its definition', (kind) => {
    const schema = fileSchema(kind);
    const names = [...JSON.stringify(schema).matchAll(/#\/\$defs\/(\w+)/g)].map(([, name]) => name);
    expect(Object.keys(schema['$defs'] as object)).toEqual(expect.arrayContaining(names));
  });

  it.each(FILE_KINDS)('%s: what each place is for is said in French too', (kind) => {
    const untranslated = schemasIn(fileSchema(kind)).filter((schema) => {
      const said = describedBy(schema);
      return said !== undefined && said.fr === said.en && !SAME.includes(said.en);
    });
    expect(untranslated).toEqual([]);
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

/** Periods are written in English, in either language. */
const SAME: readonly string[] = ['at once, end of day, 48 hours, 8 days, 5 working days, 3 months, 1 year.'];

function schemasIn(node: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.values(node).flatMap(schemasIn);
  return Array.isArray(node) ? inner : [node as Record<string, unknown>, ...inner];
}
