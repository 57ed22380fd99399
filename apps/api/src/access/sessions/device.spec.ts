import { deviceOf } from './device';

const MOZILLA = 'Mozilla/5.0';
const KHTML = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('the device of a session', () => {
  it.each([
    [`${MOZILLA} (Windows NT 10.0; Win64; x64) ${KHTML} Chrome/153.0.0.0 Safari/537.36`, 'chrome', 'windows'],
    [
      `${MOZILLA} (Windows NT 10.0; Win64; x64) ${KHTML} Chrome/153.0.0.0 Safari/537.36 Edg/153.0.0.0`,
      'edge',
      'windows',
    ],
    [`${MOZILLA} (X11; Linux x86_64; rv:149.0) Gecko/20100101 Firefox/149.0`, 'firefox', 'linux'],
    [
      `${MOZILLA} (Linux; Android 16; K) ${KHTML} Chrome/153.0.0.0 Mobile Safari/537.36 OPR/99.0.0.0`,
      'opera',
      'android',
    ],
    [
      `${MOZILLA} (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1`,
      'safari',
      'ios',
    ],
    [
      `${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15`,
      'safari',
      'macos',
    ],
    ['curl/8.5.0', 'other', 'other'],
    ['', 'other', 'other'],
  ])('of %s', (line, browser, system) => {
    expect(deviceOf(line)).toEqual({ browser, system });
  });
});
