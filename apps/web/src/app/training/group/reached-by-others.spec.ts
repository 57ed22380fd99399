import { isReachedByOthers } from './reached-by-others';

describe('whether a class comes to an address', () => {
  it.each([
    ['https://repere.service.example', true],
    ['https://192.168.1.20:8443', true],
    ['http://192.168.1.20:4300', false],
    ['http://localhost:4300', false],
    ['https://localhost', false],
    ['https://class.localhost', false],
    ['http://127.0.0.1:4300', false],
    ['https://[::1]:4300', false],
  ])('%s: %s', (address, is) => {
    expect(isReachedByOthers(new URL(address))).toBe(is);
  });
});
