import { renderComponent } from '../testing/render-component';
import { StatusWord } from './status-word';

describe('StatusWord', () => {
  it.each([
    ['ready', 'À faire'],
    ['to-confirm', 'À faire (à confirmer)'],
    ['done-to-approve', 'En cours (en vigueur, à valider)'],
    ['done', 'Fait'],
    ['waived', 'Fait (écarté, avec motif)'],
    ['blocked', 'Pas encore possible'],
    ['not-applicable', 'Ne s’applique pas'],
  ])('says %s as “%s”', async (state, words) => {
    const { nativeElement } = await renderComponent(StatusWord, { state });
    expect(nativeElement.textContent.replace(/\s+/g, ' ').trim()).toBe(words);
  });

  it('says a step with a draft is started, in English too', async () => {
    const { nativeElement } = await renderComponent(StatusWord, { state: 'ready', hasDraft: true }, 'en');
    expect(nativeElement.textContent.trim()).toBe('Started');
  });

  it.each([
    [{ state: 'ready', isSuspended: true }, 'Pas encore possible (suspendu : l’enfant n’est pas là)'],
    [{ state: 'done', isDueAgain: true }, 'Fait (à refaire)'],
  ] as const)('says that a step waits for the child, or is due again: %j', async (inputs, words) => {
    const { nativeElement } = await renderComponent(StatusWord, inputs);
    expect(nativeElement.textContent.replace(/\s+/g, ' ').trim()).toBe(words);
  });

  it('puts the word before the icon, and hides the icon from screen readers', async () => {
    const { nativeElement } = await renderComponent(StatusWord, { state: 'done' });
    expect(nativeElement.firstElementChild.textContent).toBe('Fait');
    expect(nativeElement.querySelector('svg').getAttribute('aria-hidden')).toBe('true');
  });
});
