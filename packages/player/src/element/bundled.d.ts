/** The bundler's: the text of a style sheet, in which addresses start at the embed's files. */
declare module '*.css?inline' {
  const css: string;
  export = css;
}
