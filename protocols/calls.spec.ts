import { calledIn, loadCalls, loadLibrary, newestVersions } from '@repere/protocol';
import { readFiles } from './read-files';

const files = readFiles();
const library = loadLibrary(files);
const { calls, problems } = loadCalls(files['calls.yaml'] ?? '', 'calls.yaml', library);

/** Words of guidance by which a step sends its reader to somebody on call. */
const SENDS_TO =
  /permanence|astreinte|\bUMJ\b|(?:appelez|rappelez|prévenez|aviser|prévenir) (?:l[ea] )?(?:le |la )?(?:parquet|procureur|CRIP)/i;

it('names steps and parts that there are', () => {
  expect(problems).toEqual([]);
});

it('leaves no step that says to call somebody on duty without whom', () => {
  const silent = newestVersions(library.documents).flatMap(({ protocol, steps }) =>
    steps
      .filter(({ title, guidance }) => SENDS_TO.test(`${title.fr} ${guidance?.fr ?? ''}`))
      .filter((step) => calls && calledIn(calls, protocol, step).length === 0)
      .map(({ id }) => `${protocol}.${id}`),
  );
  expect(silent).toEqual([]);
});
