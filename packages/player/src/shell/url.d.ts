/** The bundler's: the address under which a file is served. */
declare module '*?url' {
  const url: string;
  export = url;
}

/** The bundler's too: the text of a file, inside of the script. */
declare module '*?raw' {
  const text: string;
  export = text;
}
