import fc from 'fast-check';
import { canonicalJson } from './canonical-json';

const jsonOf = (value: unknown) => {
  const result = canonicalJson(value);
  return result.ok ? result.json : result.problem;
};
function fromBits(hex: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
}

describe('canonicalJson', () => {
  it('writes the example of RFC 8785 §3.2.2', () => {
    const input = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    expect(jsonOf(JSON.parse(input))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('sorts as RFC 8785 §3.2.3 does, by UTF-16 code units', () => {
    const input = String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`;
    const json = jsonOf(JSON.parse(input));
    expect([...String(json).matchAll(/:"([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  // RFC 8785 appendix B.
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number %s as %s', (bits, json) => expect(jsonOf(fromBits(bits))).toBe(json));

  it.each([
    ['NaN', fromBits('7fffffffffffffff'), 'not-finite', ''],
    ['infinity', fromBits('7ff0000000000000'), 'not-finite', ''],
    ['half a surrogate pair', { note: ['\ud800'] }, 'lone-surrogate', '.note[0]'],
    ['a key with half a pair', { '\udead': 1 }, 'lone-surrogate', '.\udead'],
    ['nothing', undefined, 'not-json', ''],
    ['a hole in a list', [1, undefined], 'not-json', '[1]'],
    ['a date', { at: new Date(0) }, 'not-json', '.at'],
    ['a map', new Map(), 'not-json', ''],
    ['bytes', new Uint8Array(2), 'not-json', ''],
    ['a bigint', 1n, 'not-json', ''],
    ['a function', { toJSON: () => 1 }, 'not-json', '.toJSON'],
  ])('refuses %s', (_, value, code, at) => expect(jsonOf(value)).toEqual({ code, at }));

  it('refuses a cycle', () => {
    const value: Record<string, unknown> = {};
    value['self'] = value;
    expect(jsonOf(value)).toMatchObject({ code: 'too-deep' });
  });

  it('leaves out what is undefined', () => expect(jsonOf({ b: undefined, a: 1 })).toBe('{"a":1}'));

  it('loses nothing and gives the same text for the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'grapheme' }), (value) => {
        const json = String(jsonOf(value));
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(jsonOf(JSON.parse(json))).toBe(json);
      }),
    );
  });

  it('does not depend on the order in which keys were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
        expect(jsonOf(Object.fromEntries(Object.entries(value).reverse()))).toBe(jsonOf(value));
      }),
    );
  });
});
