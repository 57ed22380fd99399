import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import { answersOf, onlyShapes } from './answer-schemas.mjs';
import { lengthsOfFields } from './lengths-of-fields.mjs';
import { readonlyTypes } from './readonly-types.mjs';
import { routesType } from './routes-type.mjs';
import { splitChecks } from './split-checks.mjs';
import { sourcesOfSchemas } from './sources-of-schemas.mjs';

/** Files of `libs/contract/src`, by name: types of everything that is sent or answered and of its paths, lengths of what is sent, and checks of answers beside their origin. */
export async function generateContract(document) {
  const { types, checks } = await generate(document);
  return new Map([
    ['types.gen.ts', readonlyTypes(types)],
    ['routes.gen.ts', routesType(document)],
    ['lengths.gen.ts', lengthsOfFields(document)],
    ...splitChecks(checks, { answers: answersOf(document), sources: sourcesOfSchemas() }),
  ]);
}

/** What the generator writes; it wants a folder. */
async function generate(document) {
  const path = mkdtempSync(join(tmpdir(), 'repere-contract-'));
  try {
    await createClient({
      input: onlyShapes(document),
      output: { path, header: [] },
      logs: { level: 'silent', file: false },
      parser: { transforms: { schemaName: (name) => name.replace(/Dto$/, '') } },
      plugins: [
        '@hey-api/typescript',
        { name: 'valibot', requests: false, responses: false, comments: false, '~resolvers': { object } },
      ],
    });
    const read = (file) => readFileSync(join(path, file), 'utf8');
    return { types: read('types.gen.ts'), checks: read('valibot.gen.ts') };
  } finally {
    rmSync(path, { recursive: true });
  }
}

/** The plugin leaves values of a map unchecked unless they have one `type`: a reference, a choice and a value or null have none. */
function object(context) {
  const values = context.schema.additionalProperties;
  if (values)
    context.nodes.additionalProperties = ({ walk, path, plugin, pipes, applyModifiers, _childResults }) => {
      const result = walk(values, { path, plugin });
      _childResults.push(result);
      return pipes.toNode(applyModifiers(result, { optional: false }).pipes, plugin);
    };
  return context.nodes.base(context);
}
