import { Component, Injectable, inject } from '@angular/core';
import { settled } from '../../../testing/settled';
import { openPage, prepare } from '../../../testing/open-page';
import type { Answered } from '../api';
import { Autosave, type KeptDraft } from './autosave';
import { UnsentDrafts } from './unsent-drafts';

@Injectable({ providedIn: 'root' })
class UnsentWords extends UnsentDrafts<string> {}

const AT = '2026-03-12T14:02:00+01:00';
const kept = (typed: string, revision: number): KeptDraft<string> => ({ typed, revision, savedAt: AT });
type Save = Answered<{ savedAt: string; revision: number }>;
const refused = (status: number) =>
  ({ ok: false, problem: { status, type: '', title: '' } }) as unknown as Save;
const arrived = (revision: number): Save => ({ ok: true, value: { savedAt: AT, revision } }) as Save;

/** Each save and each look waits for what the test answers. */
@Injectable()
class WordsAutosave extends Autosave<{ readonly id: string }, string> {
  protected readonly unsent = inject(UnsentWords);
  readonly sent: { readonly text: string; readonly revision: number; answer(said: Save): Promise<void> }[] =
    [];
  there: KeptDraft<string> | null = null;

  protected keyOf({ id }: { readonly id: string }): string {
    return id;
  }

  protected saveDraft(_: unknown, text: string, revision: number): Promise<Save> {
    return new Promise((resolve) => {
      this.sent.push({ text, revision, answer: (said) => (resolve(said), settled()) });
    });
  }

  protected async findDraft(): Promise<Answered<KeptDraft<string> | null>> {
    return { ok: true, value: this.there } as Answered<KeptDraft<string> | null>;
  }
}

@Component({ template: '', providers: [WordsAutosave] })
class Keeping {
  readonly autosave = inject(WordsAutosave);
}

async function opened() {
  await prepare();
  return openPage(Keeping);
}
const told = ({ sent }: WordsAutosave) => sent.map(({ text, revision }) => [text, revision]);

describe('saving what is typed', () => {
  const one = { id: 'one' };

  it('takes its own text, whose answer was lost, for no other', async () => {
    const { autosave } = (await opened()).componentInstance;
    autosave.beginDraft(one, kept('avant', 3), '');
    autosave.takeTyped('le mien');
    void autosave.flush();
    autosave.there = kept('le mien', 4);
    await autosave.sent[0]?.answer(refused(412));
    expect([autosave.conflict(), autosave.state().kind, autosave.hasUnsent()]).toEqual([
      null,
      'draft-kept',
      false,
    ]);
    autosave.takeTyped('le mien, encore');
    void autosave.flush();
    expect(told(autosave).at(-1)).toEqual(['le mien, encore', 4]);
  });

  it('begins a draft of its own where that of the server was thrown away meanwhile, and asks no second time at once', async () => {
    const { autosave } = (await opened()).componentInstance;
    autosave.beginDraft(one, kept('avant', 3), '');
    autosave.takeTyped('le mien');
    void autosave.flush();
    await autosave.sent[0]?.answer(refused(412));
    expect(told(autosave)).toEqual([
      ['le mien', 3],
      ['le mien', 0],
    ]);
    await autosave.sent[1]?.answer(refused(412));
    expect([autosave.sent.length, autosave.state().kind]).toEqual([2, 'in-tab']);
  });

  it('goes on from the other text when that one is chosen', async () => {
    const { autosave } = (await opened()).componentInstance;
    autosave.beginDraft(one, kept('avant', 3), '');
    autosave.takeTyped('le mien');
    void autosave.flush();
    autosave.there = kept('le leur', 7);
    await autosave.sent[0]?.answer(refused(412));
    expect([autosave.conflict()?.typed, autosave.state().kind]).toEqual(['le leur', 'to-review']);
    expect(await autosave.flush()).toBe(false);
    autosave.settleConflict('le leur');
    expect([await autosave.flush(), autosave.sent.length, autosave.hasUnsent()]).toEqual([true, 1, false]);
  });

  it('brings both texts where another draft was begun while a save was on its way', async () => {
    const { autosave } = (await opened()).componentInstance;
    autosave.beginDraft(one, null, '');
    autosave.takeTyped('du premier');
    void autosave.flush();
    autosave.beginDraft({ id: 'two' }, kept('', 5), '');
    autosave.takeTyped('du second');
    void autosave.flush();
    await autosave.sent[0]?.answer(arrived(1));
    await autosave.sent[1]?.answer(arrived(6));
    expect(told(autosave)).toEqual([
      ['du premier', 0],
      ['du second', 5],
    ]);
    expect(autosave.state().kind).toBe('draft-kept');
  });

  it('finds in the tab what never arrived, also where the server has nothing', async () => {
    const page = await opened();
    const { autosave } = page.componentInstance;
    autosave.beginDraft(one, null, 'proposé');
    autosave.takeTyped('hors ligne');
    void autosave.flush();
    await autosave.sent[0]?.answer(refused(503));
    expect([autosave.state().kind, autosave.findTyped(one, null)]).toEqual(['in-tab', 'hors ligne']);
    expect(autosave.beginDraft({ ...one }, null, 'hors ligne')).toBe('hors ligne');
    expect(told(autosave).at(-1)).toEqual(['hors ligne', 0]);
    await autosave.sent[1]?.answer(arrived(1));
    expect(autosave.findTyped(one, null)).toBe(null);
  });

  it('keeps nothing of what was typed and taken away again', async () => {
    const { autosave } = (await opened()).componentInstance;
    autosave.beginDraft(one, kept('avant', 3), '');
    autosave.takeTyped('avant, et un mot');
    autosave.takeTyped('avant');
    expect([await autosave.flush(), autosave.sent.length, autosave.findTyped(one, null)]).toEqual([
      true,
      0,
      null,
    ]);
  });

  it('saves nothing more of what was sent or thrown away', async () => {
    const { autosave } = (await opened()).componentInstance;
    autosave.beginDraft(one, null, '');
    autosave.takeTyped('fait');
    autosave.forget();
    autosave.takeTyped('encore');
    expect([await autosave.flush(), autosave.sent.length, autosave.findTyped(one, null)]).toEqual([
      true,
      0,
      null,
    ]);
  });
});
