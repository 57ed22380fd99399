import { Component, inject } from '@angular/core';
import { FormField, applyEach } from '@angular/forms/signals';
import { TestBed } from '@angular/core/testing';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { LongText, TextField } from '@repere/ui/field';
import { openPage, prepare } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { asAnswer } from '../api';
import { limitLength, requireValue } from './mistake';
import { SendingForm } from './sending-form';

@Component({
  imports: [ErrorSummary, FormField, LongText, TextField],
  template: `
    <rp-error-summary [problems]="form.problems()" />
    <form novalidate (submit)="send($event)">
      <rp-text-field
        fieldId="child-name"
        label="Nom"
        [formField]="form.fields.name"
        [problem]="form.problemOf('name')"
      />
      <rp-long-text
        fieldId="why"
        label="Pourquoi"
        [formField]="form.fields.why"
        [problem]="form.problemOf('why')"
      />
      <button>Envoyer</button>
    </form>
    <p role="status">{{ form.refusal()?.code }}</p>
  `,
})
class MadeUpForm {
  protected readonly t = inject(Language).t;
  answer: Problem | null = null;
  readonly sent: { readonly key: string; readonly name: string }[] = [];

  readonly form = new SendingForm(
    { name: '', why: '' },
    (it) => {
      requireValue(it.name, 'access.missing.login');
      limitLength(it.why, 4);
    },
    { isPage: true, ids: { name: 'child-name' }, serverNames: { name: 'child.names' } },
  );

  async send(event: Event): Promise<void> {
    await this.form.sendTyped(event, async ({ idempotencyKey }) => {
      this.sent.push({ key: idempotencyKey, name: this.form.typed().name });
      return this.answer ? { ok: false, problem: this.answer } : { ok: true, value: null, seq: null };
    });
  }
}

const refusal = (...fields: (string | undefined)[]): Problem => ({
  type: 'about:blank',
  title: 'refused',
  status: 422,
  code: 'refused',
  reasons: fields.map((field) => ({
    code: 'x',
    text: { fr: `Non : ${field ?? 'tout'}`, en: 'No' },
    ...(field && { field }),
  })),
});

describe('SendingForm', () => {
  const name = () => screen.getByRole('textbox', { name: 'Nom' });
  const why = () => screen.getByRole('textbox', { name: 'Pourquoi' });
  const links = () => screen.queryAllByRole('link').map((it) => [it.getAttribute('href'), it.textContent]);
  const press = async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Envoyer' }));
    await settled();
  };
  let form: MadeUpForm;
  beforeEach(async () => {
    await prepare();
    form = (await openPage(MadeUpForm)).componentInstance;
  });
  afterEach(() => {
    TestBed.resetTestingModule();
    document.body.replaceChildren();
  });

  it('says what is wrong once it is sent, and sends nothing', async () => {
    expect(links()).toEqual([]);
    await press();
    expect(links()).toEqual([['#child-name', 'Indiquez votre identifiant']]);
    expect(name().getAttribute('aria-invalid')).toBe('true');
    expect(name().getAttribute('aria-describedby')).toBe('child-name-problem');
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    expect(form.sent).toEqual([]);
  });

  it('moves nothing while somebody types: neither the focus nor the words', async () => {
    await press();
    await userEvent.type(name(), 'Lou');
    await settled();
    expect(document.activeElement).toBe(name());
    expect(links()).toHaveLength(1);
    await press();
    expect(links()).toEqual([]);
    expect(form.sent.map((it) => it.name)).toEqual(['Lou']);
  });

  it('takes the focus again when the same is wrong again', async () => {
    await press();
    name().focus();
    await press();
    expect(document.activeElement).toBe(screen.getByRole('alert'));
  });

  it('counts characters as people do, and lets the field know the limit', async () => {
    form.form.type({ name: 'Lou', why: '😀😀😀😀' });
    await press();
    expect(form.sent).toHaveLength(1);
    form.form.type({ why: '😀😀😀😀😀😀' });
    await press();
    expect(links()).toEqual([['#why', '2 signes de trop']]);
    expect(why().getAttribute('aria-invalid')).toBe('true');
  });

  it('shows a refusal at the field that the server names, and lets the same be tried again', async () => {
    form.form.type({ name: 'Lou' });
    form.answer = refusal('child.names.0');
    await press();
    expect(links()).toEqual([['#child-name', 'Non : child.names.0']]);
    expect(screen.getByRole('status').textContent).toBe('');
    await press();
    expect(form.sent).toHaveLength(2);
    expect(form.sent[1]?.key).toBe(form.sent[0]?.key);
    form.answer = null;
    await press();
    expect(links()).toEqual([]);
  });

  it('keeps the whole refusal where a reason belongs to no field', async () => {
    form.form.type({ name: 'Lou' });
    form.answer = refusal('child.names', undefined);
    await press();
    expect(links()).toHaveLength(1);
    expect(screen.getByRole('status').textContent).toBe('refused');
  });

  it('names a field of a list by its place', async () => {
    const list = TestBed.runInInjectionContext(
      () =>
        new SendingForm({ checks: [{ note: 'a' }, { note: 'abcdef' }] }, (it) =>
          applyEach(it.checks, (check) => limitLength(check.note, 4)),
        ),
    );
    expect(await list.sendTyped(null, async () => asAnswer(null))).toBeNull();
    expect(list.problems()).toEqual([{ fieldId: 'checks.1.note', text: '2 signes de trop' }]);
    expect([list.problemOf('checks.0.note'), list.problemOf('checks.1.note')]).toEqual([
      null,
      '2 signes de trop',
    ]);
  });

  it('speaks the language of the screen', async () => {
    await press();
    await TestBed.inject(Language).use('en');
    await settled();
    expect(links()).toEqual([['#child-name', 'Enter your login']]);
  });
});
