import { guidanceLines } from './guidance-lines';

describe('guidance', () => {
  it('is told one sentence a line', () => {
    expect(guidanceLines("Le danger d'abord.  Appelez le 17 !\nHeure inconnue ?")).toEqual([
      "Le danger d'abord.",
      'Appelez le 17 !',
      'Heure inconnue ?',
    ]);
  });

  it('keeps what is said to the child in one piece', () => {
    expect(guidanceLines('Dites : « Tu peux venir. Je reviens. » Un refus ne ferme rien.')).toEqual([
      'Dites : « Tu peux venir. Je reviens. »',
      'Un refus ne ferme rien.',
    ]);
  });

  it('loses no word', () => {
    const text = 'Selon art. 388. Sans point final';
    expect(guidanceLines(text).join(' ')).toBe(text);
  });
});
