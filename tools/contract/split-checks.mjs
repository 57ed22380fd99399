import { posix } from 'node:path';
import ts from 'typescript';

const HEADER = '// Printed by `npm run print-contract` from what the API describes.\n';

/**
 * Generated checks of answers, in a file for each file of the API that describes some of them: a page loads the checks of its own
 * answers. Each says the type that it checks, so that what is checked and what is promised can't differ.
 */
export function splitChecks(text, { answers, sources }) {
  const checks = declarations(text).filter(({ name }) => answers.has(name));
  const files = Map.groupBy(checks, ({ name }) => {
    const source = sources.get(name);
    if (source === undefined) throw new Error(`No class ${name}Dto is known`);
    return source;
  });
  return [...files].map(([path, own]) => [`${path}.gen.ts`, printFile(path, own, sources)]);
}

function declarations(text) {
  const file = ts.createSourceFile('checks.ts', text, ts.ScriptTarget.Latest, true);
  return file.statements.filter(ts.isVariableStatement).map((statement) => {
    const [declaration] = statement.declarationList.declarations;
    const uses = new Set();
    const visit = (node) => {
      if (ts.isIdentifier(node) && /^v[A-Z]/.test(node.text)) uses.add(node.text.slice(1));
      ts.forEachChild(node, visit);
    };
    visit(declaration.initializer);
    return { name: declaration.name.text.slice(1), check: declaration.initializer.getText(), uses };
  });
}

function printFile(path, own, sources) {
  const here = new Set(own.map(({ name }) => name));
  const used = [...new Set(own.flatMap(({ uses }) => [...uses]))].filter((name) => !here.has(name)).sort();
  const from = (target) => {
    const relative = posix.relative(posix.dirname(path), target);
    return relative.startsWith('.') ? relative : `./${relative}`;
  };
  const imports = [...Map.groupBy(used, (name) => sources.get(name))]
    .map(
      ([source, names]) =>
        `import { ${names.map((name) => `v${name}`).join(', ')} } from '${from(source)}.gen';\n`,
    )
    .sort();
  return [
    HEADER,
    "import * as v from 'valibot';\n",
    `import type * as t from '${from('types')}.gen';\n`,
    ...imports,
    ...own.map(({ name, check }) => `\nexport const v${name}: v.GenericSchema<t.${name}> = ${check};\n`),
  ].join('');
}
