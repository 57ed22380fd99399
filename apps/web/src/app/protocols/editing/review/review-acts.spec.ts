import type { HttpTestingController } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { ProtocolDraft } from '@repere/contract';
import { openPage, prepare, sent } from '../../../../testing/open-page';
import { DraftSession } from '../draft-session';
import { draft } from '../testing/fake-draft';
import { ReviewActs } from './review-acts';

@Component({
  imports: [ReviewActs],
  providers: [DraftSession],
  template: `
    @if (session.draft()) {
      <app-review-acts />
    }
  `,
})
class Reviewing {
  readonly session = inject(DraftSession);
}

const both = (words: string) => ({ fr: words, en: words });
let api: HttpTestingController;

async function shown(change: Partial<ProtocolDraft>) {
  api = await prepare();
  const fixture = await openPage(Reviewing);
  const loaded = fixture.componentInstance.session.loadDraft('d1');
  (await sent(api, 'GET', '/api/protocol-drafts/d1')).flush(draft(change));
  await loaded;
  await fixture.whenStable();
  return fixture;
}

describe('reviewing and publishing', () => {
  afterEach(() => document.body.replaceChildren());

  it('too early, leads to what is missing, with the story of the child', async () => {
    const story = both('Un enfant reste dehors.');
    await shown({
      blockedBy: [
        { code: 'no-change-notes', text: both('Dites ce qui change.') },
        {
          code: 'broken-safeguard',
          text: both('Promesse rompue.'),
          story,
          lines: [both('Il attend.'), both('Personne ne vient.')],
        },
      ],
    });
    await userEvent.click(screen.getByRole('button', { name: 'Publier la version 1.1.0' }));
    const missing = screen.getByRole('region', { name: 'Il manque 2 choses avant de publier' });
    expect(document.activeElement).toBe(missing);
    expect(within(missing).getByRole('link', { name: 'Aller à ce qui change' })).toBeTruthy();
    expect(within(missing).getByText('Un enfant reste dehors.')).toBeTruthy();
    expect(within(missing).getByText('Personne ne vient.')).toBeTruthy();
  });

  it('offers a second person what they may do, and no other', async () => {
    await shown({ state: 'in-review', may: ['comment', 'approve', 'send-back'] });
    expect(screen.getByRole('button', { name: 'Approuver la révision 3' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Publier|Soumettre|Abandonner/ })).toBeNull();
  });

  it('sends back with the reason only', async () => {
    const fixture = await shown({ state: 'in-review', may: ['comment', 'approve', 'send-back'] });
    await userEvent.click(screen.getByRole('button', { name: 'Renvoyer à l’auteur' }));
    await fixture.whenStable();
    const form = within(screen.getByLabelText('Ce qui doit changer').closest('form') as HTMLElement);
    await userEvent.click(form.getByRole('button', { name: 'Renvoyer à l’auteur' }));
    await fixture.whenStable();
    expect(form.getByText('Dites à l’auteur ce qui doit changer.')).toBeTruthy();
    await userEvent.type(form.getByRole('textbox'), 'Un toit');
    await userEvent.click(form.getByRole('button', { name: 'Renvoyer à l’auteur' }));
    const request = await sent(api, 'POST', '/api/protocol-drafts/d1/send-back');
    expect(request.request.body).toEqual({ reason: 'Un toit' });
    expect(request.request.headers.get('If-Match')).toBe('"3"');
  });

  it('leads to the version once it is published', async () => {
    await shown({ state: 'published', may: [] });
    expect(screen.getByRole('link', { name: 'La lire' }).getAttribute('href')).toBe(
      '/protocoles/shelter/1.1.0',
    );
  });
});
