import { printContract } from './testing/document';

describe('the contract', () => {
  it('is what the API describes; else: npm run print-contract', () => {
    expect(printContract('--check')).toBe('');
  });
});
