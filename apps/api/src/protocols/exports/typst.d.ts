declare module '*.typ' {
  /** The template's text. */
  const text: string;
  export default text;
}
