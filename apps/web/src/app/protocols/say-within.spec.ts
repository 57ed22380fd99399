import { TestBed } from '@angular/core/testing';
import { Language } from '@repere/ui';
import { prepare } from '../../testing/open-page';
import { sayWithin } from './say-within';

describe('a period of a protocol', () => {
  it('is told in words', async () => {
    await prepare();
    const language = TestBed.inject(Language);
    expect(
      ['at once', 'end of day', '48 hours', '1 day', '5 working days', '3 months', 'two moons'].map((within) =>
        sayWithin(within, language),
      ),
    ).toEqual(['sans délai', 'avant la fin du jour', '48 heures', '1 jour', '5 jours ouvrés', '3 mois', 'two moons']);
  });
});
