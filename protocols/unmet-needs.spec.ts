import { loadLibrary, loadUnmetNeeds } from '@repere/protocol';
import { readFiles } from './read-files';

const files = readFiles();
const { shared } = loadLibrary(files);

it('notes what nobody meets in a list that there is, in its own codes', () => {
  if (!shared) throw new Error('facts.yaml has errors');
  const { problems } = loadUnmetNeeds(files['unmet-needs.yaml'] ?? '', 'unmet-needs.yaml', shared);
  expect(problems).toEqual([]);
});
