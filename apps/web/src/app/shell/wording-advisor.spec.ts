import { waitFor } from '@testing-library/dom';
import { TestBed } from '@angular/core/testing';
import { about, session } from '../../testing/fake-lists';
import { prepare, sent } from '../../testing/open-page';
import { Session } from '../access/session';
import { WordingAdvisor } from './wording-advisor';

const WORDING = {
  fr: { michetonneuse: 'victime d’exploitation sexuelle' },
  en: { willing: 'was led to it' },
};

describe('words that blame a child', () => {
  it('are found in both languages whatever that of the page, and left alone in what is quoted', async () => {
    const api = await prepare();
    const begun = TestBed.inject(Session).beginSession();
    (await sent(api, 'GET', '/api/about')).flush(about({}));
    (await sent(api, 'GET', '/api/session')).flush(session('caseworker'));
    await begun;
    const { advise } = TestBed.inject(WordingAdvisor);
    expect(advise('Une michetonneuse.')).toEqual([]);
    (await sent(api, 'GET', '/api/protocols/wording')).flush(WORDING);
    const found = (text: string) => advise(text).map(({ word }) => word);
    await waitFor(() => expect(found('Une michetonneuse.')).toEqual(['michetonneuse']));
    expect(found('She was willing.')).toEqual(['willing']);
    expect(found('Elle dit : « je suis une michetonneuse ».')).toEqual([]);
    expect(found('Unwilling, et calme.')).toEqual([]);
  });
});
