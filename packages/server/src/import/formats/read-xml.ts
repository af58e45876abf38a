import { SaxesParser } from 'saxes';

/** An element, without its children: the formats that are read keep all in attributes. */
export interface XmlElement {
  readonly name: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Reads every element of an XML text, in order. Entities of its own are refused, so it cannot
 * unfold into more than it is.
 * @throws XmlError
 */
export function readXml(text: string): readonly XmlElement[] {
  const parser = new SaxesParser();
  const elements: XmlElement[] = [];
  let isIn = false;
  parser.on('opentag', ({ name, attributes }) => {
    isIn = true;
    elements.push({ name, line: parser.line, attributes });
  });
  parser.on('error', (cause) => {
    const bare = bareAmpersand(text);
    if (bare !== undefined && bare <= parser.line) {
      throw new XmlError(bare, 'a "&" is not written as &amp;', { cause });
    }
    throw new XmlError(parser.line, cause.message.replace(/^\d+:\d+: |\.$/g, ''), { cause });
  });
  parser.write(text).close();
  if (!isIn) throw new XmlError(1, 'has no element');
  return elements;
}

/** @returns the line of the first: a parser reads on to the next semicolon. */
function bareAmpersand(text: string): number | undefined {
  const at = text.search(/&(?!#?\w+;)/);
  return at < 0 ? undefined : text.slice(0, at).split('\n').length;
}

/** XML that is not well-formed. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  constructor(
    readonly line: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
