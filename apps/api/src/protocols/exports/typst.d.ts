declare module '*.typ' {
  /** The template's text. */
  const text: string;
  // eslint-disable-next-line import-x/no-default-export -- this is how a file bundled as its text comes
  export default text;
}
