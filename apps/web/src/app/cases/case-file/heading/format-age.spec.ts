import { ApplicationInitStatus } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { CaseFile } from '@repere/contract';
import { Language } from '@repere/ui';
import { prepare } from '../../../../testing/open-page';
import { formatAge } from './format-age';

const now = Date.parse('2026-03-12T14:00:00+01:00');

async function said(birth: string | undefined, outcome?: { readonly age?: 'adult' }): Promise<string> {
  await prepare();
  await TestBed.inject(ApplicationInitStatus).donePromise;
  const runs = outcome ? [{ outcome }] : [];
  const caseFile = { state: { runs }, territory: { zone: 'Europe/Paris' } } as unknown as CaseFile;
  return formatAge(birth, caseFile, now, TestBed.inject(Language)).replace(/\s/g, ' ');
}

describe('an age in words', () => {
  it('is an interval where the birth date is one', async () => {
    expect(await said('2010~')).toBe('15 à 16 ans (naissance estimée)');
  });

  it('unknown or reaching eighteen, presumes a minor', async () => {
    expect(await said(undefined)).toBe('âge inconnu : présumé·e mineur·e');
  });

  it('in doubt about eighteen, presumes a minor', async () => {
    expect(await said('2008')).toBe('17 à 18 ans : présumé·e mineur·e');
  });

  it('estimated past eighteen, still presumes a minor', async () => {
    expect(await said('2000~')).toContain('présumé·e mineur·e');
  });

  it('past eighteen says the day, never a status', async () => {
    expect(await said('2007')).toBe('18 ans révolus le 31 décembre 2025');
  });

  it('ready for a human decision changes nothing', async () => {
    expect(await said(undefined, {})).toBe('âge inconnu : présumé·e mineur·e');
  });

  it('names majority for the record of a final decision only', async () => {
    expect(await said(undefined, { age: 'adult' })).toBe('majorité par décision définitive');
  });
});
