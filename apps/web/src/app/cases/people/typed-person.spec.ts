import { NEW_PERSON, toPersonInput, typePerson } from './typed-person';

describe('a person around the child', () => {
  it('needs a name or description and a relation', () => {
    expect(toPersonInput(NEW_PERSON)).toBeNull();
    expect(toPersonInput({ ...NEW_PERSON, name: 'l’oncle' })).toBeNull();
    expect(toPersonInput({ ...NEW_PERSON, name: ' l’oncle ', relation: 'relative' })).toEqual({
      name: 'l’oncle',
      relation: 'relative',
    });
  });

  it('comes back as it was', () => {
    const input = {
      name: 'Samia',
      relation: 'parent',
      familyRole: 'protective',
      livesWithChild: 'yes',
      mayContact: 'no',
      contact: 'par la tante',
    } as const;
    expect(toPersonInput(typePerson({ ...input, id: 'p1', mayBeContacted: false }))).toEqual(input);
  });
});
