import type { ProtocolDocument, SharedDocument } from '../documents/document';
import { loadLibrary } from '../load/load-library';
import { exchange, FACTS, PROTOCOL, SOURCES } from '../testing/small-library';
import { listReferences } from './list-references';
import { loadAnswers } from './load-answers';
import { newestVersions } from './newest-versions';
import { printTraceability } from './print-traceability';
import { traceItems } from './trace-items';

const ANSWERS = `items:
  S19:
    answers:
      - { kind: page, path: /ma-journee, title: { fr: Ma journée, en: My day } }
    notYet: { fr: Pas encore compté, en: Not counted yet }
`;

function read(protocol = PROTOCOL): { documents: readonly ProtocolDocument[]; shared: SharedDocument } {
  const { documents, shared } = loadLibrary({
    'facts.yaml': FACTS,
    'sources.yaml': SOURCES,
    'shelter/1.0.0/protocol.yaml': protocol,
  });
  if (!shared) throw new Error('facts.yaml could not be read');
  return { documents, shared };
}

const sources = loadLibrary({ 'sources.yaml': SOURCES }).sources;

describe('what answers the report', () => {
  const { answers } = loadAnswers(ANSWERS, 'answers.yaml');

  it('comes from the basis of protocol and steps, then from what is beside them', () => {
    const [line] = traceItems({ ...read(), sources }, answers ?? {});
    expect(line).toMatchObject({ item: 'S19', notYet: { en: 'Not counted yet' } });
    expect(line?.answers.map(({ kind, id, path }) => [kind, id ?? path])).toEqual([
      ['protocol', undefined],
      ['step', 'find_place'],
      ['step', 'night'],
      ['page', '/ma-journee'],
    ]);
  });

  it('is nothing when nothing cites the item', () => {
    const none = PROTOCOL.replaceAll('S19', 'G02');
    expect(traceItems({ ...read(none), sources }, {})).toMatchObject([
      { item: 'S19', answers: [], notYet: null },
    ]);
  });

  it('is printed with what is not yet', () => {
    const text = printTraceability(traceItems({ ...read(), sources }, answers ?? {}));
    expect(text).toContain('- Step: Find (`shelter`, `find_place`)');
    expect(text).toContain('- **Not yet**: Not counted yet');
  });

  it('is refused where it is written wrong, with the place', () => {
    const { problems } = loadAnswers(exchange(ANSWERS, 'kind: page', 'kind: pages'), 'answers.yaml');
    expect(problems).toMatchObject([{ file: 'answers.yaml', line: 4, severity: 'error' }]);
  });
});

describe('what stands on a legal reference', () => {
  it('is told with how sure it is, a deadline counting for its step', () => {
    const [F31, F99] = listReferences({ ...read(), sources });
    expect(F31).toMatchObject({ code: 'F31', confidence: 'B', inForce: null, aliases: [] });
    expect(F31?.citedBy.map(({ id }) => id)).toEqual([undefined, 'judge']);
    expect(F99).toMatchObject({ confidence: 'U', citedBy: [] });
  });
});

describe('the newest versions', () => {
  it('are one a protocol, 1.10.0 after 1.9.0', () => {
    const [document] = read().documents;
    if (!document) throw new Error('no document');
    const versions = ['1.9.0', '1.10.0', '1.2.0'].map((version) => ({ ...document, version }));
    expect(newestVersions(versions).map(({ version }) => version)).toEqual(['1.10.0']);
  });
});
