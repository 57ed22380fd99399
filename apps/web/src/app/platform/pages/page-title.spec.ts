import { TestBed } from '@angular/core/testing';
import { Language } from '@repere/ui';
import { prepare } from '../../../testing/open-page';
import { PageTitle } from './page-title';

describe('PageTitle', () => {
  it('names the act and the reference, follows the language, marks mistakes, hides', async () => {
    await prepare();
    const title = TestBed.inject(PageTitle);
    const shown = () => {
      TestBed.tick();
      return document.title;
    };
    title.name('cases.new.title');
    expect(shown()).toBe('Nouveau dossier – Repère');
    title.name('cases.title', 'RP-7K4M-2Q');
    expect(shown()).toBe('Dossiers RP-7K4M-2Q – Repère');
    title.markFaulty(true);
    expect(shown().replace(/\u00a0/g, ' ')).toBe('Erreur : Dossiers RP-7K4M-2Q – Repère');
    await TestBed.inject(Language).use('en');
    expect(shown()).toBe('Error: Cases RP-7K4M-2Q – Repère');
    title.hide(true);
    expect(shown()).toBe('Repère');
  });

  it('says first that a training space is fictional, whatever else it says or hides', async () => {
    await prepare();
    const title = TestBed.inject(PageTitle);
    title.markFictional(true);
    const shown = () => {
      TestBed.tick();
      return document.title;
    };
    title.name('cases.new.title');
    expect(shown()).toBe('FICTIF – Nouveau dossier – Repère');
    title.markFaulty(true);
    expect(shown()).toMatch(/^FICTIF – Erreur/);
    title.hide(true);
    expect(shown()).toBe('FICTIF – Repère');
    await TestBed.inject(Language).use('en');
    expect(shown()).toBe('FICTIONAL – Repère');
  });
});
