import ts from 'typescript';

const HEADER = '// Printed by `npm run print-contract` from what the API describes.\n';

/** Generated types, none of whose fields and lists can be written. */
export function readonlyTypes(text) {
  const file = ts.createSourceFile('types.ts', text, ts.ScriptTarget.Latest, true);
  const inserts = [];
  const visit = (node) => {
    if (ts.isPropertySignature(node) || ts.isIndexSignatureDeclaration(node))
      inserts.push([node.getStart(), 'readonly ']);
    if (ts.isTypeReferenceNode(node) && node.typeName.getText() === 'Array')
      inserts.push([node.getStart(), 'Readonly']);
    ts.forEachChild(node, visit);
  };
  // Where the API is, is not the contract's.
  const own = file.statements.filter((it) => it.name?.text !== 'ClientOptions');
  own.forEach(visit);
  let printed = HEADER;
  for (const statement of own) {
    let at = statement.getFullStart();
    for (const [place, insert] of inserts.filter(([it]) => it >= at && it < statement.end)) {
      printed += text.slice(at, place) + insert;
      at = place;
    }
    printed += text.slice(at, statement.end);
  }
  return `${printed}\n`;
}
