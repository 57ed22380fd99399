import { languageName } from './language-name';

it.each([
  ['ps', 'fr', 'pachto'],
  ['fr-CA', 'en', 'Canadian French'],
  ['fr-1', 'fr', 'fr-1'],
  ['qaa', 'fr', 'qaa'],
] as const)('%s in %s is %s', (tag, screen, name) => {
  expect(languageName(tag, screen)).toBe(name);
});
