import { WHOLES } from '../text/fit.js';

interface ContentProps {
  readonly text: string;
  /** CSS classes. */
  readonly class?: string;
}

/**
 * A text that a person wrote, as text and never as HTML (SEC-2), isolated from the direction of
 * what stands around it.
 */
export function Content({ text, class: kind }: ContentProps) {
  return (
    <bdi class={kind}>
      {writable(text)
        .split(WHOLES)
        .map((part, index) =>
          // Between two texts that may be broken is one that may not.
          index % 2 ? (
            <span key={index} class="is-whole">
              {part}
            </span>
          ) : (
            part
          ),
        )}
    </bdi>
  );
}

/** Dashes that the shipped fonts lack, as the ones that they have. */
function writable(text: string): string {
  return text
    .replace(/\u2010/g, '-')
    .replace(/\u2011/g, '\u2060-\u2060')
    .replace(/\u2012/g, '\u2013')
    .replace(/\u2015/g, '\u2014');
}
