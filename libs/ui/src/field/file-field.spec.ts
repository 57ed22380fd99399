import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { renderComponent } from '../testing/render-component';
import { FileField } from './file-field';

describe('FileField', () => {
  const inputs = { label: 'Fichiers', hint: '1 Mo au plus', fieldId: 'files', isMultiple: true };

  it('holds the files that are picked', async () => {
    const { componentInstance: field } = await renderComponent(FileField, inputs);
    const files = [new File(['a'], 'a.yaml'), new File(['b'], 'b.yaml')];
    await userEvent.upload(screen.getByLabelText('Fichiers'), files);
    expect(field.value()).toEqual(files);
  });

  it('is described by its hint and by what is wrong with it', async () => {
    await renderComponent(FileField, { ...inputs, problem: 'Aucun fichier' });
    const picker = screen.getByLabelText('Fichiers');
    expect(picker.getAttribute('aria-describedby')).toBe('files-hint files-problem');
    expect(picker.getAttribute('aria-invalid')).toBe('true');
  });

  it('names nothing any more once it is emptied', async () => {
    const fixture = await renderComponent(FileField, inputs);
    await userEvent.upload(screen.getByLabelText('Fichiers'), new File(['a'], 'a.yaml'));
    fixture.componentInstance.value.set([]);
    await fixture.whenStable();
    expect(screen.getByLabelText<HTMLInputElement>('Fichiers').files).toHaveLength(0);
  });
});
