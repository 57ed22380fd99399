import { guidanceLines } from './guidance-lines';

describe('guidance', () => {
  it('is told one sentence a line', () => {
    expect(guidanceLines("Le danger d'abord.  Appelez le 17 !\nHeure inconnue ?")).toEqual([
      "Le danger d'abord.",
      'Appelez le 17\u00a0!',
      'Heure inconnue\u00a0?',
    ]);
  });

  it('keeps what is said to the child in one piece', () => {
    expect(guidanceLines('Dites : « Tu peux venir. Je reviens. » Un refus ne ferme rien.')).toEqual([
      'Dites\u00a0: «\u00a0Tu peux venir. Je reviens.\u00a0»',
      'Un refus ne ferme rien.',
    ]);
  });

  it('loses no word', () => {
    const text = 'Selon art. 388. Sans point final';
    expect(guidanceLines(text).join(' ')).toBe(text);
  });
});
