import type { HttpTestingController } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { TriedLessons } from '@repere/contract';
import { openPage, prepare, sent } from '../../../../testing/open-page';
import { DraftSession } from '../draft-session';
import { draft } from '../testing/fake-draft';
import { TriedLessonsView } from './tried-lessons';

@Component({
  imports: [TriedLessonsView],
  providers: [DraftSession],
  template: `
    @if (session.draft()) {
      <app-tried-lessons />
    }
  `,
})
class Trying {
  readonly session = inject(DraftSession);
}

const NONE: TriedLessons['own'] = { total: 0, tried: 0, changed: 0, isStopped: false, mine: [] };
const both = (words: string) => ({ fr: words, en: words });

async function tried(answer: TriedLessons): Promise<void> {
  const api: HttpTestingController = await prepare();
  const fixture = await openPage(Trying);
  const loaded = fixture.componentInstance.session.loadDraft('d1');
  (await sent(api, 'GET', '/api/protocol-drafts/d1')).flush(draft());
  await loaded;
  await fixture.whenStable();
  await userEvent.click(screen.getByRole('button', { name: 'Rejouer les exercices' }));
  (await sent(api, 'GET', '/api/protocol-drafts/d1/lessons')).flush(answer);
  await fixture.whenStable();
}

describe('exercises told with a draft', () => {
  afterEach(() => document.body.replaceChildren());

  it('say how many must be written anew, with the child and why', async () => {
    await tried({
      total: 12,
      isStopped: false,
      own: NONE,
      lessons: [
        {
          ...{ scenario: 'a', title: both('La nuit'), child: 'Silex' },
          faults: [{ of: 'model', text: both('Le déroulé modèle perd un point.') }],
        },
        { scenario: 'b', title: both('Le jour'), child: 'Ambre', faults: [] },
      ],
    });
    expect(await screen.findByText('1 exercice sur 12 à réécrire avant de l’enseigner.')).toBeTruthy();
    expect(screen.getByText('avec Silex')).toBeTruthy();
    expect(screen.getByText('Le déroulé modèle perd un point.')).toBeTruthy();
    expect(screen.getByText('se joue comme avant')).toBeTruthy();
  });

  it('say of what trainers wrote how many, and the title to its author', async () => {
    await tried({
      ...{ total: 12, isStopped: false, lessons: [] },
      own: {
        ...{ total: 7, tried: 5, changed: 2, isStopped: false },
        mine: [
          {
            ...{ scenario: 'c', title: both('Mon cas'), child: 'Saule' },
            faults: [{ of: 'model', text: both('Le déroulé modèle perd un point.') }],
          },
        ],
      },
    });
    expect(
      await screen.findByText(/2 sur 5 à réécrire\..* 2 n’ont pas été rejoués, faute de temps\.$/),
    ).toBeTruthy();
    expect(screen.getByText('– le vôtre')).toBeTruthy();
    expect(screen.getByRole('heading', { name: /^Mon cas/ })).toBeTruthy();
  });

  it('say that nothing is known when telling them was stopped', async () => {
    await tried({ total: 12, isStopped: true, lessons: [], own: NONE });
    expect(await screen.findByText(/Rien n’est connu\.$/)).toBeTruthy();
  });
});
