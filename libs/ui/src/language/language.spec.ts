import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { renderComponent } from '../testing/render-component';
import { uiEnglish as en } from './english';
import { uiFrench as fr } from './french';
import { Language, type LanguageCode } from './language';

@Component({
  template: `<input aria-label="x" />
    <p>{{ t('ui.status.done') }}</p>`,
})
class Page {
  protected readonly t = inject(Language).t;
}

function keysOf(words: object, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}

describe('Language', () => {
  it('switches in place, without losing what was typed', async () => {
    const { nativeElement, whenStable } = await renderComponent(Page).then((fixture) => ({
      nativeElement: fixture.nativeElement,
      whenStable: () => fixture.whenStable(),
    }));
    nativeElement.querySelector('input').value = 'tapé';
    await TestBed.inject(Language).use('en');
    await whenStable();
    expect(nativeElement.querySelector('p').textContent).toBe('Done');
    expect(nativeElement.querySelector('input').value).toBe('tapé');
    expect(document.documentElement.lang).toBe('en');
  });

  it('sets words of both languages with the signs of print, however they were typed', async () => {
    await renderComponent(Page);
    const language = TestBed.inject(Language);
    const words = {
      fr: "L'enfant dit : « J'ai peur ! » ; il est 20:30.",
      en: `The child's word: "I'm afraid", at 20:30. "Yes."`,
    };
    await language.use('fr');
    expect(language.localize(words)).toBe('L’enfant dit : «\u00a0J’ai peur !\u00a0» ; il est 20:30.');
    await language.use('en');
    expect(language.localize(words)).toBe('The child’s word: “I’m afraid”, at 20:30. “Yes.”');
  });

  describe('words of a part', () => {
    const words = (code: LanguageCode) => Promise.resolve({ part: { title: `titre ${code}` } });

    it('are there in the language that is shown, and in the one that is shown later', async () => {
      await renderComponent(Page);
      const language = TestBed.inject(Language);
      await language.useAlso(words);
      expect([language.t('part.title'), language.t('ui.status.done')]).toEqual(['titre fr', 'Fait']);
      await language.use('en');
      expect([language.t('part.title'), language.t('ui.status.done')]).toEqual(['titre en', 'Done']);
    });

    it('are there when the language changes while they come', async () => {
      await renderComponent(Page);
      const language = TestBed.inject(Language);
      let come = (): void => undefined;
      const waited = new Promise<void>((done) => (come = done));
      const loading = language.useAlso(async (code) => (await waited, words(code)));
      const switching = language.use('en');
      come();
      await Promise.all([loading, switching]);
      expect(language.t('part.title')).toBe('titre en');
    });

    it('are asked for again after they did not come', async () => {
      await renderComponent(Page);
      const language = TestBed.inject(Language);
      let isThere = false;
      const load = (code: LanguageCode) => (isThere ? words(code) : Promise.reject(new Error('no network')));
      await expect(language.useAlso(load)).rejects.toThrow('no network');
      await language.use('en');
      isThere = true;
      await language.useAlso(load);
      expect(language.t('part.title')).toBe('titre en');
    });
  });

  it('has the same words in both languages', () => {
    expect(keysOf(en)).toEqual(keysOf(fr));
  });
});
