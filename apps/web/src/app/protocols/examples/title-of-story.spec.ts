import { titleOfStory } from './title-of-story';

describe('the title of a story', () => {
  it.each([
    ['Orme est né un 29 février. Il est mineur.', 'Orme est né un 29 février', 'Il est mineur.'],
    ['Une impression ne lance rien.', 'Une impression ne lance rien', ''],
    ['Que faire ? Appeler.', 'Que faire ?', 'Appeler.'],
    ['« Non », dit-elle à 17.5 ans. Fin.', '« Non », dit-elle à 17.5 ans', 'Fin.'],
    ['Sans point', 'Sans point', ''],
    ['', '', ''],
    [' \n', '', ''],
  ])('is the first sentence of %j', (story, title, rest) => {
    expect(titleOfStory(story)).toEqual({ title, rest });
  });

  it('is none where the first sentence is long: nothing of it is lost', () => {
    const story = `${'très '.repeat(40)}long. Fin.`;
    expect(titleOfStory(story)).toEqual({ title: '', rest: story });
  });
});
