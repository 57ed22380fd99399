import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Change, Fault } from './faults';

type Files = Readonly<Record<string, string>>;

/** The files with the fault in them. Throws if the part isn't there any more: then the list is out of date. */
export function plantFault(files: Files, { protocol, version, part, by, also = [] }: Fault): Files {
  const path = `${protocol}/${version}/protocol.yaml`;
  const document = parseDocument(files[path] ?? '', { version: '1.2', schema: 'core' });
  for (const change of [{ part, by }, ...also]) writeDocument(document, change, path);
  return { ...files, [path]: document.toString({ lineWidth: 0 }) };
}

/** What stands at a part now, for the table; nothing where a fault adds it. */
export function partNow(files: Files, { protocol, version, part }: Fault): unknown {
  const document = parseDocument(files[`${protocol}/${version}/protocol.yaml`] ?? '', { version: '1.2' });
  const place = wayTo(document, part);
  const found = place ? document.getIn(place, true) : undefined;
  return isScalar(found) ? found.value : found;
}

function writeDocument(document: Document.Parsed, { part, by }: Change, file: string): void {
  const place = wayTo(document, part);
  if (!place || (by === null && !document.hasIn(place))) throw new Error(`${file} has no ${part}`);
  if (by === null) document.deleteIn(place);
  else document.setIn(place, document.createNode(by));
}

/** Keys and indexes of a part; a step, opening, outcome or safeguard goes by its id, the second of an id with `#2`. */
function wayTo(document: Document.Parsed, part: string): (string | number)[] | null {
  const way: (string | number)[] = [];
  for (const word of part.split('.')) {
    const here = way.length === 0 ? document.contents : document.getIn(way, true);
    if (!isSeq(here)) {
      way.push(word);
      continue;
    }
    const [id = word, nth = '1'] = word.split('#');
    const places = here.items.flatMap((item, place) =>
      isMap(item) && (item.get('id') ?? item.get('part')) === id ? [place] : [],
    );
    const place = /^\d+$/.test(word) ? Number(word) : places[Number(nth) - 1];
    if (place === undefined) return null;
    way.push(place);
  }
  return way;
}
