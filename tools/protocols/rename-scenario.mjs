// What a scenario says of protocols, renamed; see rename-ids.mjs.
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { renameNodes, renameTexts } from './rename-ids.mjs';

/** Keys below which a scenario speaks as a worked example does; everything else is told to people. */
const AS_EXAMPLES = new Map([
  ...['given', 'versions', 'do', 'expect', 'always', 'base', 'when', 'unless'].map((key) => [key, key]),
  ...['model', 'with', 'before'].map((key) => [key, 'do']),
]);
/** Keys below which every word with a place in the score, `steps:care.shelter`, or without, `shelter`, is a name. */
const NAMES = new Set(['protocol', 'start', 'order', 'without', 'loses', 'later', 'about']);
const OF_STORY = /^(expectations|questions|beats|injects|branches):/;
const TOKEN = /[A-Za-z_][\w-]*/g;

/** The text of a scenario with the names that protocols have now. */
export function renameScenario(text, names, codes) {
  const document = parseDocument(text);
  const visit = (node) => {
    if (isSeq(node)) node.items.forEach(visit);
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      const path = AS_EXAMPLES.get(String(key.value));
      if (NAMES.has(key.value)) renameNames(value, names);
      else if (path === undefined) visit(value);
      else if (isScalar(value)) value.value = renameTexts(value.value, [path], names, codes);
      else renameNodes(value, path === 'always' ? ['expect'] : [path], names, codes);
    }
  };
  visit(document.contents);
  return document.toString({ lineWidth: 0 });
}

function renameNames(node, names) {
  if (isScalar(node) && typeof node.value === 'string' && !OF_STORY.test(node.value))
    node.value = node.value.replace(TOKEN, (it, at, all) =>
      all[at + it.length] === ':' ? it : (names.get(it) ?? it),
    );
  if (isSeq(node)) for (const item of node.items) renameNames(item, names);
  if (!isMap(node)) return;
  for (const { key, value } of node.items) {
    renameNames(key, names);
    renameNames(value, names);
  }
}
