import { listed, sentence } from './words';
import { text } from '@repere/feel';

it('parts titles by semicolons, since a title may hold commas', () => {
  expect(listed([text('Papiers, langue', 'Papers, language'), text('Âge', 'Age')])).toEqual({
    fr: 'Papiers, langue ; Âge',
    en: 'Papers, language; Age',
  });
});

it('leaves the question mark of a title the last sign of its sentence', () => {
  expect(
    sentence(text('Possible quand on saura : Le sait-on ?.', 'Possible once known: Is it known?.')),
  ).toEqual({
    fr: 'Possible quand on saura : Le sait-on ?',
    en: 'Possible once known: Is it known?',
  });
  expect(sentence(text('Fait.', 'Done.'))).toEqual({ fr: 'Fait.', en: 'Done.' });
});
